// On a phone: while the keyboard is open, the verdict is one line above it.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = `<textarea id="text" rows="3"></textarea><draft-lens for="text" networks="x" lang="en"></draft-lens>`;
const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true };

/** Runs before the page's scripts: a keyboard that the test opens and closes, since no headless browser has one. */
function fakeKeyboard() {
  const view = Object.assign(new EventTarget(), { width: 390, height: innerHeight, offsetTop: 0, offsetLeft: 0, scale: 1 });
  Object.defineProperty(window, "visualViewport", { value: view });
  window.keyboard = (height) => {
    view.height = innerHeight - height;
    view.dispatchEvent(new Event("resize"));
  };
}

test("the verdict stands above the open keyboard, follows the text, and leads to the finding", async (t) => {
  const page = await on.open(t, PAGE, { context: PHONE, init: fakeKeyboard });
  const line = panel(page).lens.locator("[part~=above]");
  await page.locator("#text").fill("Hello there, everybody.");
  await page.evaluate(() => window.keyboard(320));
  assert.ok(await line.isVisible());
  await page.locator("#text").fill(`${AURORA} `);
  await drawn(page);
  assert.match(await line.textContent(), /#Aurora/);
  const { y, height } = await line.boundingBox();
  assert.equal(Math.round(y + height), await page.evaluate(() => innerHeight - 320));
  await line.tap();
  assert.equal(await line.isVisible(), false);
  const focused = await page.evaluate(() => document.querySelector("draft-lens").shadowRoot.activeElement?.part.contains("verdict"));
  assert.equal(focused, true);
});

test("it goes with the keyboard, and an address bar is no keyboard", async (t) => {
  const page = await on.open(t, PAGE, { context: PHONE, init: fakeKeyboard });
  const line = panel(page).lens.locator("[part~=above]");
  await page.locator("#text").fill(`${AURORA} `);
  await page.evaluate(() => window.keyboard(60));
  assert.equal(await line.isVisible(), false);
  await page.evaluate(() => window.keyboard(320));
  assert.ok(await line.isVisible());
  await page.evaluate(() => window.keyboard(0));
  assert.equal(await line.isVisible(), false);
});
