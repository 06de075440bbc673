// What a check costs, beside its peers, in one Node run: `cargo xtask bench`. A report, not a test.

import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import twitter from "twitter-text";
import { LocalLinter } from "harper.js";
import { binary } from "harper.js/binary";
import { createChecker } from "../dist/check.js";
import { HOSTILE, catalogue, posts } from "./posts.js";

// Processor time of this process: what else runs on the machine does not lengthen it.
const microseconds = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};
/** What one run takes over all these texts. */
function timed(run, texts) {
  const start = microseconds();
  for (const text of texts) run(text);
  return microseconds() - start;
}
const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
const shown = (value) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1)).padStart(10);

const checker = await createChecker({ lang: "en" });
const harper = new LocalLinter({ binary });
await harper.setup();

// What each contender does with one text. The last is a hundred times slower, so it gets fewer texts.
const CONTENDERS = {
  "ours, draft and report as JSON text, X": (text) => checker.checkJson({ text, networks: ["x"] }),
  "ours, through to the object, X": (text) => checker.check({ text, networks: ["x"] }),
  "ours, through to the object, the usual four networks": (text) => checker.check({ text }),
  "twitter-text, parse + extract + autolink": (text) => {
    twitter.parseTweet(text);
    twitter.extractEntitiesWithIndices(text);
    return twitter.autoLink(text);
  },
};

// Contenders take turns block by block, so that a machine that slows down slows all of them.
function interleaved(texts, rounds, block) {
  const times = Object.fromEntries(Object.keys(CONTENDERS).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (let at = 0; at < texts.length; at += block) {
      const some = texts.slice(at, at + block);
      for (const [name, run] of Object.entries(CONTENDERS)) {
        const time = timed(run, some) / some.length;
        // The first round warms every contender up.
        if (round >= 0) times[name].push(time);
      }
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
}

async function harperTime(texts) {
  const times = [];
  for (const text of texts) {
    const start = microseconds();
    await harper.lint(text);
    times.push(microseconds() - start);
  }
  return median(times);
}

function print(title, times) {
  console.log(`\n${title}`);
  const peer = times["twitter-text, parse + extract + autolink"];
  for (const [name, time] of Object.entries(times)) {
    console.log(`  ${name.padEnd(46)}${shown(time)} µs   ${(time / peer).toFixed(2)} of twitter-text`);
  }
}

// One process each: script start to first report.
function startTime(script) {
  const runs = Array.from({ length: 7 }, () => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], { cwd: fileURLToPath(new URL(".", import.meta.url)), encoding: "utf8" });
    if (run.status !== 0) throw new Error(run.stderr);
    return Number(run.stdout);
  });
  return median(runs);
}

const SCRIPTS = {
  ours: `const start = performance.now();
    const { createChecker } = await import("../dist/check.js");
    (await createChecker({ lang: "en" })).check({ text: "First report.", networks: ["x"] });
    console.log(performance.now() - start);`,
  harper: `const start = performance.now();
    const [{ LocalLinter }, { binary }] = await Promise.all([import("harper.js"), import("harper.js/binary")]);
    await new LocalLinter({ binary }).lint("First report.");
    console.log(performance.now() - start);`,
};

const short = posts(1000);
const [middle, long] = [posts(60, 3254), posts(6, 63206)];
const mean = Math.round(short.reduce((sum, text) => sum + text.length, 0) / short.length);
const times = interleaved(short, 5, 25);
times["harper.js, lint (60 of the posts)"] = await harperTime(short.slice(0, 60));
print(`${short.length} distinct posts, ${mean} characters on average, English and French; medians of processor time`, times);
print("3,254 characters", interleaved(middle, 5, 10));
print("63,206 characters", interleaved(long, 5, 1));

// What each network adds to a check for one of plain characters, block by block in turn, so that noise meets both alike.
const NETWORKS = ["x", "linkedin", "bluesky", "mastodon", "threads", "facebook", "instagram", "tiktok", "pinterest", "youtube", "tumblr", "reddit", "telegram", "whatsapp", "google-business", "nextdoor"];
function added(run, base) {
  const differences = [];
  for (let at = 0; at < short.length; at += 25) {
    const some = short.slice(at, at + 25);
    differences.push((timed(run, some) - timed(base, some)) / some.length);
  }
  return median(differences);
}
const nothing = () => {};
const asked = (networks) => (text) => checker.checkJson({ text, networks: ["discord", ...networks] });
const peer = added((text) => {
  twitter.parseTweet(text);
  twitter.extractEntitiesWithIndices(text);
}, nothing);
console.log("\nCount and entities, what each network adds to a report for Discord alone");
for (const network of NETWORKS) console.log(`  ${network.padEnd(46)}${shown(added(asked([network]), asked([])))} µs`);
const all = added(asked(NETWORKS), asked([]));
console.log(`  ${"all 16 of them".padEnd(46)}${shown(all)} µs   ${(all / peer).toFixed(2)} of twitter-text's count and entities for X alone (${peer.toFixed(1)} µs)`);

console.log("\nGrowth on hostile text: µs at 6,320 and 63,200 characters, and their ratio (10 is linear)");
for (const [name, piece] of Object.entries(HOSTILE)) {
  const [small, large] = [6320, 63200].map((length) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
    return median(Array.from({ length: 9 }, () => {
      const start = microseconds();
      checker.checkJson({ text, networks: ["x"] });
      return microseconds() - start;
    }));
  });
  console.log(`  ${name.padEnd(16)}${shown(small)}${shown(large)}   × ${(large / small).toFixed(1)}`);
}

const start = microseconds();
const house = await createChecker({ lang: "en", policy: catalogue(118, 10_000) });
const compiled = (microseconds() - start) / 1000;
if (house.problems.length > 0) console.log(house.problems.slice(0, 3));
const blocks = [];
for (let at = 0; at < short.length; at += 25) {
  blocks.push(timed((text) => house.checkJson({ text, networks: ["x"] }), short.slice(at, at + 25)) / 25);
}
console.log(`\nA house's own 118 rules and 10,000 words beside the built-in ones: compiled in ${compiled.toFixed(1)} ms; ${median(blocks).toFixed(1)} µs a post (${times["ours, draft and report as JSON text, X"].toFixed(1)} without them)`);

const [ours, theirs] = [startTime(SCRIPTS.ours), startTime(SCRIPTS.harper)];
console.log(`\nScript start to first report, a process each: ours ${ours.toFixed(1)} ms, harper.js ${theirs.toFixed(0)} ms (1/${(theirs / ours).toFixed(0)})`);
await harper.dispose?.();
