// Makes a screenshot small: a palette of 256 colours, as a picture in a repository needs no more.

import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;
const CHANNELS = { 2: 3, 6: 4 };

/** The same picture with a palette; takes what Chromium writes: 8 bits a channel, RGB or RGBA, opaque. */
export function withPalette(png) {
  const { width, height, pixels } = decode(png);
  const { palette, place } = choose(pixels);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 1; x <= width; x += 1) rows[y * (width + 1) + x] = place.get(pixels[at++]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const parts = [chunk("IHDR", header), chunk("PLTE", palette), chunk("IDAT", deflateSync(rows, { level: 9, memLevel: 9 })), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** Width, height and one number 0xRRGGBB a pixel. */
function decode(png) {
  const data = [];
  let [width, height, channels] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 8, at + 8 + length);
    const type = png.toString("latin1", at + 4, at + 8);
    if (type === "IHDR") [width, height, channels] = [body.readUInt32BE(0), body.readUInt32BE(4), CHANNELS[body[9]]];
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  const stride = width * channels;
  const raw = inflateSync(Buffer.concat(data));
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(stride);
  for (let y = 0; y < height; y += 1) {
    const start = y * (stride + 1);
    const row = unfilter(raw[start], raw.subarray(start + 1, start + 1 + stride), above, channels);
    for (let x = 0; x < width; x += 1) pixels[y * width + x] = (row[x * channels] << 16) | (row[x * channels + 1] << 8) | row[x * channels + 2];
    above = row;
  }
  return { width, height, pixels };
}

function unfilter(kind, bytes, above, channels) {
  const row = new Uint8Array(bytes.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const [left, up, corner] = [row[at - channels] ?? 0, above[at], above[at - channels] ?? 0];
    row[at] = bytes[at] + [0, left, up, (left + up) >> 1, kind === 4 ? paeth(left, up, corner) : 0][kind];
  }
  return row;
}

function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((value) => Math.abs(guess - value));
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Halves the box that spreads most until there are as many as colours; each colour of a box becomes its mean. */
function choose(pixels) {
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const boxes = [box([...counts])];
  while (boxes.length < COLOURS) {
    const widest = boxes.reduce((best, one, index) => (one.spread > boxes[best].spread ? index : best), 0);
    if (boxes[widest].spread === 0) break;
    const { colours, shift } = boxes[widest];
    colours.sort(([a], [b]) => channel(a, shift) - channel(b, shift));
    const half = colours.reduce((sum, [, count]) => sum + count ** 0.5, 0) / 2;
    let [cut, seen] = [0, 0];
    while (cut < colours.length - 1 && seen < half) seen += colours[cut++][1] ** 0.5;
    boxes.splice(widest, 1, box(colours.slice(0, Math.max(cut, 1))), box(colours.slice(Math.max(cut, 1))));
  }
  const palette = Buffer.alloc(boxes.length * 3);
  const place = new Map();
  for (const [index, { colours }] of boxes.entries()) {
    const total = colours.reduce((sum, [, count]) => sum + count, 0);
    palette.set([16, 8, 0].map((shift) => Math.round(colours.reduce((sum, [colour, count]) => sum + channel(colour, shift) * count, 0) / total)), index * 3);
    for (const [colour] of colours) place.set(colour, index);
  }
  return { palette, place };
}

const channel = (colour, shift) => (colour >> shift) & 255;

/** Colours with how often they stand, the channel they spread over most, and how much. */
function box(colours) {
  let [shift, spread] = [0, 0];
  for (const one of [16, 8, 0]) {
    let [low, high] = [255, 0];
    for (const [colour] of colours) {
      low = Math.min(low, channel(colour, one));
      high = Math.max(high, channel(colour, one));
    }
    const weight = (high - low) * colours.reduce((sum, [, count]) => sum + count ** 0.5, 0);
    if (high > low && weight > spread) [shift, spread] = [one, weight];
  }
  return { colours, shift, spread };
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(body.length, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), named.length + 4);
  return whole;
}
