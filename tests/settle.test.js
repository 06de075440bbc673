// Setting a finding aside: for how long, who may, and that somebody else agrees; and what a screen reader would say.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.js";
import { drawn, heard, report, told } from "./support/page.js";
import { panel, unfold } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const LINK = "Read http://brand.org/a about wool ";
const RULE = "link-insecure-http";
const PAGE = (lang) => `<main><h1>Post</h1><textarea id="text" aria-label="Text" rows="4"></textarea>
  <draft-lens for="text" networks="x linkedin" lang="${lang}"></draft-lens></main>`;

async function open(t, text, { lang = "en", context, ...given } = {}) {
  const page = await on.open(t, PAGE(lang), { context, script: `Object.assign(document.querySelector("draft-lens"), ${JSON.stringify(given)});` });
  await page.fill("#text", text);
  await drawn(page);
  return page;
}

const rules = async (page) => (await report(page)).flags.map(({ rule }) => rule);
const card = (page) => panel(page).lens.locator(`[data-flag^="${RULE}"], [data-flag*="${RULE}"]`).first();

/** Opens the form of the flag, chooses how long, and gives a ready reason. */
async function setAside(page, scope) {
  await unfold(page);
  await card(page).getByRole("button", { name: "Dismiss…" }).click();
  if (scope) await card(page).getByRole("radio", { name: scope }).check();
  await card(page).getByRole("button", { name: "Meant as it stands" }).click();
  await drawn(page);
}

test("the form asks how long, of which one thing is chosen, and arrows of the keyboard choose another", async (t) => {
  const page = await open(t, LINK);
  await unfold(page);
  await card(page).getByRole("button", { name: "Dismiss…" }).click();
  const radios = card(page).getByRole("radio");
  const checked = () => radios.evaluateAll((all) => all.map(({ checked }) => checked));
  assert.deepEqual(await checked(), [true, false, false]);
  await radios.first().focus();
  await page.keyboard.press("ArrowDown");
  await drawn(page);
  assert.deepEqual(await checked(), [false, true, false]);
  assert.deepEqual(await violations(page), []);
  assert.deepEqual(page.faults, []);
});

const SCOPES = [[undefined, "draft"], ["in this draft", "draft"], ["until the text changes", "text"], ["always here", "house"]];
for (const [label, scope] of SCOPES) {
  test(`set aside ${label ?? "with nothing chosen"}: the event says “${scope}”, and a change of the text ${scope === "text" ? "asks again" : "asks nothing"}`, async (t) => {
    const page = await open(t, LINK);
    await setAside(page, label);
    const said = await heard(page, "dismiss");
    assert.equal(said.scope, scope);
    assert.deepEqual([said.rule, said.reason], [RULE, "Meant as it stands"]);
    assert.equal("textHash" in said, scope === "text");
    assert.deepEqual(await rules(page), []);
    await page.fill("#text", `${LINK}and linen `);
    await drawn(page);
    assert.deepEqual(await rules(page), scope === "text" ? [RULE] : []);
    await page.fill("#text", LINK);
    await drawn(page);
    assert.deepEqual(await rules(page), [], "the text that was judged is judged already");
  });
}

test("what was set aside is listed, and one click brings it back", async (t) => {
  const page = await open(t, LINK);
  await setAside(page);
  const { lens } = panel(page);
  await lens.getByText("1 finding settled by you").click();
  await lens.getByText(/Meant as it stands/).waitFor();
  await lens.getByRole("button", { name: "Bring back" }).click();
  await drawn(page);
  assert.deepEqual(await rules(page), [RULE]);
});

test("a role that may not finds no button and reads who may; one that may finds the button", async (t) => {
  const policy = { settle: { [RULE]: ["editor", "legal"] } };
  for (const [role, may] of [[undefined, false], ["writer", false], ["editor", true], ["Legal", true]]) {
    const page = await open(t, LINK, { policy, draft: role ? { role } : {} });
    await unfold(page);
    assert.equal(await card(page).getByRole("button", { name: "Dismiss…" }).count(), may ? 1 : 0, role);
    assert.equal(await card(page).getByText("Only these may set it aside: editor, legal.").count(), may ? 0 : 1, role);
    const { id } = (await report(page)).flags[0];
    await page.evaluate((id) => document.querySelector("draft-lens").dismiss(id, "by a script"), id);
    assert.deepEqual(await rules(page), may ? [] : [RULE], `${role}, by a script`);
    await page.context().close();
  }
});

test("where nobody may, the panel says so; where a second must agree, one person does not suffice", async (t) => {
  const nobody = await open(t, LINK, { policy: { settle: { [RULE]: [] } }, draft: { role: "editor" } });
  await unfold(nobody);
  await card(nobody).getByText("The house lets nobody set this aside.").waitFor();
  const second = { policy: { settle: { [RULE]: { by: "editor", second: true } } }, draft: { role: "editor", author: { name: "Zoé" } } };
  const page = await open(t, LINK, second);
  await unfold(page);
  await card(page).getByText("A second person must agree.").waitFor();
  await setAside(page);
  const said = (await told(page, "dismiss")).at(-1);
  assert.deepEqual([said.by, said.role], ["Zoé", "editor"]);
  assert.deepEqual(await rules(page), [RULE]);
  await page.evaluate(({ draft, said }) => {
    document.querySelector("draft-lens").draft = { ...draft, dismissed: [{ ...said, second: "Anna" }] };
  }, { draft: second.draft, said });
  await drawn(page);
  assert.deepEqual(await rules(page), []);
});

const SAID = { en: ["Hear it", "A screen reader says:"], fr: ["Écouter", "Un lecteur d’écran dit :"] };
for (const [lang, [button, says]] of Object.entries(SAID)) {
  test(`“${button}” tells in words what a screen reader says, follows the text, and closes again`, async (t) => {
    const page = await open(t, "Our coats 👏👏 #slowfashionseason ", { lang });
    const hear = panel(page).lens.locator("[part~=hear]");
    const toggle = hear.getByRole("button", { name: button });
    assert.equal(await toggle.getAttribute("aria-expanded"), "false");
    assert.equal(await hear.locator("li").count(), 0);
    await toggle.click();
    await drawn(page);
    assert.equal(await toggle.getAttribute("aria-expanded"), "true");
    assert.match(await hear.textContent(), new RegExp(says));
    const first = (await hear.locator("li").allTextContents()).join("\n");
    assert.match(first, /Our coats/);
    assert.doesNotMatch(first, /👏/, "an emoji is heard as its name");
    assert.deepEqual(await violations(page), []);
    if (process.env.DRAFTLENS_PICTURES) await page.screenshot({ path: `${process.env.DRAFTLENS_PICTURES}/hear-${lang}.png`, fullPage: true });
    await page.fill("#text", "Our scarves");
    await drawn(page);
    assert.match((await hear.locator("li").allTextContents()).join("\n"), /Our scarves/);
    await toggle.click();
    await drawn(page);
    assert.equal(await hear.locator("li").count(), 0);
    assert.deepEqual(page.faults, []);
  });
}
