// For everyone: axe-core finds nothing in any theme, size and language, and the keyboard is enough.

import assert from "node:assert/strict";
import { test } from "node:test";
import { violations } from "./support/axe.js";
import { drawn, field, heard, report } from "./support/page.js";
import { AURORA, panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 812 }, "280 pixels": { width: 280, height: 700 } };
for (const [size, viewport] of Object.entries(SIZES)) {
  for (const theme of ["light", "dark"]) {
    for (const lang of ["en", "fr"]) {
      test(`axe-core finds nothing in the demo: ${size}, ${theme}, ${lang}`, async (t) => {
        const page = await on.demo(t, { viewport, colorScheme: theme, locale: lang, reducedMotion: "reduce" });
        assert.equal(await page.getAttribute("html", "lang"), lang);
        await panel(page).verdict.getByText(/#Aurora/).first().waitFor();
        assert.deepEqual(await violations(page), [], "stop");
        for (const text of ["", "An honest line about our workshop in Lyon", `Read http://brand.org/a #slowfashionseason ${"long ".repeat(70)}`]) {
          await page.fill("#body", text);
          await drawn(page);
          assert.deepEqual(await violations(page), [], text.slice(0, 20));
        }
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.ok(wide <= 0, `the page scrolls sideways by ${wide} pixels`);
      });
    }
  }
}

test("axe-core sees into the widget: a button without a name is found", async (t) => {
  const page = await on.demo(t);
  await page.evaluate(() => document.querySelector("draft-lens").shadowRoot.append(document.createElement("button")));
  assert.ok((await violations(page)).some((found) => found.startsWith("button-name")));
});

test("with the keyboard alone: to the flag, what it says, back to the text", async (t) => {
  const page = await on.open(t, '<textarea id="text"></textarea><draft-lens for="text" networks="x" lang="en"></draft-lens>');
  await page.keyboard.press("Tab");
  await page.keyboard.type(AURORA);
  await panel(page).verdict.getByText(/#Aurora/).first().waitFor();
  await page.keyboard.press("Alt+F8");
  const focused = () => page.evaluate(() => document.querySelector("draft-lens").shadowRoot.activeElement?.textContent ?? "");
  assert.match(await focused(), /#Aurora/);
  await page.keyboard.press("Escape");
  assert.equal(await page.evaluate(() => document.activeElement.id), "text");
  assert.deepEqual(await field(page, "#text"), { text: AURORA, from: AURORA.length, to: AURORA.length });
});

test("with the keyboard alone: Alt+F8 to a flag, Alt+Enter applies its fix, Ctrl+Z takes it back", async (t) => {
  const page = await on.open(t, '<textarea id="text"></textarea><draft-lens for="text" networks="x" lang="en"></draft-lens>');
  await page.keyboard.press("Tab");
  await page.keyboard.type("Read http://brand.org/a now ");
  await drawn(page);
  await page.keyboard.press("Alt+F8");
  await page.keyboard.press("Alt+Enter");
  await drawn(page);
  assert.equal((await field(page, "#text")).text, "Read https://brand.org/a now ");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  assert.equal((await field(page, "#text")).text, "Read http://brand.org/a now ");
});

test("with the keyboard alone: a flag is dismissed with a reason, which the event carries", async (t) => {
  const page = await on.open(t, '<textarea id="text"></textarea><draft-lens for="text" networks="x" lang="en"></draft-lens>');
  await page.keyboard.press("Tab");
  await page.keyboard.type("Read http://brand.org/a now ");
  await drawn(page);
  /** Tabs on until what has the focus inside the widget is named so. */
  const tabTo = async (name) => {
    for (let step = 0; step < 40; step += 1) {
      await page.keyboard.press("Tab");
      const here = await page.evaluate(() => {
        const active = document.querySelector("draft-lens").shadowRoot.activeElement;
        return active ? active.getAttribute("aria-label") ?? active.textContent : "";
      });
      if (name.test(here)) return;
    }
    assert.fail(`Tab never came to ${name}`);
  };
  await tabTo(/^Dismiss/);
  await page.keyboard.press("Enter");
  await drawn(page);
  await page.keyboard.type("It is our own intranet");
  await page.keyboard.press("Enter");
  const { reason } = await heard(page, "dismiss");
  assert.equal(reason, "It is our own intranet");
  assert.equal((await report(page)).flags.length, 0);
});

test("every control of the demo can be reached by Tab, and shows that it has the focus", async (t) => {
  const page = await on.demo(t);
  const unseen = [];
  const reached = new Set();
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      if (!active || active === document.body) return null;
      const marked = [active, active.nextElementSibling, active.parentElement].filter(Boolean).some((element) => {
        const style = getComputedStyle(element);
        return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
      });
      return { name: active.id || active.textContent.trim().slice(0, 40) || active.value, marked };
    });
    if (!here) break;
    if (!here.marked) unseen.push(here.name);
    reached.add(here.name);
  }
  assert.deepEqual(unseen, []);
  for (const id of ["title", "body", "picture", "alt", "when", "save"]) assert.ok(reached.has(id), id);
});

test("targets on a phone are at least 24 pixels high", async (t) => {
  const page = await on.demo(t, { viewport: SIZES.phone, hasTouch: true, isMobile: true });
  await panel(page).verdict.getByText(/#Aurora/).first().waitFor();
  const small = await page.evaluate(() => {
    const all = (root) => [...root.querySelectorAll("*")].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    return all(document)
      .filter((element) => element.matches("button, select, input:not([type=hidden]), summary"))
      .map((element) => [element, element.getBoundingClientRect()])
      .filter(([, box]) => box.height > 0 && box.height < 24)
      .map(([element, box]) => `${element.id || element.textContent.trim()}: ${Math.round(box.height)}`);
  });
  assert.deepEqual(small, []);
});

test("what is found is announced to a screen reader, politely and once", async (t) => {
  const page = await on.open(t, '<textarea id="text"></textarea><draft-lens for="text" networks="x" lang="en"></draft-lens>');
  const live = panel(page).lens.locator("[aria-live=polite], [role=status]");
  assert.equal(await live.count() >= 1, true);
  await page.focus("#text");
  await page.keyboard.type(AURORA);
  await live.filter({ hasText: /Aurora/ }).first().waitFor({ state: "attached" });
});
