// dist/check.js in Node: settings and drafts that are wrong, and those that are right.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { ROOT } from "./support/server.js";

const CHECK = join(ROOT, "dist/check.js");
const { createChecker } = await import(CHECK);

test("a checker finds the Aurora tag with both its places, and offers no cure it does not have", async () => {
  const checker = await createChecker({ lang: "en" });
  const report = checker.check({ text: "#Aurora is trending, clearly about our Kim K-inspired #Aurora dress ;-)", networks: ["x"] });
  assert.equal(report.schema, 1);
  assert.equal(report.verdict, "stop");
  assert.equal(report.networks[0].count, 71);
  const flag = report.flags.find(({ rule }) => rule === "tragedy-hashtag");
  assert.deepEqual(flag.spans, [{ start: 0, end: 7 }, { start: 54, end: 61 }]);
  assert.ok(flag.why.length > 20 && flag.sources.length > 0);
});

for (const [what, draft] of Object.entries({
  "a string": "text",
  "nothing": undefined,
  "null": null,
  "a list": [],
  "a number for a text": { text: 7 },
})) {
  test(`a draft that is ${what} is refused by a sentence, and the checker goes on`, async () => {
    const checker = await createChecker({ lang: "en" });
    assert.throws(() => checker.check(draft), (error) => error instanceof Error && error.message.length > 10 && !/unreachable/.test(error.message));
    assert.equal(checker.check({ text: "fine", networks: ["x"] }).networks[0].count, 4);
  });
}

test("an unknown key of a policy is named with its path, and the rest goes on working", async () => {
  const checker = await createChecker({ lang: "en", policy: { levls: { "shouting-caps": "off" } } });
  assert.equal(checker.problems.length, 1);
  assert.match(`${checker.problems[0].at} ${checker.problems[0].message}`, /levls/);
  assert.equal(checker.check({ text: "fine", networks: ["x"] }).problems.length, 1);
});

test("a house's rule that does not parse is named with its place, and the built-in rules go on working", async () => {
  const policy = { rules: [{ id: "broken", severity: "review", patterns: "find (open", en: { title: "t", why: "w", advice: "a" } }] };
  const checker = await createChecker({ lang: "en", policy });
  assert.ok(checker.problems.length >= 1);
  assert.match(checker.problems[0].at, /rules/);
  assert.equal(checker.check({ text: "see http://brand.org/a", networks: ["x"] }).flags[0].rule, "link-insecure-http");
});

test("it answers in a worker", async () => {
  const worker = new Worker(
    `const { parentPort } = require("node:worker_threads");
     import(${JSON.stringify(CHECK)}).then(({ createChecker }) => createChecker({ lang: "en" }))
       .then((checker) => parentPort.postMessage(checker.check({ text: "four", networks: ["x"] }).networks[0].count));`,
    { eval: true },
  );
  const count = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  await worker.terminate();
  assert.equal(count, 4);
});
