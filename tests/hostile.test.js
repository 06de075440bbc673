// Text that was written to break things is shown as text, counted, and nothing else happens.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawn, report } from "./support/page.js";
import { panel } from "./support/panel.js";
import { stage } from "./support/stage.js";

const on = stage();
const PAGE = '<textarea id="text"></textarea><draft-lens for="text" networks="x linkedin mastodon" lang="en"></draft-lens>';

/** Puts a text into the field as a paste does, and waits until it is drawn. */
async function paste(page, text) {
  // As code units: what crosses between Node and the browser would lose lone surrogates.
  await page.evaluate((units) => {
    const field = document.querySelector("#text");
    field.value = units.map((unit) => String.fromCharCode(unit)).join("");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, text.length > 50_000 ? [] : Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
  await drawn(page);
}

const TEXTS = {
  "an image with an onerror": `<img src=x onerror="window.owned = true"> and <svg onload=alert(1)>`,
  "the end of a style and a script": `</style></script><script>window.owned = true</script><style>*{display:none}</style>`,
  "a link of JavaScript": `javascript:window.owned=true//https://example.com/%0awindow.owned=true data:text/html,<script>window.owned=true</script>`,
  "entities and templates": "&lt;b&gt; &amp;amp; {{constructor.constructor('window.owned=true')()}} ${window.owned=true} <%= 1 %>",
  "lone surrogates": "a\ud800b\udc00c\udfff\ud83e",
  "joined emoji, flags and skin tones": "👩‍👩‍👧‍👦🏳️‍🌈🇫🇷👍🏽1️⃣",
  "right-to-left text": "مرحبا بالعالم #مرحبا https://example.com/ עברית",
  "direction overrides": "\u202etxet\u202c \u2066a\u2069 \u200f\u200e",
  "controls, separators and zero widths": "a\u0000b\u0007c\u2028d\u2029e\u200bf\ufeffg\u00adh\u2060",
  "a tower of accents": "Z" + "\u0301\u0323\u0330".repeat(300),
  "nothing but marks": "#@#@://((((((]]]]]{{{{{%%%%%$$$$$".repeat(20),
};

for (const [what, text] of Object.entries(TEXTS)) {
  test(`${what}: shown as text, counted, and nothing runs`, async (t) => {
    const page = await on.open(t, PAGE);
    await paste(page, text);
    const { networks } = await report(page);
    assert.equal(networks.length, 3);
    for (const { count } of networks) assert.ok(count > 0);
    for (const name of ["X", "LinkedIn", "Mastodon"]) {
      await panel(page).network(name).first().click();
      await drawn(page);
      const strange = await page.evaluate(() => {
        const root = document.querySelector("draft-lens").shadowRoot;
        const links = [...root.querySelectorAll("a[href]")].map(({ protocol }) => protocol);
        return {
          owned: "owned" in window,
          elements: root.querySelectorAll("[part~=text] :is(img, script, style, svg, iframe), script, iframe, [onerror], [onload]").length,
          links: links.filter((protocol) => !["https:", "http:"].includes(protocol)),
        };
      });
      assert.deepEqual(strange, { owned: false, elements: 0, links: [] });
    }
    await paste(page, "four");
    assert.match(await panel(page).networks.first().textContent(), /276/);
    assert.deepEqual(page.faults, []);
  });
}

test("the text of a preview is the draft's own, with nothing added", async (t) => {
  const page = await on.open(t, PAGE);
  const text = "Thank you, Lyon. 412 of you came: https://brand.org/repair #Repair @mode\n\nSee you in May.";
  await paste(page, text);
  for (const name of ["X", "LinkedIn", "Mastodon"]) {
    await panel(page).network(name).first().click();
    await drawn(page);
    const shown = await panel(page).text.first().textContent();
    let at = 0;
    for (const letter of shown.replace(/\s|…/g, "")) {
      at = text.indexOf(letter, at) + 1;
      assert.ok(at > 0, `“${letter}” of “${shown}” is not in the draft`);
    }
    assert.ok(shown.length > 40);
  }
});

test("a right-to-left draft previews right-to-left in a left-to-right panel", async (t) => {
  const page = await on.open(t, PAGE);
  await paste(page, TEXTS["right-to-left text"]);
  const direction = await panel(page).text.first().evaluate((element) => {
    const auto = element.closest("[dir]") ?? element.querySelector("[dir]");
    return auto?.matches(":dir(rtl)");
  });
  assert.equal(direction, true);
  assert.equal(await panel(page).verdict.evaluate((element) => element.matches(":dir(ltr)")), true);
});

test("a megabyte pasted is counted, the page answers, and typing goes on", async (t) => {
  const page = await on.open(t, PAGE);
  const length = 1_048_576;
  await page.evaluate((length) => {
    const field = document.querySelector("#text");
    field.value = "our coats <b>are</b> #warm ".repeat(length).slice(0, length);
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
  }, length);
  await panel(page).networks.filter({ hasText: /1[,.\u00a0\u202f\s]?0\d\d[,.\u00a0\u202f\s]?\d{3}|[−-]/ }).first().waitFor();
  const { networks } = await report(page);
  assert.ok(networks[0].count > 1_000_000 && !networks[0].fits);
  await page.evaluate(() => {
    const field = document.querySelector("#text");
    field.value = "";
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  await page.focus("#text");
  await page.keyboard.type("four");
  await panel(page).networks.filter({ hasText: "276" }).first().waitFor();
  assert.deepEqual(page.faults, []);
});

test("settings that are hostile are shown as text too", async (t) => {
  const evil = "&quot;&gt;&lt;img src=x onerror=&quot;window.owned=true&quot;&gt;";
  const page = await on.open(t, `<textarea id="text">Hello</textarea><draft-lens for="text" networks="x ${evil}" brand="${evil}" handles="${evil}" sector="${evil}" lang="${evil}" theme="${evil}"></draft-lens>`);
  await drawn(page);
  assert.equal(await page.evaluate(() => "owned" in window), false);
  assert.equal(await page.evaluate(() => document.querySelector("draft-lens").shadowRoot.querySelectorAll("img[onerror]").length), 0);
  assert.ok(page.faults.every((fault) => !/CSP/.test(fault)), page.faults.join());
});
