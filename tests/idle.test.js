// Nothing runs while nothing changes: no timer, no frame, no layout, for a minute of the page's own time.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = `<textarea id="text"></textarea><draft-lens for="text" networks="x linkedin" lang="en"></draft-lens>`;

/** Runs before the page's scripts: counts what anybody orders to be run later. */
function countWakeUps() {
  window.ordered = [];
  for (const name of ["setTimeout", "setInterval", "requestAnimationFrame", "requestIdleCallback"]) {
    const original = window[name];
    window[name] = (...given) => {
      window.ordered.push(name);
      return original.apply(window, given);
    };
  }
}

/** Lets a minute of virtual time pass, and gives every event of the main thread that ran code in it. */
async function minute(page, browser) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const metrics = async () =>
    Object.fromEntries((await client.send("Performance.getMetrics")).metrics.map(({ name, value }) => [name, value]));
  const over = new Promise((done) => client.once("Emulation.virtualTimeBudgetExpired", done));
  await browser.startTracing(page, { categories: ["devtools.timeline", "v8.execute"] });
  const before = await metrics();
  await client.send("Emulation.setVirtualTimePolicy", { policy: "advance", budget: 60_000 });
  await over;
  const after = await metrics();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const ran = traceEvents.filter(({ name }) => ["TimerFire", "FireAnimationFrame", "FireIdleCallback", "FunctionCall"].includes(name));
  return {
    ran: ran.map(({ name, args }) => `${name} ${args?.data?.functionName ?? ""} ${args?.data?.url ?? ""}`.trim()),
    layouts: after.LayoutCount - before.LayoutCount,
    styles: after.RecalcStyleCount - before.RecalcStyleCount,
  };
}

test("with a flagged draft and the caret elsewhere, a minute passes without one wake-up", async (t) => {
  const page = await on.open(t, PAGE, { init: countWakeUps });
  await page.focus("#text");
  await page.keyboard.type(AURORA);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  await page.evaluate(() => document.activeElement.blur());
  // The last wait of the widget (600 ms for a word to rest) and its last drawing may still be under way.
  await minute(page, on.browser);
  await page.evaluate(() => { window.ordered.length = 0; });
  const { ran, layouts, styles } = await minute(page, on.browser);
  assert.deepEqual({ ran, layouts, styles }, { ran: [], layouts: 0, styles: 0 });
  assert.deepEqual(await page.evaluate(() => window.ordered), []);
});

test("a page that does wake up is seen by this test", async (t) => {
  const page = await on.open(t, PAGE, { init: countWakeUps, script: "setInterval(() => { window.woken = performance.now(); }, 1000);" });
  const { ran } = await minute(page, on.browser);
  assert.ok(ran.filter((event) => event.startsWith("TimerFire")).length >= 30);
  await drawn(page);
});

test("a widget that waits for its field does not poll for it", async (t) => {
  const page = await on.open(t, `<draft-lens for="nowhere" networks="x" lang="en"></draft-lens>`, { init: countWakeUps, wait: false });
  await page.locator("draft-lens").getByText(/nowhere/).first().waitFor();
  await minute(page, on.browser);
  await page.evaluate(() => { window.ordered.length = 0; });
  const { ran } = await minute(page, on.browser);
  assert.deepEqual(ran, []);
  assert.deepEqual(await page.evaluate(() => window.ordered), []);
});
