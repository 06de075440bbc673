// Loads the one wasm of the page, for however many widgets and checkers, and starts it afresh once
// when it traps: after a trap nothing in it can be trusted.

import init, * as glue from "./draftlens_bg.js";

const WASM = new URL("draftlens.wasm", import.meta.url);

/** Widgets that must be rebuilt after a trap: each is told by `revived` or `failed`. */
const widgets = new Set();
let loading;
let loaded = false;
let revivals = 0;

/** The wasm's exports, loaded once. Rejects with a sentence that says what to do. */
export function load() {
  loading ??= start().catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Whether a widget can be drawn at once. */
export const isLoaded = () => loaded;

async function start() {
  try {
    await init({ module_or_path: await source() });
  } catch (error) {
    throw new LoadError(error);
  }
  loaded = true;
  return glue;
}

/** Node reads the file; pages and workers fetch it. */
async function source() {
  if (WASM.protocol !== "file:" || typeof process === "undefined") return fetch(WASM);
  const { readFile } = await import(/* webpackIgnore: true */ /* @vite-ignore */ "node:fs/promises");
  return readFile(WASM);
}

/** Why the wasm did not start. `isCsp` where the page's policy forbids it. */
export class LoadError extends Error {
  constructor(cause) {
    super(String(cause?.message ?? cause), { cause });
    this.name = "LoadError";
    this.isCsp = /Content Security Policy|unsafe-eval|blocked by CSP/i.test(this.message);
  }
}

/** Tells a widget when the wasm was started afresh. */
export function enlist(widget) {
  if (widgets.size === 0) listen("addEventListener");
  widgets.add(widget);
}

/** The widget is gone. */
export function discharge(widget) {
  if (widgets.delete(widget) && widgets.size === 0) listen("removeEventListener");
}

function listen(method) {
  globalThis[method]("error", heard);
  globalThis[method]("unhandledrejection", heard);
}

/** A trap inside an event or a promise of the wasm's own surfaces here only. */
function heard(event) {
  const error = event.error ?? event.reason;
  if (isTrap(error) && /draftlens/i.test(`${error.stack} ${event.filename}`)) trapped(error);
}

/** Whether an error means that the wasm cannot go on. */
export const isTrap = (error) =>
  error instanceof WebAssembly.RuntimeError || (error instanceof RangeError && /stack/i.test(error.message));

/** Discards the wasm's instance: the first time everything is rebuilt, the second time the fault is shown. */
export function trapped(error) {
  const at = revivals;
  // Later, because frames of the dead instance may still be below.
  setTimeout(() => {
    if (at !== revivals || revivals > 1) return;
    revivals += 1;
    const all = leaveAll();
    if (revivals === 1) glue.__wbg_reset_state();
    for (const widget of all) revivals === 1 ? widget.revived() : widget.failed();
  });
}

/** Starts the wasm afresh for a checker, which has no page to show a fault in. */
export function revive() {
  const all = leaveAll();
  glue.__wbg_reset_state();
  for (const widget of all) widget.revived();
}

/** Lets go of every editor while the dead instance can still take its listeners back. */
function leaveAll() {
  const all = [...widgets];
  for (const widget of all) widget.leave();
  return all;
}
