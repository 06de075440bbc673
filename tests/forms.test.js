// The host's form: publishing waits on a stop until somebody gives a reason, saving always works.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, heard, report } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const FORM = `
  <form id="post" action="#"><textarea id="text" name="text"></textarea>
    <button type="button" id="save">Save</button><button id="publish">Publish</button></form>
  <draft-lens for="text" networks="x" lang="en" gate="publish" report-field="report"></draft-lens>`;
const SCRIPT = `
  window.submitted = []; window.saved = 0;
  document.querySelector("#post").addEventListener("submit", (event) => {
    event.preventDefault();
    window.submitted.push(Object.fromEntries(new FormData(event.target)));
  });
  document.querySelector("#save").addEventListener("click", () => { window.saved += 1; });`;

const submitted = (page) => page.evaluate(() => window.submitted);
/** Presses the button as a person would, who may not know that it waits. */
const press = (page, id) => page.locator(id).click({ force: true });

test("publishing waits on a stop, and saving works", async (t) => {
  const page = await on.open(t, FORM, { script: SCRIPT });
  await page.fill("#text", AURORA);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  await press(page, "#publish");
  assert.deepEqual(await submitted(page), []);
  await press(page, "#save");
  assert.equal(await page.evaluate(() => window.saved), 1);
  await page.fill("#text", "An honest line about wool");
  await drawn(page);
  await press(page, "#publish");
  assert.equal((await submitted(page)).length, 1);
});

test("a click right after the last key does not slip past the gate", async (t) => {
  const page = await on.open(t, FORM, { script: SCRIPT });
  await page.evaluate((text) => {
    const field = document.querySelector("#text");
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    document.querySelector("#publish").click();
  }, AURORA);
  assert.deepEqual(await submitted(page), []);
});

test("Enter in a field of the form and requestSubmit() wait too when the gate is the form", async (t) => {
  const page = await on.open(t, FORM.replace('gate="publish"', 'gate="post"').replace("<textarea", '<input id="title"><textarea'), { script: SCRIPT });
  await page.fill("#text", AURORA);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  await page.focus("#title");
  await page.keyboard.press("Enter");
  await page.evaluate(() => document.querySelector("#post").requestSubmit());
  assert.deepEqual(await submitted(page), []);
});

test("the report goes with the form: verdict, hash, flags, and what was dismissed", async (t) => {
  const page = await on.open(t, FORM, { script: SCRIPT });
  await page.fill("#text", "Read http://brand.org/a about wool ");
  await drawn(page);
  const [{ id }] = (await report(page)).flags;
  await page.evaluate((id) => document.querySelector("draft-lens").dismiss(id, "our intranet"), id);
  await drawn(page);
  await press(page, "#publish");
  const [{ text, report: sent }] = await submitted(page);
  const said = JSON.parse(sent);
  const now = await report(page);
  assert.equal(text, "Read http://brand.org/a about wool ");
  const inner = said.report ?? said;
  assert.equal(inner.schema, 1);
  assert.equal(inner.textHash, now.textHash);
  assert.deepEqual(inner.dismissed.map(({ reason }) => reason), ["our intranet"]);
});

test("a settled question lets publishing go on", async (t) => {
  const page = await on.open(t, FORM, { script: SCRIPT });
  await page.fill("#text", AURORA);
  await drawn(page);
  const stops = (await report(page)).flags.filter(({ severity }) => severity === "stop");
  assert.ok(stops.length > 0);
  for (const { id } of stops) {
    await page.evaluate((id) => document.querySelector("draft-lens").answer(id, "The northern lights; looked up today."), id);
  }
  await drawn(page);
  assert.equal((await heard(page, "answer")).id, stops.at(-1).id);
  assert.notEqual((await report(page)).verdict, "stop");
  await press(page, "#publish");
  assert.equal((await submitted(page)).length, 1);
});

test("a form that comes back with what it carried away knows what was settled", async (t) => {
  const hidden = (value) => FORM.replace("<button type", `<input type="hidden" name="report" value="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"><button type`);
  const text = "Read http://brand.org/a about wool ";
  const page = await on.open(t, hidden(""), { script: SCRIPT });
  await page.fill("#text", text);
  await drawn(page);
  const [{ id }] = (await report(page)).flags;
  await page.evaluate((id) => document.querySelector("draft-lens").dismiss(id, "our intranet"), id);
  const carried = await page.inputValue("[name=report]");
  const again = await on.open(t, hidden(carried), { script: SCRIPT });
  await again.fill("#text", text);
  await drawn(again);
  assert.deepEqual((await report(again)).dismissed.map(({ reason }) => reason), ["our intranet"]);
  const broken = await on.open(t, hidden("not JSON {"), { script: SCRIPT });
  await broken.fill("#text", text);
  await drawn(broken);
  assert.equal((await report(broken)).flags.length, 1);
  assert.deepEqual(broken.faults, []);
});

test("date and description come from the host's own fields", async (t) => {
  const page = await on.open(t, `<textarea id="text">Wool</textarea><input id="when" type="datetime-local" value="2026-11-27T09:30"><input id="alt" value="A coat">
    <draft-lens for="text" networks="x" lang="en" date-for="when" alt-for="alt"></draft-lens>`, { context: { timezoneId: "Europe/Paris" } });
  const before = await report(page);
  await page.fill("#when", "2026-12-04T10:00");
  await drawn(page);
  const after = await report(page);
  assert.notEqual(after.textHash, before.textHash, "an approval is tied to the date");
  await page.fill("#alt", "A coat with a mended sleeve");
  await drawn(page);
  assert.notEqual((await report(page)).textHash, after.textHash, "and to the description");
});
