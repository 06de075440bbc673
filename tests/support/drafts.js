// Drafts made up from the pieces that posts are made of, the same ones for the same seed.

const PIECES = [
  "our coats", "thank you, Lyon", "demain matin", "قميص جديد", "שלום", "日本語の文", "a", "412", ".", ",", "!", "…", "—",
  "#Repair", "#été2026", "＃全角", "#c++", "#١٢٣", "@anna", "@anna.bsky.social", "@ana@mastodon.social", "$ACME", "#",
  "https://example.fr/repair", "https://www.example.com/a/very/long/path/that/goes/on?q=1&r=é#top", "example.fr", "main.rs",
  "http://例え.jp/テスト", "x@y.fr", "👩‍👩‍👧‍👦", "🇫🇷", "👍🏽", "1️⃣", "e\u0301", "\u202etxet\u202c", "\u200b", "\ud83d", "<b>&amp;</b>",
  "%s {{first_name}}", "u/name", "r/coats", "<@1>", "*bold* _it_",
];
const SPACES = [" ", " ", " ", "", "\n", "\n\n", "\t", "\u00a0", "\n---\n"];

/** A source of numbers from 0 to 1 (mulberry32). */
export function numbers(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A text of up to about `most` pieces. */
export function text(next, most) {
  const one = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: 1 + Math.floor(next() * most) }, () => one(PIECES) + one(SPACES)).join("");
}

/** Where `part` is no subsequence of `whole`: the place in `part`; -1 when it is one. */
export function strangeAt(part, whole) {
  let at = 0;
  for (let index = 0; index < part.length; index += 1) {
    at = whole.indexOf(part[index], at) + 1;
    if (at === 0) return index;
  }
  return -1;
}
