// Several widgets, moved, removed and put back: one wasm, nothing lost, nothing kept alive.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, field, report } from "./support/page.js";
import { panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();

/** Runs before the page's scripts: counts what is compiled, and keeps hold of the memories. */
function countWasm() {
  window.wasm = { compiled: 0, memories: [] };
  for (const name of ["instantiate", "instantiateStreaming", "compile", "compileStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...given) => {
      if (!(given[0] instanceof WebAssembly.Module)) window.wasm.compiled += 1;
      const result = await original.apply(WebAssembly, given);
      const instance = result.instance ?? result;
      for (const value of Object.values(instance.exports ?? {})) {
        if (value instanceof WebAssembly.Memory) window.wasm.memories.push(value);
      }
      return result;
    };
  }
}

test("two widgets on a page keep apart, and share one wasm, fetched and compiled once", async (t) => {
  const before = on.server.requests.length;
  const page = await on.open(
    t,
    `<textarea id="a"></textarea><draft-lens id="one" for="a" networks="x" lang="en"></draft-lens>
     <input id="b"><draft-lens id="two" for="b" networks="mastodon" lang="fr"></draft-lens>`,
    { init: countWasm },
  );
  await page.fill("#a", "Only the first says http://brand.org/a ");
  await page.fill("#b", "Rien ici");
  await drawn(page);
  const [one, two] = [await report(page, "#one"), await report(page, "#two")];
  assert.deepEqual([one.flags.length, two.flags.length], [1, 0]);
  assert.deepEqual([one.networks.length, two.networks.length], [1, 1]);
  assert.deepEqual([one.networks[0].network, two.networks[0].network], ["x", "mastodon"]);
  assert.match(await panel(page, "#two").networks.first().textContent(), /492/);
  await panel(page, "#two").lens.getByText("DraftLens vérifie ici et n’envoie rien").waitFor();
  await panel(page, "#one").lens.getByText("DraftLens checks here and sends nothing").waitFor();
  assert.equal(on.server.requests.slice(before).filter((path) => path.endsWith(".wasm")).length, 1);
  assert.deepEqual(await page.evaluate(() => [window.wasm.compiled, window.wasm.memories.length]), [1, 1]);
  assert.deepEqual(page.faults, []);
});

test("two widgets of one field both follow it", async (t) => {
  const page = await on.open(t, `<textarea id="a"></textarea><draft-lens id="one" for="a" networks="x"></draft-lens><draft-lens id="two" for="a" networks="x"></draft-lens>`);
  await page.fill("#a", "four");
  await drawn(page);
  for (const id of ["#one", "#two"]) assert.match(await panel(page, id).networks.first().textContent(), /276/);
});

test("moving the widget in the page keeps what was dismissed", async (t) => {
  const page = await on.open(t, `<main><textarea id="a"></textarea><draft-lens for="a" networks="x" lang="en"></draft-lens></main><aside></aside>`);
  await page.fill("#a", "Read http://brand.org/a ");
  await drawn(page);
  const [{ id }] = (await report(page)).flags;
  await page.evaluate((id) => document.querySelector("draft-lens").dismiss(id, "our own test server"), id);
  assert.deepEqual((await report(page)).dismissed.map(({ reason }) => reason), ["our own test server"]);
  for (const place of ["aside", "main", "aside"]) {
    await page.evaluate((place) => document.querySelector(place).append(document.querySelector("draft-lens")), place);
    await drawn(page);
    const now = await report(page);
    assert.deepEqual([now.flags.length, now.dismissed.length], [0, 1]);
  }
  await page.fill("#a", "Read http://brand.org/b ");
  await drawn(page);
  assert.equal((await report(page)).flags.length, 1, "other words open it again");
  assert.deepEqual(page.faults, []);
});

test("a removed widget lets go of its field, and a widget put back takes it up again", async (t) => {
  const page = await on.open(t, `<textarea id="a"></textarea><draft-lens for="a" networks="x" lang="en"></draft-lens>`);
  await page.evaluate(() => {
    window.away = document.querySelector("draft-lens");
    window.away.remove();
    window.told.length = 0;
  });
  await page.fill("#a", "typed while it was away");
  await drawn(page);
  assert.deepEqual(await page.evaluate(() => window.told), []);
  await page.evaluate(() => document.body.append(window.away));
  await panel(page).networks.first().waitFor();
  await drawn(page);
  assert.match(await panel(page).networks.first().textContent(), new RegExp(String(280 - "typed while it was away".length)));
  await page.fill("#a", "four");
  await drawn(page);
  assert.match(await panel(page).networks.first().textContent(), /276/);
  assert.deepEqual(page.faults, []);
});

test("a field that comes later is taken up, and one that goes and comes back too", async (t) => {
  const page = await on.open(t, `<draft-lens for="late" networks="x" lang="en"></draft-lens>`, { wait: false });
  await page.locator("draft-lens").getByText(/late/).first().waitFor();
  await page.evaluate(() => {
    const late = Object.assign(document.createElement("textarea"), { id: "late", value: "four" });
    document.body.prepend(late);
  });
  await panel(page).networks.filter({ hasText: "276" }).first().waitFor();
  await page.evaluate(() => document.querySelector("#late").remove());
  await page.locator("draft-lens").getByText(/late/).first().waitFor();
  await page.evaluate(() => {
    const again = Object.assign(document.createElement("input"), { id: "late", value: "seven77" });
    document.body.prepend(again);
  });
  await panel(page).networks.filter({ hasText: "273" }).first().waitFor();
});

test("`for` may change to another field", async (t) => {
  const page = await on.open(t, `<textarea id="a">one</textarea><textarea id="b">twelve chars</textarea><draft-lens for="a" networks="x"></draft-lens>`);
  await page.evaluate(() => document.querySelector("draft-lens").setAttribute("for", "b"));
  await panel(page).networks.filter({ hasText: "268" }).first().waitFor();
  await page.fill("#a", "not mine any more");
  await drawn(page);
  assert.match(await panel(page).networks.first().textContent(), /268/);
});

test("a value set by script is read at refresh(), at focus and at the form's reset", async (t) => {
  const page = await on.open(t, `<form><textarea id="a">four</textarea></form><draft-lens for="a" networks="x"></draft-lens>`);
  const shows = (left) => panel(page).networks.filter({ hasText: String(left) }).first().waitFor();
  const put = (value) => page.evaluate((value) => { document.querySelector("#a").value = value; }, value);
  await put("1234567890");
  await page.evaluate(() => document.querySelector("draft-lens").refresh());
  await shows(270);
  await put("12345678901234567890");
  await page.focus("#a");
  await shows(260);
  await page.evaluate(() => document.querySelector("form").reset());
  await shows(276);
});

test("a thousand removals and returns leave no memory behind, in JavaScript nor in wasm", async (t) => {
  const page = await on.open(
    t,
    `<textarea id="a">Read http://brand.org/a about #Aurora, shop now </textarea><draft-lens for="a" networks="x linkedin" lang="en"></draft-lens>`,
    { init: countWasm },
  );
  const client = await page.context().newCDPSession(page);
  /** Removes and returns the widget, drawing each time, and says what is held afterwards. */
  const cycle = async (times) => {
    await page.evaluate(async (times) => {
      const lens = document.querySelector("draft-lens");
      for (let time = 0; time < times; time += 1) {
        lens.remove();
        await new Promise((done) => setTimeout(done));
        document.body.append(lens);
        await new Promise((done) => requestAnimationFrame(done));
      }
      window.told.length = 0;
    }, times);
    await drawn(page);
    for (let pass = 0; pass < 3; pass += 1) await client.send("HeapProfiler.collectGarbage");
    const { usedSize } = await client.send("Runtime.getHeapUsage");
    const { nodes, jsEventListeners } = await client.send("Memory.getDOMCounters");
    const wasm = await page.evaluate(() => window.wasm.memories.reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
    return { usedSize, nodes, jsEventListeners, wasm };
  };
  await client.send("HeapProfiler.enable");
  const before = await cycle(100);
  const after = await cycle(1_000);
  assert.ok(before.wasm > 0);
  assert.equal(after.wasm, before.wasm, "wasm memory grew");
  assert.ok(after.usedSize - before.usedSize < 200_000, `the heap grew by ${after.usedSize - before.usedSize} bytes`);
  assert.ok(after.nodes - before.nodes < 50, `${after.nodes - before.nodes} nodes were kept`);
  assert.ok(after.jsEventListeners - before.jsEventListeners < 10, `${after.jsEventListeners - before.jsEventListeners} listeners were kept`);
  await page.fill("#a", "four");
  await drawn(page);
  assert.match(await panel(page).networks.first().textContent(), /276/);
  assert.deepEqual(page.faults, []);
});

test("new widgets made and thrown away a hundred times leave no memory behind", async (t) => {
  const page = await on.open(t, `<textarea id="a">some text</textarea><draft-lens for="a" networks="x"></draft-lens>`, { init: countWasm });
  const client = await page.context().newCDPSession(page);
  const cycle = async (times) => {
    await page.evaluate(async (times) => {
      for (let time = 0; time < times; time += 1) {
        const lens = document.createElement("draft-lens");
        lens.setAttribute("for", "a");
        document.body.append(lens);
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        lens.remove();
      }
      window.told.length = 0;
    }, times);
    await drawn(page);
    for (let pass = 0; pass < 3; pass += 1) await client.send("HeapProfiler.collectGarbage");
    const { nodes } = await client.send("Memory.getDOMCounters");
    return { nodes, wasm: await page.evaluate(() => window.wasm.memories[0].buffer.byteLength) };
  };
  const before = await cycle(20);
  const after = await cycle(100);
  assert.equal(after.wasm, before.wasm, "wasm memory grew");
  assert.ok(after.nodes - before.nodes < 50, `${after.nodes - before.nodes} nodes were kept`);
});

test("nothing is ever put into the editable element or the page around it", async (t) => {
  const page = await on.open(t, `<div id="a" contenteditable="true">Read http://brand.org/a <b>now</b></div><draft-lens for="a" networks="x" lang="en"></draft-lens>`);
  const html = () => page.evaluate(() => document.querySelector("#a").outerHTML);
  const before = await html();
  await page.focus("#a");
  await page.keyboard.press("Control+End");
  await page.keyboard.type("!");
  await drawn(page);
  assert.equal(await html(), before.replace("now", "now!"));
  assert.deepEqual(
    await page.evaluate(() => Object.keys(window).filter((key) => /draft.?lens|wasm_bindgen|yew/i.test(key) && key !== "draftlensTestFault")),
    [],
  );
  assert.equal((await field(page, "#a")).text, "Read http://brand.org/a now!");
});

test("a widget in somebody else's shadow root binds to a field given as an element", async (t) => {
  const page = await on.open(t, `<div id="host"></div>`, { wait: false });
  await page.evaluate(() => {
    const root = document.querySelector("#host").attachShadow({ mode: "open" });
    const area = document.createElement("textarea");
    const lens = document.createElement("draft-lens");
    lens.setAttribute("networks", "x");
    lens.target = area;
    root.append(area, lens);
    area.value = "four";
    window.lens = lens;
  });
  await page.waitForFunction(() => window.told.some(({ name }) => name === "ready"));
  await panel(page).networks.filter({ hasText: "276" }).first().waitFor();
  assert.equal(await page.evaluate(async () => (await window.lens.check()).networks[0].count), 4);
});
