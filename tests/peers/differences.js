// Where the engine differs from its peers on purpose. Each reason is an argument that is checked: what the peer says of the
// same text without the reason must be what the engine says of the text.
//
// twitter-text 3.1, beside X's own page on counting:
// 1. It pins the emoji of 2018; the page says that every emoji counts 2.
// 2. It counts the composed text but looks for entities in the decomposed one, and shifts the place where a text gets too
//    long by all that was composed, before it or after.
// 3. It loses the first letter of a domain with which a text begins when that letter is not ASCII, and counts it apart.
// 4. It reads units: a link may begin with the second half of a character, which nobody can see.
// 5. Where it cuts a link out of a longer domain, and a path follows, it counts what it left out of the link twice; and it
//    takes the first place where the link's text stands for the link's.
//
// @atproto/api 0.19, which is what Node 20 runs: a hashtag may have 64 units; since then, 64 grapheme clusters.

import { isDeepStrictEqual } from "node:util";
import twitter from "twitter-text";

/** Everything that may be one picture (UTS 51, section 1.4.9), with the selector that people put after it. */
const PICTURE = /\p{RI}\p{RI}|[0-9#*]\ufe0f?\u20e3|(\p{EBase}\p{EMod}|[\p{ExtPict}\p{EMod}])([\u{e0020}-\u{e007e}]+\u{e007f}|\ufe0f?)(\u200d(\p{EBase}\p{EMod}|[\p{ExtPict}\p{EMod}])\ufe0f?)*/gu;
const ASTRAL = /[\u{10000}-\u{10ffff}]/gu;

const nfc = (text) => text.normalize("NFC");
/** An emoji that twitter-text knows for each that it does not. */
const known = (text) => nfc(text).replace(PICTURE, (picture) => (twitter.parseTweet(picture).weightedLength > 2 ? "😀" : picture));
/** One unit of the same weight for each picture and each character of two units, a letter where it is one. */
const flat = (text) =>
  nfc(text)
    .replace(PICTURE, (picture) => (picture.length === 1 || /^[0-9#*]/.test(picture) ? picture : "─"))
    .replace(ASTRAL, (character) => (/\p{L}/u.test(character) ? "日" : "─"));

/** Where a link of twitter-text stands: by its indices, and, where they begin before the link, by its own text. */
const SPANS = [({ indices }) => indices, ({ url, indices: [, end] }) => [end - url.length, end]];

/** What twitter-text's configuration says that a text weighs with the links that it finds: composed, and no picture above 2. */
function weigh(text, spanOf) {
  const { ranges, defaultWeight, scale, transformedURLLength } = twitter.configs.version3;
  const light = (point) => (ranges.find(({ start, end }) => point >= start && point <= end)?.weight ?? defaultWeight) / scale;
  const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
  const plain = (piece) => sum([...piece].map((character) => light(character.codePointAt(0))));
  const picture = (piece) => Math.min(2, twitter.parseTweet(piece).weightedLength);
  const links = twitter.extractUrlsWithIndices(text).map(spanOf);
  const between = [0, ...links.map(([, end]) => end)].map((end, at) => text.slice(end, links[at]?.[0]));
  const weights = between.map((piece) => plain(piece.replace(PICTURE, "")) + sum((piece.match(PICTURE) ?? []).map(picture)));
  return sum(weights) + links.length * transformedURLLength;
}

/** Whether twitter-text finds in a text, made fair and perhaps with a line break before it, what the engine finds, wherever. */
function finds(text, ours, ask, fair, before) {
  const plain = before + fair(text);
  const words = (whole, entities) => entities.map(([kind, start, end]) => `${kind} ${fair(whole.slice(start, end))}`).sort();
  const found = words(text, ours.entities);
  return SPANS.some((spanOf) => isDeepStrictEqual(found, words(plain, ask(plain, spanOf).entities)));
}

/** Why X's count, validity or entities may differ from twitter-text's; nothing when there is no reason. */
export function xDiffers(text, ours, theirs, ask) {
  const fair = [nfc, known, flat].flatMap((made) => ["", "\n"].map((before) => [made, before]));
  const weighs = ([made, before]) => SPANS.some((spanOf) => weigh(before + made(text), spanOf) - before.length === ours.count);
  if (!fair.some(weighs)) return undefined;
  if (nfc(text) === text && isDeepStrictEqual(ours.entities, theirs.entities)) return "an emoji or a domain counted otherwise";
  if (!fair.some(([made, before]) => finds(text, ours, ask, made, before))) return undefined;
  return nfc(text) === text ? "a link of half a character, or without its first" : "a decomposed text";
}

/** The same for Bluesky and its library, which also finds what begins in a hashtag that is too long for it. */
export function blueskyDiffers(text, ours, theirs) {
  const encoded = Buffer.from(text);
  const units = ([, start, end]) => encoded.subarray(start, end).toString().length;
  const isLong = (entity) => entity[0] === "hashtag" && units(entity) > 65;
  const long = ours.entities.filter(isLong);
  const outside = ([, start]) => !long.some(([, from, to]) => from <= start && start < to);
  const without = (report) => ({ ...report, entities: report.entities.filter(outside) });
  return isDeepStrictEqual(without(ours), without(theirs)) ? "a hashtag of more than 64 units and no more clusters" : undefined;
}
