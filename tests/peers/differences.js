// Where the engine differs from its peers on purpose. Each reason is an argument that is checked: what the peer says of the
// same text without the reason must be what the engine says of the text.
//
// twitter-text 3.1, beside X's own page on counting:
// 1. It pins the emoji of 2018; the page says that every emoji counts 2.
// 2. It counts the composed text but looks for entities in the decomposed one, and shifts the place where a text gets too
//    long by all that was composed, before it or after.
// 3. It loses the first letter of a domain with which a text begins when that letter is not ASCII, and counts it apart.
// 4. It reads units: a link may begin with the second half of a character, which nobody can see.
// 5. Where it cuts a link out of a longer domain and a path follows, it counts what it left out of the link twice.
//
// @atproto/api 0.19, which is what Node 20 runs: a hashtag may have 64 units; since then, 64 grapheme clusters.

import { isDeepStrictEqual } from "node:util";
import twitter from "twitter-text";

/** Everything that may be one picture (UTS 51, section 1.4.9), with the selector that people put after it. */
const PICTURE = /\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|(\p{EBase}\p{EMod}|[\p{ExtPict}\p{EMod}])(\ufe0f?|[\u{e0020}-\u{e007e}]+\u{e007f})(\u200d(\p{EBase}\p{EMod}|[\p{ExtPict}\p{EMod}])\ufe0f?)*/gu;
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

const nfc = (text) => text.normalize("NFC");
/** An emoji that twitter-text knows for each that it does not. */
const known = (text) => nfc(text).replace(PICTURE, (picture) => (twitter.parseTweet(picture).weightedLength > 2 ? "😀" : picture));
/** One unit of the same weight for each picture and each character of two units, a letter where it is one. */
const flat = (text) =>
  nfc(text)
    .replace(PICTURE, (picture) => (picture.length === 1 || /^[0-9#*]/.test(picture) ? picture : "─"))
    .replace(ASTRAL, (character) => (/\p{L}/u.test(character) ? "日" : "─"));

/** What twitter-text counts twice: see 5. */
function twice(text) {
  const links = twitter.extractUrlsWithIndices(text);
  const rests = links.map(({ url, indices: [start, end] }) => text.slice(start + url.length, end));
  return rests.reduce((sum, rest) => sum + twitter.parseTweet(rest).weightedLength, 0);
}

/** Whether twitter-text says of a text, made fair and perhaps with a line break before it, what the engine says. */
function agrees(text, ours, ask, fair, before) {
  const plain = before + fair(text);
  const theirs = ask(plain);
  const words = (whole, entities) => entities.map(([kind, start, end]) => [kind, fair(whole.slice(start, end))]);
  const count = theirs.count - before.length - twice(plain);
  return count === ours.count && isDeepStrictEqual(words(text, ours.entities), words(plain, theirs.entities));
}

/** Why X's count, validity or entities may differ from twitter-text's; nothing when there is no reason. */
export function xDiffers(text, ours, theirs, ask) {
  const fair = [known, flat].some((made) => ["", "\n"].some((before) => agrees(text, ours, ask, made, before)));
  if (!fair) return undefined;
  if (nfc(text) !== text) return "a decomposed text";
  return isDeepStrictEqual(ours.entities, theirs.entities) ? "an emoji or a domain counted otherwise" : "a link of half a character, or without its first";
}

/** The same for Bluesky and its library. */
export function blueskyDiffers(text, ours, theirs) {
  const encoded = Buffer.from(text);
  const units = ([, start, end]) => encoded.subarray(start, end).toString().length;
  const entities = ours.entities.filter((entity) => entity[0] !== "hashtag" || units(entity) <= 65);
  return isDeepStrictEqual({ ...ours, entities }, theirs) ? "a hashtag of more than 64 units and no more clusters" : undefined;
}
