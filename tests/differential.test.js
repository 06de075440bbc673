// Counts, validity and entities beside npm `twitter-text` and `@atproto/api`, over real posts and made ones.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { RichText } from "@atproto/api";
import twitter from "twitter-text";
import { blueskyDiffers, xDiffers } from "./peers/differences.js";
import { rows } from "./peers/engine.js";
import { randomTexts, realPosts } from "./peers/texts.js";

const MADE = 100_000;
/** So many texts are compared at a time. */
const BATCH = 1_000;

const REFUSED = /^[\ufffe\ufeff\uffff]/;

/** What twitter-text says, in the words of the report; links stand where their indices say, unless the caller knows better. */
function x(text, spanOf = ({ indices }) => indices) {
  const { weightedLength, valid, validRangeEnd } = twitter.parseTweet(text);
  const kind = ({ url, hashtag, cashtag }) => (url ? "link" : hashtag ? "hashtag" : cashtag ? "cashtag" : "mention");
  const entities = twitter.extractEntitiesWithIndices(text).map((entity) => [kind(entity), ...(entity.url ? spanOf(entity) : entity.indices)]);
  // Where the very first character is refused, it says as much as where the second is.
  const whole = REFUSED.test(text) ? 0 : validRangeEnd + 1;
  return { count: weightedLength, fits: valid || text.trim() === "", valid: whole, entities };
}

const DOLLAR = 0x24;
const KINDS = { "app.bsky.richtext.facet#link": "link", "app.bsky.richtext.facet#mention": "mention" };

/** What Bluesky's own library says, in the words of the report; offsets are bytes. */
function bluesky(text) {
  const rich = new RichText({ text });
  rich.detectFacetsWithoutResolution();
  const tag = (start) => (rich.unicodeText.utf8[start] === DOLLAR ? "cashtag" : "hashtag");
  const found = (rich.facets ?? []).map(({ index: { byteStart, byteEnd }, features: [{ $type }] }) => [KINDS[$type] ?? tag(byteStart), byteStart, byteEnd]);
  let free = 0;
  const entities = found.sort((a, b) => a[1] - b[1]).filter(([, start, end]) => start >= free && ((free = end), true));
  return { count: rich.graphemeLength, fits: rich.graphemeLength <= 300 && rich.length <= 3000, entities };
}

const encoder = new TextEncoder();
const bytes = (text, unit) => encoder.encode(text.slice(0, unit)).length;

function ourX(row, text) {
  const entities = row.entities.map(({ kind, start, end }) => [kind, start, end]);
  return { count: row.count, fits: row.fits, valid: row.overflowAt ?? text.length, entities };
}

function ourBluesky(row, text) {
  const entities = row.entities.map(({ kind, start, end }) => [kind, bytes(text, start), bytes(text, end)]);
  const { count, fits } = row.api ?? row;
  return { count, fits, entities };
}

/** Compares texts; differences that are argued in `peers/differences.js` are counted apart. */
function compare(texts) {
  const tally = { count: 0, argued: {}, found: [] };
  for (let batch = take(texts); batch.length > 0; batch = take(texts)) {
    const ours = rows(batch, ["x", "bluesky"]);
    for (const [index, text] of batch.entries()) {
      tally.count += 1;
      judge(tally, "x", text, ourX(ours[index][0], text), x, xDiffers);
      judge(tally, "bluesky", text, ourBluesky(ours[index][1], text), bluesky, blueskyDiffers);
    }
  }
  return tally;
}

/** The next texts. A line of hyphens cuts a draft into a thread, whose posts are counted one by one: none stays. */
function take(texts) {
  const batch = [];
  while (batch.length < BATCH) {
    const { done, value } = texts.next();
    if (done) break;
    batch.push(value.replace(/^\s*-{3,}\s*$/gmu, "="));
  }
  return batch;
}

function judge({ argued, found }, network, text, ours, peer, differs) {
  const theirs = peer(text);
  if (isDeepStrictEqual(ours, theirs)) return;
  const reason = differs(text, ours, theirs, peer);
  if (reason) argued[reason] = (argued[reason] ?? 0) + 1;
  else found.push({ network, text: JSON.stringify(text), ours, theirs });
}

/** No text may differ without a reason. */
function settle(t, { count, argued, found }) {
  t.diagnostic(`${count} texts; differences that are argued: ${JSON.stringify(argued)}`);
  const shown = found.slice(0, 5).map((difference) => JSON.stringify(difference)).join("\n");
  assert.equal(found.length, 0, `${found.length} of ${count} texts differ, such as:\n${shown}`);
  const total = Object.values(argued).reduce((sum, number) => sum + number, 0);
  assert.ok(total <= count / 10, `${total} of ${count} texts differ with an argument: that is no exception any more`);
}

test("counts, validity and entities of X and Bluesky are those of their libraries on real posts", (t) => {
  const posts = realPosts();
  if (posts.length === 0) return t.skip("no real posts: ../shared is not here");
  settle(t, compare(posts.values()));
});

test(`they are the same on ${MADE} made texts`, (t) => settle(t, compare(randomTexts(MADE, 17))));
