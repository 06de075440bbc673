// The demo: a CMS around the widget that works, says the truth about what it keeps, and speaks both languages.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { FRENCH } from "../demo/words.js";
import { DRAFTS, KINDS } from "../demo/drafts.js";
import { drawn, report } from "./support/page.js";
import { panel } from "./support/panel.js";
import { ROOT } from "./support/server.js";
import { stage } from "./support/stage.js";

const on = stage();
const html = await readFile(join(ROOT, "index.html"), "utf8");

test("every word of the page has its French, and no French is left over", () => {
  const used = [...html.matchAll(/data-t(?:-label)?="([^"]+)"/g)].map(([, key]) => key);
  assert.deepEqual([...new Set([...used, "document-title"])].sort(), Object.keys(FRENCH).sort());
  for (const { kind } of DRAFTS) assert.ok(KINDS[kind].en && KINDS[kind].fr, kind);
  assert.ok(DRAFTS.length >= 12);
});

test("the page has no script and no style of its own in the HTML, so that the strict policy holds", () => {
  assert.doesNotMatch(html, /<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
});

test("the demo works in both languages and all themes without one fault", async (t) => {
  const page = await on.demo(t);
  await page.getByRole("radio", { name: "FR" }).check();
  assert.equal(await page.getAttribute("html", "lang"), "fr");
  await page.locator("draft-lens").getByText("DraftLens vérifie ici et n’envoie rien").waitFor();
  assert.equal(await page.textContent("#save"), "Enregistrer");
  for (const theme of ["Sombre", "Clair", "Auto"]) await page.getByRole("radio", { name: theme }).check();
  await page.getByRole("radio", { name: "EN" }).check();
  assert.equal(await page.textContent("#save"), "Save draft");
  assert.deepEqual(page.faults, []);
});

const EXPECTED = {
  tragedy: ["stop", "tragedy-hashtag"],
  placeholder: ["stop", "placeholder-token"],
  long: ["stop", "over-limit"],
  residue: ["stop", "ai-residue"],
  shouting: ["any", "shouting-caps"],
  http: ["any", "link-insecure-http"],
  email: ["any", "pii-email"],
  camel: ["any", "hashtag-camel-case"],
  bait: ["any", "engagement-bait"],
  engagement: ["ready"],
  clean: ["ready"],
};
for (const [index, draft] of DRAFTS.entries()) {
  const [verdict, rule] = EXPECTED[draft.kind] ?? [];
  test(`the example “${draft.title}” shows what its list entry says: ${KINDS[draft.kind].en}`, async (t) => {
    const page = await on.demo(t);
    await page.locator("#drafts button").nth(index).click();
    assert.equal(await page.inputValue("#body"), draft.text);
    await drawn(page);
    const now = await report(page);
    assert.deepEqual(now.networks.map(({ network }) => network), draft.networks);
    if (verdict === "stop") assert.equal(now.verdict, "stop");
    if (verdict === "ready") assert.deepEqual([now.verdict, now.flags.filter(({ severity }) => severity !== "advise")], ["ready", []]);
    if (draft.kind === "clean") assert.deepEqual(now.flags.map(({ rule }) => rule), []);
    if (rule) assert.ok(now.flags.some((flag) => flag.rule === rule), now.flags.map(({ rule }) => rule).join());
    if (["engagement", "curated"].includes(draft.kind)) assert.equal(now.category.label, draft.kind);
    if (draft.kind === "claim") assert.equal(now.category.label, "promotional");
    assert.deepEqual(page.faults, []);
  });
}

test("a saved draft is there after a reload, with its networks, picture and date", async (t) => {
  const page = await on.demo(t);
  await page.fill("#body", "Saved for later, with wool");
  await page.fill("#when", "2026-12-04T10:15");
  await page.getByRole("checkbox", { name: "Mastodon" }).check();
  await page.click("#save");
  await page.locator("#saved").getByText(/^Draft saved \d\d:\d\d$/).waitFor();
  await page.reload();
  assert.equal(await page.inputValue("#body"), "Saved for later, with wool");
  assert.equal(await page.inputValue("#when"), "2026-12-04T10:15");
  assert.equal(await page.getAttribute("draft-lens", "networks"), "x linkedin bluesky mastodon");
});

test("a draft that must not go out can still be saved", async (t) => {
  const page = await on.demo(t);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  await page.click("#save");
  await page.locator("#saved").getByText(/^Draft saved/).waitFor();
});

test("publishing waits on the Aurora draft, passes with a reason, and shows what a server would get", async (t) => {
  const page = await on.demo(t);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  await page.locator("#publish").click({ force: true });
  assert.equal(await page.locator("#outcome").textContent(), "");
  await page.getByRole("button", { name: /Publish anyway/ }).first().click();
  await page.keyboard.type("Checked with the newsroom: the northern lights.");
  await page.keyboard.press("Enter");
  await drawn(page);
  await page.locator("#publish").click({ force: true });
  await page.locator("#outcome").getByText(/Published, in this demo only/).waitFor();
  assert.match(await page.locator("#outcome").textContent(), /Checked with the newsroom/);
});

test("what the writer dismissed is listed with where it is kept, survives a reload, and can be forgotten", async (t) => {
  const page = await on.demo(t);
  await page.fill("#body", "Read http://brand.org/a about wool ");
  await drawn(page);
  const [{ id }] = (await report(page)).flags.filter(({ rule }) => rule === "link-insecure-http");
  await page.evaluate((id) => document.querySelector("draft-lens").dismiss(id, "our intranet"), id);
  await page.click("#kept summary");
  await page.locator("#answers").getByText(/our intranet/).waitFor();
  assert.match(await page.locator("#kept").textContent(), /Kept in this browser, in localStorage/);
  await page.click("#save");
  await page.reload();
  await page.waitForFunction(() => window.told.some(({ name }) => name === "ready"));
  await drawn(page);
  assert.deepEqual((await report(page)).dismissed.map(({ reason }) => reason), ["our intranet"]);
  await page.click("#kept summary");
  await page.click("#forget");
  await page.locator("#answers").getByText("Nothing yet.").waitFor();
});

test("the six facts of the house reach the widget as attributes", async (t) => {
  const page = await on.demo(t);
  await page.click("#house summary");
  await page.fill("#brand", "Maison Léa");
  assert.equal(await page.getAttribute("draft-lens", "brand"), "Maison Léa");
  await page.selectOption("#sector", "finance");
  assert.equal(await page.getAttribute("draft-lens", "sector"), "finance");
});

test("without storage the demo says that it keeps nothing, and goes on", async (t) => {
  const page = await on.page(t);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };
  });
  await page.goto(`${on.server.origin}/`);
  await page.waitForFunction(() => window.told.some(({ name }) => name === "ready"));
  await page.click("#save");
  await page.locator("#saved").getByText(/keeps nothing/).waitFor();
});
