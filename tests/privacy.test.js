// Nothing leaves the page: no violation of the strict policy, no request after load, and no need of a network.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, heard, report, told } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { STRICT_CSP } from "./support/server.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = '<textarea id="text"></textarea><draft-lens for="text" networks="x linkedin" lang="en"></draft-lens>';

/** Uses the widget as a person does: types, looks at both networks, opens what can be opened. */
async function use(page) {
  await page.focus("#text");
  await page.keyboard.type(`${AURORA} http://brand.org/a {{first_name}}`);
  await drawn(page);
  for (const name of ["LinkedIn", "X"]) await panel(page).network(name).first().click();
  await drawn(page);
  assert.equal((await report(page)).verdict, "stop");
}

test("it loads, works and shows everything under the strict policy without one violation", async (t) => {
  const page = await on.open(t, PAGE);
  await use(page);
  assert.deepEqual(page.faults, []);
});

test("the faults of a page are seen by these tests: a violation of the policy is", async (t) => {
  const page = await on.open(t, PAGE);
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.waitForFunction(() => true);
  assert.ok(page.faults.some((fault) => /CSP|Content Security Policy/.test(fault)));
});

test("after load there is not one request, whatever is typed", async (t) => {
  const page = await on.open(t, PAGE);
  await page.waitForLoadState("networkidle");
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  const before = on.server.requests.length;
  await use(page);
  assert.deepEqual(requests, []);
  assert.equal(on.server.requests.length, before);
});

test("only files of its own are fetched, and each once", async (t) => {
  const page = await on.page(t);
  const requests = [];
  page.on("request", (request) => requests.push(new URL(request.url()).pathname));
  await page.goto(on.made(PAGE));
  await heard(page, "ready");
  await use(page);
  const own = requests.filter((path) => path.startsWith("/dist/"));
  assert.ok(own.length >= 2);
  assert.equal(new Set(own).size, own.length);
  assert.deepEqual(requests.filter((path) => !path.startsWith("/dist/") && !path.startsWith("/made/")), []);
});

test("the network goes away, and checking goes on", async (t) => {
  const page = await on.open(t, PAGE);
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await use(page);
  await panel(page).verdict.getByText(/^Stop/).waitFor();
  assert.deepEqual(page.faults, []);
});

test("it works under connect-src 'none' once it is loaded: it never asks for more than its files", async (t) => {
  const page = await on.page(t);
  const policy = STRICT_CSP.replace("connect-src 'self'", `connect-src ${on.server.origin}/dist/`);
  await page.goto(on.made(PAGE, { csp: policy }));
  await heard(page, "ready");
  await use(page);
  assert.deepEqual(page.faults, []);
});

test("a page whose policy forbids wasm is told which words to add, and its editor goes on working", async (t) => {
  const page = await on.page(t);
  await page.goto(on.made(PAGE, { csp: STRICT_CSP.replace(" 'wasm-unsafe-eval'", "") }));
  const { message } = await heard(page, "error");
  assert.match(message, /wasm-unsafe-eval/);
  assert.match(message, /script-src/);
  await panel(page).lens.getByText(/wasm-unsafe-eval/).first().waitFor();
  await page.focus("#text");
  await page.keyboard.type("The editor goes on.");
  assert.equal(await page.inputValue("#text"), "The editor goes on.");
  assert.deepEqual(await told(page, "ready"), []);
});

test("nothing of the draft is kept by the widget in the browser", async (t) => {
  const page = await on.open(t, PAGE);
  await use(page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, cookies: "", databases: 0, caches: 0 });
});
