// Texts to compare with: made of tricky pieces, always the same; and the real posts of `../shared`, where they are.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../support/server.js";

const POSTS = join(ROOT, "../shared/data/posts/posts.jsonl");

/** Real posts, or nothing where they are not. */
export const realPosts = () =>
  existsSync(POSTS) ? readFileSync(POSTS, "utf8").trim().split("\n").map((line) => JSON.parse(line).text) : [];

const PIECES = [
  // Words and what stands between them.
  "a", "x9", "Word", "RT", "été", "naïve", "日本語", "한국", "שלום", "مرحبا", "привет", "हिन्दी", "ไทย", "ſ", "İ", "ß", "12", "٣",
  " ", " ", " ", " ", "\n", "\u00a0", "\u3000", "\t", ".", ",", "!", "?", ":", ";", "…", "-", "_", "/", "(", ")", "[", "]", "'", "’", "\"", "«", "&", "=", "+", "*", "~", "|", "%", "<", ">",
  // Signs.
  "#", "#", "#", "＃", "@", "@", "@", "＠", "$", "$", "##", "@@", "#@",
  // Names, tags, tickers.
  "#tag", "#été", "#日本語", "#a_b", "#1st", "#12", "#c++", "#foo-bar", "#CamelCase", "#l'été", "#️⃣", "＃tag", "@anna", "@anna.bsky.social", "@anna@mastodon.social", "@bo.test", "@a_b", "@acme/list", "＠full", "$ACME", "$BRK.B", "$A1", "$1INCH",
  // Links.
  "http://", "https://", "HTTPS://", "ftp://", "www.", "a.fr", "example.com", "EXAMPLE.COM", "main.rs", "foo.co.uk", "é.fr", "münchen.de", "xn--bcher-kva.de", "例え.jp", "пример.рф", "t.co/abc", "https://t.co/abcDEF123", "example.com/a_(b)", "https://example.com/path?q=1&r=é#top", "http://example.com:8080/", "https://user:pw@example.com/", "https://ex_ample.com", "192.168.0.1", "a.b.c", "file.zip", "x@y.fr", ".com", "com", "/p", "?q=1", ":80", "-a.com",
  // Emoji, joined, coloured, flagged; and what only looks like one.
  "😀", "👍🏽", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇫🇷", "🇫", "1️⃣", "❤️", "❤", "☺", "©", "™", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🧑🏽‍🤝‍🧑🏿", "♂", "🏽",
  // Marks, joiners, directions.
  "\u0301", "e\u0301", "A\u030A", "\u200d", "\u200c", "\u200b", "\ufe0f", "\ufe0e", "\u20e3", "\u2066", "\u202a", "\u202c", "\ufeff", "\u00ad", "각", "각", "\u0e33", "𝐛", "\ud800", "\r\n",
];

/** A generator of numbers below a bound that always gives the same ones. */
function numbers(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}

/** So many texts, each of 1 to 16 pieces; one in 50 is as long as a limit. */
export function* randomTexts(count, seed) {
  const below = numbers(seed);
  for (let index = 0; index < count; index += 1) {
    const pieces = below(50) === 0 ? 60 + below(60) : 1 + below(16);
    let text = "";
    for (let piece = 0; piece < pieces; piece += 1) text += PIECES[below(PIECES.length)];
    // The engine reads lone surrogates as U+FFFD; so must the peers.
    yield text.toWellFormed?.() ?? text;
  }
}
