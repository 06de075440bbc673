// A fix goes through the editor: one input event, Ctrl+Z takes it back, the caret keeps its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, field, heard, report, told } from "./support/page.js";
import { panel, unfold } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const BEFORE = "Our calendar: http://repair.fr/repair and more";
const AFTER = "Our calendar: https://repair.fr/repair and more";
const LENS = '<draft-lens for="text" networks="x mastodon" lang="en"></draft-lens>';
const FIELDS = {
  textarea: `<textarea id="text"></textarea>`,
  input: `<input id="text" size="80">`,
  contenteditable: `<div id="text" contenteditable="true"></div>`,
};

/** Types the draft, and notes every input event from then on. */
async function typed(page, text = BEFORE) {
  await page.focus("#text");
  await page.keyboard.type(text);
  await drawn(page);
  await page.evaluate(() => {
    window.inputs = [];
    document.querySelector("#text").addEventListener("input", ({ inputType }) => window.inputs.push(inputType));
  });
}

/** The label of the first flag's fix. */
async function label(page) {
  const { flags } = await report(page);
  return flags.find(({ fixes }) => fixes.length > 0).fixes[0].label;
}

/** Clicks the first fix, unfolding the suggestions where it is one. */
async function mend(page) {
  const name = await label(page);
  await unfold(page);
  await panel(page).button(name).first().click();
}

for (const [kind, html] of Object.entries(FIELDS)) {
  test(`in a ${kind}, a fix is one input event, and Ctrl+Z brings back the text, then Ctrl+Y the fix`, async (t) => {
    const page = await on.open(t, html + LENS);
    await typed(page);
    await mend(page);
    assert.equal((await field(page, "#text")).text, AFTER);
    assert.deepEqual(await page.evaluate(() => window.inputs), ["insertText"]);
    assert.equal((await heard(page, "fix")).rule ?? "link-insecure-http", "link-insecure-http");
    await page.focus("#text");
    await page.keyboard.press("Control+z");
    await drawn(page);
    assert.equal((await field(page, "#text")).text, BEFORE);
    assert.equal((await report(page)).flags[0].rule, "link-insecure-http");
    await page.keyboard.press("Control+Shift+z");
    await drawn(page);
    assert.equal((await field(page, "#text")).text, AFTER);
    assert.deepEqual(page.faults, []);
  });

  test(`in a ${kind}, the caret keeps its place between the words when a fix makes the text longer`, async (t) => {
    const page = await on.open(t, html + LENS);
    await typed(page);
    for (let step = 0; step < "and more".length; step += 1) await page.keyboard.press("ArrowLeft");
    assert.equal((await field(page, "#text")).from, BEFORE.indexOf("and more"));
    await mend(page);
    const now = await field(page, "#text");
    assert.deepEqual(now, { text: AFTER, from: AFTER.indexOf("and more"), to: AFTER.indexOf("and more") });
    await page.keyboard.type("so ");
    assert.equal((await field(page, "#text")).text, AFTER.replace("and", "so and"), "the keyboard goes on where it was");
  });
}

test("Ctrl+Z after a fix takes back the fix alone, and the earlier typing can still be undone", async (t) => {
  const page = await on.open(t, FIELDS.textarea + LENS);
  await typed(page);
  await mend(page);
  await page.focus("#text");
  await page.keyboard.press("Control+z");
  assert.equal((await field(page, "#text")).text, BEFORE);
  await page.keyboard.press("Control+z");
  assert.notEqual((await field(page, "#text")).text, BEFORE);
  assert.ok(BEFORE.startsWith((await field(page, "#text")).text));
});

test("one fix mends every place of its finding at once", async (t) => {
  const page = await on.open(t, FIELDS.textarea + LENS);
  await typed(page, "First http://repair.fr/a then http://repair.fr/b end");
  const { flags } = await report(page);
  let guard = 0;
  while ((await report(page)).flags.length > 0 && guard < flags.length) {
    await mend(page);
    await drawn(page);
    guard += 1;
  }
  assert.equal((await field(page, "#text")).text, "First https://repair.fr/a then https://repair.fr/b end");
  assert.equal((await page.evaluate(() => window.inputs)).length, guard);
});

test("a fix is made by applyFix too, and says so", async (t) => {
  const page = await on.open(t, FIELDS.textarea + LENS);
  await typed(page);
  const id = (await report(page)).flags[0].id;
  await page.evaluate((id) => document.querySelector("draft-lens").applyFix(id), id);
  assert.equal((await field(page, "#text")).text, AFTER);
  assert.equal((await heard(page, "fix")).id, id);
});

test("the host's apply gets the edits and the widget leaves the field alone", async (t) => {
  const page = await on.open(t, FIELDS.textarea + LENS);
  await typed(page);
  await page.evaluate(() => {
    window.edits = [];
    document.querySelector("draft-lens").apply = (edit) => {
      window.edits.push(edit);
      return false;
    };
  });
  await mend(page);
  await drawn(page);
  assert.equal((await field(page, "#text")).text, BEFORE);
  assert.equal((await page.evaluate(() => window.edits)).length, 1);
  assert.deepEqual(await page.evaluate(() => window.inputs), []);
});

const REFUSERS = {
  "puts its own text back": `const field = document.querySelector("#text"); let own = "";
    field.addEventListener("input", () => { if (field.value.includes("https")) field.value = own; else own = field.value; });`,
  "is full (maxlength)": `document.querySelector("#text").maxLength = ${BEFORE.length};`,
  "is read-only by now": `document.querySelector("#text").addEventListener("input", ({ target }) => { if (target.value.endsWith("more")) target.readOnly = true; });`,
};
for (const [how, script] of Object.entries(REFUSERS)) {
  test(`a field that ${how} stays as it was, and the mended text is offered to copy`, async (t) => {
    const page = await on.open(t, FIELDS.textarea + LENS, { script, context: { permissions: ["clipboard-read", "clipboard-write"] } });
    await typed(page);
    await mend(page);
    const copy = panel(page).button(/^Copy/);
    await copy.waitFor();
    assert.equal((await field(page, "#text")).text, BEFORE);
    await copy.click();
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /https:\/\//);
    assert.deepEqual(page.faults, []);
  });
}

test("a finding without a fix offers Rewrite, which selects its words in the editor", async (t) => {
  const page = await on.open(t, FIELDS.textarea + LENS);
  await typed(page, "Hello {{first_name}}, your coat is mended. ");
  await panel(page).button("Rewrite").first().click();
  const { text, from, to } = await field(page, "#text");
  assert.match(text.slice(from, to), /first_name/);
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  assert.deepEqual(await told(page, "fix"), []);
});
