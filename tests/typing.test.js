// A person types: the count follows every key, flags wait for the word's end and go at once when mended.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, field, report } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = '<textarea id="text"></textarea><draft-lens for="text" networks="x linkedin" lang="en"></draft-lens>';

/** Runs in the page: after every key, two frames later, writes down what the panel shows. */
function watch() {
  window.shown = [];
  const parts = (name) => [...document.querySelector("draft-lens").shadowRoot.querySelectorAll(`[part~=${name}]`)];
  document.querySelector("#text").addEventListener("input", ({ target }) => {
    const text = target.value;
    const at = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => window.shown.push({
      text,
      same: text === target.value,
      waited: performance.now() - at,
      network: parts("network")[0].textContent,
      verdict: parts("verdict").map((part) => part.textContent).join(" "),
      flags: parts("flag").length,
    })));
  });
}

test("typing the Aurora tweet: the count is exact two frames after every key, the flag comes with the word's end, and the stop at last", async (t) => {
  const page = await on.open(t, PAGE);
  await page.evaluate(watch);
  await page.focus("#text");
  for (const key of AURORA) {
    await page.keyboard.type(key);
    await drawn(page);
  }
  const shown = await page.evaluate(() => window.shown);
  assert.equal(shown.length, AURORA.length);
  for (const { text, network } of shown) assert.match(network, new RegExp(`(?<!\\d)${280 - text.length}(?!\\d)`), text);
  // A stalled machine may have let the 600 ms pass: what was seen too late proves nothing.
  const unfinished = shown.filter(({ text, waited }) => waited < 300 && /^#A[a-z]*$/.test(text));
  assert.ok(unfinished.length > 0, "the machine was too slow to see anything in time");
  for (const { text, verdict } of unfinished) assert.doesNotMatch(verdict, /Aurora/, text);
  const { verdict } = panel(page);
  await verdict.getByText(/^Stop/).waitFor();
  assert.match(await verdict.textContent(), /#Aurora is tied to a tragedy|#Aurora/);
  assert.equal((await report(page)).verdict, "stop");
  assert.deepEqual(page.faults, []);
});

test("a word that rests for 600 ms is finished", async (t) => {
  const page = await on.open(t, PAGE);
  await page.focus("#text");
  await page.keyboard.type("Our 20% sale, shop now #Aurora");
  const from = await page.evaluate(() => performance.now());
  await panel(page).verdict.getByText(/#Aurora/).first().waitFor();
  assert.ok((await page.evaluate(() => performance.now())) - from < 5_000);
});

for (const way of ["mouse", "finger"]) {
  test(`a ${way} that leaves an unfinished word for a button finds it where it was`, async (t) => {
    const page = await on.open(t, PAGE, { context: { hasTouch: way === "finger" } });
    await page.focus("#text");
    await page.keyboard.type("Our 20% sale, shop now #Aurora");
    await drawn(page);
    const target = panel(page).network("LinkedIn");
    const { x, y, width, height } = await target.boundingBox();
    const at = { x: x + width / 2, y: y + height / 2 };
    if (way === "mouse") {
      await page.mouse.move(at.x, at.y);
      await drawn(page);
      const moved = await target.boundingBox();
      await page.mouse.move(moved.x + width / 2, moved.y + height / 2);
      await page.mouse.down();
      await drawn(page);
      await page.mouse.up();
    } else {
      await page.evaluate(() => document.querySelector("#text").blur());
      await drawn(page);
      await page.touchscreen.tap(at.x, at.y);
    }
    await drawn(page);
    assert.equal(await target.getAttribute("aria-checked"), "true");
    await panel(page).verdict.getByText(/#Aurora/).first().waitFor();
  });
}

test("a flag goes with the key that mends it", async (t) => {
  const page = await on.open(t, PAGE);
  await page.fill("#text", "Read http://brand.org/a ");
  const { lens } = panel(page);
  await lens.getByText(/1 suggestion|without https/).first().waitFor();
  await page.evaluate(() => document.querySelector("#text").setSelectionRange(9, 9));
  await page.focus("#text");
  await page.keyboard.type("s");
  await drawn(page);
  assert.equal((await field(page, "#text")).text, "Read https://brand.org/a ");
  assert.equal((await report(page)).flags.length, 0);
  assert.match(await panel(page).verdict.textContent(), /Nothing found/);
});

test("typing never moves the caret nor changes the text", async (t) => {
  const page = await on.open(t, PAGE);
  await page.fill("#text", "one three");
  await page.evaluate(() => document.querySelector("#text").setSelectionRange(3, 3));
  await page.focus("#text");
  await page.keyboard.type(" two");
  await drawn(page);
  assert.deepEqual(await field(page, "#text"), { text: "one two three", from: 7, to: 7 });
});

test("typing into an IME's composition is counted and not disturbed", async (t) => {
  const page = await on.open(t, PAGE);
  await page.focus("#text");
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: "にほ", selectionStart: 2, selectionEnd: 2 });
  await drawn(page);
  assert.equal((await field(page, "#text")).text, "にほ");
  await client.send("Input.insertText", { text: "日本" });
  await drawn(page);
  assert.equal((await field(page, "#text")).text, "日本");
  assert.match(await panel(page).networks.first().textContent(), /276/);
});
