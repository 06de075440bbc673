// Controlled fields: React itself, and a field that tracks its setter as React does.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, field, report } from "./support/page.js";
import { panel, unfold } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const BEFORE = "Read http://brand.org/a today";
const AFTER = "Read https://brand.org/a today";
const LENS = '<draft-lens for="text" networks="x" lang="en"></draft-lens>';

const mend = async (page) => {
  const { flags } = await report(page);
  await unfold(page);
  await panel(page).button(flags[0].fixes[0].label).first().click();
  await drawn(page);
};

const TRACKED = `
  const field = document.querySelector("#text");
  const native = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value");
  let state = "", tracked = "";
  window.changes = []; window.inputs = 0; window.set = 0;
  Object.defineProperty(field, "value", {
    configurable: true,
    get() { return native.get.call(this); },
    set(value) { window.set += 1; tracked = String(value); native.set.call(this, value); },
  });
  field.addEventListener("input", () => {
    window.inputs += 1;
    const now = native.get.call(field);
    if (now === tracked) return;
    tracked = now;
    state = now;
    window.changes.push(now);
    if (native.get.call(field) !== state) native.set.call(field, state);
  });`;

test("a controlled field that tracks its setter sees exactly one input event for a fix, and keeps it", async (t) => {
  const page = await on.open(t, `<textarea id="text"></textarea>${LENS}`, { script: TRACKED });
  await page.focus("#text");
  await page.keyboard.type(BEFORE);
  await drawn(page);
  await page.evaluate(() => Object.assign(window, { changes: [], inputs: 0, set: 0 }));
  await mend(page);
  assert.deepEqual(await page.evaluate(() => [window.inputs, window.changes, window.set]), [1, [AFTER], 0]);
  assert.equal((await field(page, "#text")).text, AFTER);
});

test("React's own controlled textarea sees one change, renders it, and Ctrl+Z is one more", async (t) => {
  const page = await on.page(t);
  const script = `
    const { createElement: h, useState } = React;
    window.changes = [];
    function Editor() {
      const [value, setValue] = useState("");
      return h("div", null,
        h("textarea", { id: "text", value, onChange: ({ target }) => { window.changes.push(target.value); setValue(target.value); } }),
        h("output", null, value),
        h("draft-lens", { for: "text", networks: "x", lang: "en" }));
    }
    ReactDOM.createRoot(document.querySelector("#root")).render(h(Editor));`;
  const body = `<div id="root"></div>
    <script src="/tests/node_modules/react/umd/react.production.min.js"></script>
    <script src="/tests/node_modules/react-dom/umd/react-dom.production.min.js"></script>`;
  await page.goto(on.made(body, { script }));
  await page.waitForFunction(() => window.told.some(({ name }) => name === "ready"));
  await page.focus("#text");
  await page.keyboard.type(BEFORE);
  await drawn(page);
  await page.evaluate(() => { window.changes = []; });
  await mend(page);
  assert.deepEqual(await page.evaluate(() => window.changes), [AFTER]);
  assert.equal(await page.textContent("output"), AFTER);
  await page.focus("#text");
  await page.keyboard.press("Control+z");
  await drawn(page);
  assert.deepEqual(await page.evaluate(() => window.changes), [AFTER, BEFORE]);
  assert.equal(await page.textContent("output"), BEFORE);
  assert.deepEqual(page.faults, []);
});
