// `cargo xtask check`: drafts in, reports out, one a line.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { xtask } from "./support/cli.js";

const lines = (text) => text.split("\n").slice(0, -1);
const draft = (text) => JSON.stringify({ text, networks: ["x"] });

/** A file of its own for one test. */
async function file(t, name, content) {
  const folder = await mkdtemp(join(tmpdir(), "draftlens-"));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("every draft gets a report on a line of its own, in order, and all is well", async () => {
  const { status, stdout } = await xtask(["check"], ["one", "two words", "three words now"].map(draft).join("\n") + "\n");
  assert.equal(status, 0);
  assert.deepEqual(lines(stdout).map((line) => JSON.parse(line).networks[0].count), [3, 9, 15]);
});

test("the last line needs no line break", async () => {
  const { status, stdout } = await xtask(["check"], draft("alone"));
  assert.equal(status, 0);
  assert.equal(lines(stdout).length, 1);
});

test("a line that is no draft gives an error in its place, the others their reports, and exit status 1", async () => {
  const input = [draft("fine"), "not JSON", '{"text": 7}', draft("fine too")].join("\n") + "\n";
  const { status, stdout } = await xtask(["check"], input);
  const [first, second, third, fourth, ...rest] = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(status, 1);
  assert.equal(rest.length, 0);
  assert.equal(first.networks[0].count, 4);
  assert.match(second.error, /^line 2: ./);
  assert.match(third.error, /^line 3: .*text/);
  assert.equal(fourth.networks[0].count, 8);
});

test("the words follow --lang, and nothing else does", async () => {
  const input = draft("#Aurora is trending, 20% off our dress, buy now") + "\n";
  const [english, french] = await Promise.all([xtask(["check", "--lang", "en"], input), xtask(["check", "--lang", "fr"], input)]);
  const [en, fr] = [JSON.parse(english.stdout), JSON.parse(french.stdout)];
  assert.ok(en.flags.length > 0);
  assert.notEqual(en.flags[0].title, fr.flags[0].title);
  const bare = (report) => ({
    ...report,
    flags: report.flags.map(({ title, why, advice, ask, fixes, sources, ...rest }) => ({
      ...rest,
      asks: ask !== null,
      sources: sources.map(({ url }) => url),
      edits: fixes.map(({ edits }) => edits),
    })),
  });
  assert.deepEqual(bare(en), bare(fr));
});

test("a house's own rule in --policy flags what it says", async (t) => {
  const policy = await file(t, "policy.json", JSON.stringify({
    rules: [{
      id: "no-cheap",
      severity: "review",
      patterns: "find cheap",
      en: { title: "“{match}” is not how we speak", why: "Our brand book says so.", advice: "Say “good value”." },
    }],
  }));
  const { status, stdout } = await xtask(["check", "--policy", policy], `${draft("Our cheap coats are in the shop")}\n${draft("Our coats are in the shop")}\n`);
  const [cheap, plain] = lines(stdout).map((line) => JSON.parse(line));
  assert.equal(status, 0);
  const flag = cheap.flags.find(({ title }) => title === "“cheap” is not how we speak");
  assert.deepEqual(flag?.spans, [{ start: 4, end: 9 }]);
  assert.ok(!plain.flags.some(({ rule }) => rule === flag.rule));
});

test("a policy that is not there, or not JSON, is named with its place", async (t) => {
  const missing = await xtask(["check", "--policy", "/nowhere/policy.json"], draft("x"));
  assert.equal(missing.status, 1);
  assert.match(missing.stderr, /\/nowhere\/policy\.json/);
  const broken = await xtask(["check", "--policy", await file(t, "broken.json", '{\n  "levels": {,}\n}\n')], draft("x"));
  assert.equal(broken.status, 1);
  assert.match(broken.stderr, /policy \(line 2, column 14\)/);
  const [problem] = JSON.parse(broken.stdout).problems;
  assert.deepEqual([problem.line, problem.column], [2, 14]);
  assert.equal(JSON.parse(broken.stdout).verdict, "pending");
});

test("ten thousand drafts take seconds", async () => {
  const input = Array.from({ length: 10_000 }, (_, index) => draft(`Post ${index}: our workshop in Lyon mends coats on Saturday, #Repair ${index}`)).join("\n");
  const { status, stdout } = await xtask(["check"], input);
  assert.equal(status, 0);
  const reports = lines(stdout);
  assert.equal(reports.length, 10_000);
  assert.equal(JSON.parse(reports[9_999]).networks[0].count, 69);
});
