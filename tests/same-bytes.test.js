// The widget, Node and the command line give the same bytes for the same draft.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { xtask } from "./support/cli.js";
import { ROOT } from "./support/server.js";
import { stage } from "./support/stage.js";

const { createChecker } = await import(join(ROOT, "dist/check.js"));
const drafts = await readFile(new URL("fixtures/drafts.jsonl", import.meta.url), "utf8");
const lines = drafts.trimEnd().split("\n");
const on = stage();

for (const lang of ["en", "fr"]) {
  test(`Node and the command line agree on every draft, to the byte (${lang})`, async () => {
    const { status, stdout, stderr } = await xtask(["check", "--lang", lang], drafts);
    assert.equal(status, 0, stderr);
    const checker = await createChecker({ lang });
    const fromNode = lines.map((line) => checker.checkJson(JSON.parse(line)));
    assert.deepEqual(stdout.trimEnd().split("\n"), fromNode);
  });

  test(`the widget and Node agree on every draft, to the byte (${lang})`, async (t) => {
    const page = await on.open(t, `<textarea id="text"></textarea><draft-lens for="text" lang="${lang}"></draft-lens>`);
    const checker = await createChecker({ lang });
    for (const line of lines) {
      // Parsed in the page: what crosses between Node and the browser would lose lone surrogates.
      const fromWidget = await page.evaluate(async (line) => {
        const { text, ...rest } = JSON.parse(line);
        const lens = document.querySelector("draft-lens");
        const field = document.querySelector("textarea");
        field.value = text;
        lens.draft = rest;
        lens.refresh();
        return JSON.stringify(await lens.check());
      }, line);
      assert.equal(fromWidget, JSON.stringify(checker.check(JSON.parse(line))), line.slice(0, 80));
      assert.equal(fromWidget, checker.checkJson(JSON.parse(line)), line.slice(0, 80));
    }
    assert.deepEqual(page.faults, []);
  });
}

test("the same draft twice, with a hundred others between, gives the same bytes", async () => {
  const checker = await createChecker({ lang: "en" });
  const first = lines.map((line) => checker.checkJson(JSON.parse(line)));
  const second = [...lines].reverse().map((line) => checker.checkJson(JSON.parse(line))).reverse();
  assert.deepEqual(second, first);
});

test("the report's language of words changes nothing that is measured", async () => {
  const [english, french] = await Promise.all([createChecker({ lang: "en" }), createChecker({ lang: "fr" })]);
  for (const line of lines) {
    const [en, fr] = [english, french].map((checker) => checker.check(JSON.parse(line)));
    assert.deepEqual(
      en.flags.map(({ id, rule, severity, spans, networks }) => ({ id, rule, severity, spans, networks })),
      fr.flags.map(({ id, rule, severity, spans, networks }) => ({ id, rule, severity, spans, networks })),
    );
    for (const key of ["verdict", "language", "networks", "category", "notChecked", "textHash", "rules"]) {
      assert.deepEqual(en[key], fr[key], key);
    }
  }
});

test("every offset of a report lies in the draft's text, and every edit in order", async () => {
  const checker = await createChecker({ lang: "en" });
  for (const line of lines) {
    const draft = JSON.parse(line);
    const report = checker.check(draft);
    const { length } = draft.text;
    const textOf = (name) => (name === "base" ? draft.text : draft.variants[name]);
    for (const flag of report.flags) {
      const places = [...flag.spans, ...flag.fixes.flatMap(({ edits }) => edits)];
      for (const { start, end } of places) assert.ok(start <= end && end <= textOf(flag.text).length, flag.id);
    }
    for (const { start, end } of report.category.evidence) assert.ok(start < end && end <= length);
    for (const network of report.networks) {
      for (const { start, end, text } of network.entities) assert.equal(textOf(network.text).slice(start, end), text);
    }
  }
});
