// A text that is too long: shortened by small cuts, made a thread, or written anew for one network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, field, heard, report } from "./support/page.js";
import { panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = `<textarea id="text" rows="6"></textarea><draft-lens for="text" networks="x linkedin" lang="en"></draft-lens>`;
const LONG = `${"We are very happy to tell you that the workshop is open again, and it is free. ".repeat(3)}And it is really very simple, so come and see!!! #Repair #Lyon`;

async function open(t, text = LONG) {
  const page = await on.open(t, PAGE);
  await page.focus("#text");
  await page.keyboard.insertText(text);
  await drawn(page);
  return page;
}

const network = async (page, id) => (await report(page)).networks.find((one) => one.network === id);

test("a thread for X is its text alone: every post fits, LinkedIn keeps the whole, and one click takes it back", async (t) => {
  const page = await open(t);
  assert.equal((await network(page, "x")).fits, false);
  await panel(page).button("Make it a thread").click();
  await drawn(page);
  const x = await network(page, "x");
  assert.equal(x.fits, true);
  assert.equal(x.text, "x");
  assert.ok(x.parts.length >= 2 && x.parts.every(({ fits }) => fits));
  assert.equal((await network(page, "linkedin")).text, "base");
  assert.equal((await field(page, "#text")).text, LONG);
  const { network: told, text } = await heard(page, "variant");
  assert.equal(told, "x");
  assert.match(text, /\(1\/2\)\n---\n/);
  assert.equal(await panel(page).lens.locator("[part~=preview]").count(), x.parts.length);
  await panel(page).button("Back to the common text").click();
  await drawn(page);
  assert.equal((await network(page, "x")).text, "base");
  assert.deepEqual(page.faults, []);
});

test("a version for X follows nothing but its own field, and the chip says that it differs", async (t) => {
  const page = await open(t);
  await panel(page).button("Version for X").click();
  const own = panel(page).lens.locator("[part=own] textarea");
  assert.equal(await own.inputValue(), LONG);
  await own.fill("Short and sweet");
  await drawn(page);
  const x = await network(page, "x");
  assert.deepEqual([x.count, x.fits, x.text], [15, true, "x"]);
  assert.match(await panel(page).network("X").getAttribute("aria-label"), /text of its own/);
  await page.focus("#text");
  await page.keyboard.type(" More.");
  await drawn(page);
  assert.equal(await own.inputValue(), "Short and sweet");
  assert.match(await page.evaluate(() => document.querySelector("draft-lens").shadowRoot.querySelector("[part~=preview]").textContent), /Short and sweet/);
});

test("cuts show what goes and what it saves; one click makes enough of them, Ctrl+Z takes them back", async (t) => {
  const page = await open(t);
  const over = -(await network(page, "x")).remaining;
  await panel(page).button("Shorten").click();
  const rows = panel(page).lens.locator(".cut");
  assert.ok((await rows.count()) > 3);
  assert.match(await rows.first().textContent(), /−\d/);
  await panel(page).button(/it fits/).click();
  await drawn(page);
  const x = await network(page, "x");
  assert.ok(over > 0 && x.fits, JSON.stringify(x));
  await page.focus("#text");
  await page.keyboard.press("Control+z");
  await drawn(page);
  assert.equal((await field(page, "#text")).text, LONG);
});

test("a fix of a network's own text mends that text, not the editor's", async (t) => {
  const page = await open(t, "All fine here.");
  await page.evaluate(() => {
    document.querySelector("draft-lens").draft = { variants: { x: "See http://brand.org/repair now" } };
  });
  await drawn(page);
  const { flags } = await report(page);
  const flag = flags.find(({ rule }) => rule === "link-insecure-http");
  assert.equal(flag.text, "x");
  await page.evaluate((id) => document.querySelector("draft-lens").applyFix(id), flag.id);
  await drawn(page);
  assert.equal((await heard(page, "variant")).text, "See https://brand.org/repair now");
  assert.equal((await field(page, "#text")).text, "All fine here.");
});
