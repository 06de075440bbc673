// What a page downloads for its first report, and what of it is whose: `cargo xtask size NAMED.wasm BOOK.bin`.
// A report, not a test.

import { existsSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";

const DIST = new URL("../dist/", import.meta.url);
const [named, book] = process.argv.slice(2, 4);

const brotli = (bytes) => brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
}).length;

const shown = (bytes) => bytes.toLocaleString("en").padStart(10);

// ── What is downloaded: the element's script, and all that it names ──

function downloads(entry) {
  const files = new Set([entry]);
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    const text = readFileSync(new URL(file, DIST), "utf8").replace(/^\s*(\/\/|\*|\/\*).*$/gm, "");
    for (const [, name] of text.matchAll(/["'](?:\.\/)?([\w-]+\.(?:js|css|wasm))["']/g)) {
      // The glue names itself as the module's import: nothing is downloaded for that.
      if (existsSync(new URL(name, DIST))) files.add(name);
    }
  }
  return [...files];
}

console.log("Downloaded for the first report (bytes; brotli 11, each file by itself)\n");
const total = [0, 0];
for (const file of downloads("draftlens.js")) {
  const bytes = readFileSync(new URL(file, DIST));
  const packed = brotli(bytes);
  total[0] += bytes.length;
  total[1] += packed;
  console.log(`  ${file.padEnd(24)}${shown(bytes.length)}${shown(packed)}`);
}
console.log(`  ${"all".padEnd(24)}${shown(total[0])}${shown(total[1])}`);

// ── Whose bytes they are: the same module, optimised the same way, its names kept ──

const wasm = readFileSync(named);
let at = 8;

function leb() {
  for (let value = 0, shift = 0; ; shift += 7) {
    const byte = wasm[at++];
    value += (byte & 127) * 2 ** shift;
    if (byte < 128) return value;
  }
}

function text() {
  const length = leb();
  at += length;
  return wasm.toString("utf8", at - length, at);
}

const parts = new Map();
const add = (part, start, end) => parts.set(part, [...(parts.get(part) ?? []), [start, end]]);
const bodies = [];
const names = new Map();
let imported = 0;

// The name of a section of its own kind that holds the functions' names.
function readNames(end) {
  while (at < end) {
    const [id, size] = [wasm[at++], leb()];
    const stop = at + size;
    if (id === 1) for (let left = leb(); left > 0; left -= 1) names.set(leb(), text());
    at = stop;
  }
}

function readImports() {
  for (let left = leb(); left > 0; left -= 1) {
    text();
    text();
    const kind = wasm[at++];
    if (kind === 0) {
      imported += 1;
      leb();
    } else if (kind === 1) {
      at += 1;
      if (leb() & 1) leb();
      leb();
    } else if (kind === 2) {
      if (leb() & 1) leb();
      leb();
    } else if (kind === 3) {
      at += 2;
    } else {
      at += 1;
      leb();
    }
  }
}

// Where the engine's book lies in the data: it is there byte for byte.
function readData(start, end) {
  const held = readFileSync(book);
  const from = wasm.indexOf(held, start);
  if (from < 0 || from >= end) {
    add("data: other", start, end);
    return;
  }
  add("data: rules, lists, cues and their words", from, from + held.length);
  add("data: other", start, from);
  add("data: other", from + held.length, end);
}

while (at < wasm.length) {
  const start = at;
  const [id, size] = [wasm[at++], leb()];
  const end = at + size;
  if (id === 2) readImports();
  if (id === 10) {
    for (let left = leb(); left > 0; left -= 1) {
      const from = at;
      const length = leb();
      at += length;
      bodies.push([from, at]);
    }
  } else if (id === 11) readData(start, end);
  else if (id === 0 && text() === "name") readNames(end);
  else if (id !== 0) add("types, tables, imports and exports", start, end);
  at = end;
}

// A function belongs to the first of these crates that its name holds: a list of ours made by std is ours.
const OWNERS = [
  ["yew, gloo", /\b(yew|gloo\w*|implicit_clone|slab|futures\w*|pinned|tokise|prokio)(\[\w+\])?::/],
  ["engine", /\bdraftlens_engine(\[\w+\])?::/],
  ["rule machine", /\bdraftlens_rule(\[\w+\])?::/],
  ["text", /\b(draftlens_text|unicode_segmentation)(\[\w+\])?::/],
  ["widget", /\bdraftlens(\[\w+\])?::/],
  ["wasm-bindgen, web-sys, js-sys", /\b(wasm_bindgen\w*|web_sys|js_sys|console_error\w*|serde\w*)(\[\w+\])?::|__wbindgen|__externref/],
  ["std: allocator", /\b(dlmalloc|__rust_alloc|__rust_dealloc|__rust_realloc)/],
  ["std: formatting, numbers, texts", /\b(core|std)(\[\w+\])?::(fmt|num|str|char|unicode)/],
];

bodies.forEach(([start, end], index) => {
  const name = names.get(index + imported) ?? "";
  const owner = OWNERS.find(([, pattern]) => pattern.test(name));
  add(`code: ${owner ? owner[0] : "std and the rest"}`, start, end);
});

// What a part costs packed is what the module loses when the part is cut out of it.
const ranges = [...parts.values()].flat().sort((a, b) => a[0] - b[0]);
const whole = (leave) => Buffer.concat(ranges.filter((range) => !leave?.includes(range)).map(([start, end]) => wasm.subarray(start, end)));
const packed = brotli(whole());
console.log(`\nWhose bytes in draftlens.wasm (bytes; what brotli 11 would save without them, of ${packed.toLocaleString("en")})\n`);
const size = (list) => list.reduce((sum, [start, end]) => sum + end - start, 0);
for (const [part, list] of [...parts].sort((a, b) => size(b[1]) - size(a[1]))) {
  console.log(`  ${part.padEnd(44)}${shown(size(list))}${shown(packed - brotli(whole(list)))}`);
}
const largest = bodies.map(([start, end], index) => [end - start, names.get(index + imported) ?? "?"]).sort((a, b) => b[0] - a[0]);
console.log("\nThe largest functions\n");
for (const [bytes, name] of largest.slice(0, 25)) console.log(`  ${shown(bytes)}  ${name.slice(0, 100)}`);
console.log("\nCode that the compiler put into its caller counts for the caller. Packed parts share words, so they add up to less than the whole.");
