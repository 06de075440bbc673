// Bad input: a clear error, a line in the widget, never a panic, and the host's editor goes on working.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, heard, report, told } from "./support/page.js";
import { panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const page = (attributes) => `<textarea id="text">Read http://brand.org/a </textarea><draft-lens for="text" networks="x" lang="en" ${attributes}></draft-lens>`;

/** Types into the host's field and sees the widget follow. */
async function goesOn(page) {
  await page.fill("#text", "four");
  await panel(page).networks.filter({ hasText: "276" }).first().waitFor();
  assert.ok(page.faults.every((fault) => !/unreachable|panicked|RuntimeError|CSP/.test(fault)), page.faults.join());
}

test("a policy that is not JSON: the error names line and column, the verdict is not ready, and the rest works", async (t) => {
  const at = await on.open(t, page('policy-src="/policy-broken.json"'), {
    files: { "/policy-broken.json": '{\n  "levels": {,}\n}\n' },
    wait: false,
  });
  const error = await heard(at, "error");
  assert.equal(error.line, 2);
  assert.equal(error.column, 14);
  await panel(at).lens.getByText(/line 2/).first().waitFor();
  assert.notEqual((await report(at)).verdict, "ready");
  assert.ok((await report(at)).flags.some(({ rule }) => rule === "link-insecure-http"));
  await goesOn(at);
  assert.equal((await report(at)).verdict, "pending");
});

test("an unknown key of a policy: the error names it, its line and its column", async (t) => {
  const at = await on.open(t, page('policy-src="/policy-unknown.json"'), {
    files: { "/policy-unknown.json": '{\n  "levls": { "shouting-caps": "off" }\n}\n' },
    wait: false,
  });
  const error = await heard(at, "error");
  assert.match(`${error.at} ${error.message}`, /levls/);
  assert.deepEqual([error.line, error.column], [2, 3]);
  await panel(at).lens.getByText(/levls/).first().waitFor();
  await goesOn(at);
});

test("a house's rule that does not parse: the error says where in the policy", async (t) => {
  const at = await on.open(t, page('policy-src="/policy-rule.json"'), {
    files: { "/policy-rule.json": JSON.stringify({ rules: [{ id: "broken", severity: "review", patterns: "find (open", en: { title: "t", why: "w", advice: "a" } }] }) },
    wait: false,
  });
  const error = await heard(at, "error");
  assert.match(error.at, /rules/);
  await goesOn(at);
});

for (const [what, status] of Object.entries({ "is not there": 404, "cannot be given": 500 })) {
  test(`a policy that ${what} (${status}): the error says so, and nothing is called ready`, async (t) => {
    on.server.put(`/policy-${status}.json`, "no", { status });
    const at = await on.open(t, page(`policy-src="/policy-${status}.json"`), { wait: false });
    const error = await heard(at, "error");
    assert.match(error.message, new RegExp(`policy-${status}\\.json`));
    assert.match(error.message, new RegExp(String(status)));
    await goesOn(at);
    assert.equal((await report(at)).verdict, "pending");
  });
}

test("a policy that works is fetched once and heeded", async (t) => {
  const at = await on.open(t, page('policy-src="/policy-fine.json"'), {
    files: { "/policy-fine.json": '{ "levels": { "link-insecure-http": "off" } }' },
  });
  await at.waitForFunction(async () => (await document.querySelector("draft-lens").check()).flags.length === 0);
  assert.equal(on.server.requests.filter((path) => path === "/policy-fine.json").length, 1);
  assert.deepEqual(await told(at, "error"), []);
});

test("a field that is not there is named, and waited for", async (t) => {
  const at = await on.open(t, '<draft-lens for="nowhere" networks="x" lang="en"></draft-lens>', { wait: false });
  assert.match((await heard(at, "error")).message, /nowhere/);
  await at.locator("draft-lens").getByText(/nowhere/).first().waitFor();
  assert.deepEqual(at.faults.filter((fault) => fault.startsWith("error")), []);
});

test("`for` that names something else than an editor is said", async (t) => {
  const at = await on.open(t, '<p id="text">Not an editor</p><draft-lens for="text" networks="x" lang="en"></draft-lens>', { wait: false });
  assert.match((await heard(at, "error")).message, /text/);
});

test("a field that goes away later is named, and the page goes on", async (t) => {
  const at = await on.open(t, page(""));
  await at.evaluate(() => document.querySelector("#text").remove());
  await at.locator("draft-lens").getByText(/text/).first().waitFor();
  await at.evaluate(() => document.body.append(Object.assign(document.createElement("textarea"), { id: "text" })));
  await goesOn(at);
});

for (const [attribute, value] of Object.entries({ networks: "x myspace", theme: "sepia", lang: "tlh", "text-lang": "xx", gate: "nothing", "date-for": "nothing" })) {
  test(`an unknown value, ${attribute}="${value}", is named in an error, and the rest works`, async (t) => {
    const at = await on.open(t, `<textarea id="text"></textarea><draft-lens for="text" networks="x"></draft-lens>`);
    await at.evaluate(([attribute, value]) => document.querySelector("draft-lens").setAttribute(attribute, value), [attribute, value]);
    const { message } = await heard(at, "error");
    assert.match(message, new RegExp(value.split(" ").at(-1)));
    await goesOn(at);
  });
}

for (const [what, make] of Object.entries({
  "is a number": () => 7,
  "is a string": () => "text",
  "has a number for a link": () => ({ link: 7 }),
  "has a string for its pictures": () => ({ media: "picture.png" }),
  "has an unknown key": () => ({ txt: "a" }),
})) {
  test(`a draft that ${what} is refused by an error, and typing goes on`, async (t) => {
    const at = await on.open(t, page(""));
    await at.evaluate((draft) => {
      try {
        document.querySelector("draft-lens").draft = draft;
      } catch (error) {
        document.querySelector("draft-lens").dispatchEvent(new CustomEvent("draftlens-error", { bubbles: true, detail: { message: error.message } }));
      }
    }, make());
    const { message } = await heard(at, "error");
    assert.ok(message.length > 10);
    await goesOn(at);
  });
}

test("settings that come late are heeded: lang, networks, brand, one after the other", async (t) => {
  const at = await on.open(t, page(""));
  await at.evaluate(() => {
    const lens = document.querySelector("draft-lens");
    lens.lang = "fr";
    lens.networks = "x mastodon";
    lens.setAttribute("brand", "Maison Marius");
  });
  await panel(at).lens.getByText("DraftLens vérifie ici et n’envoie rien").waitFor();
  await drawn(at);
  assert.deepEqual((await report(at)).networks.map(({ network }) => network), ["x", "mastodon"]);
});
