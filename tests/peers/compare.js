// The same ten posts in npm @automattic/social-previews and in ours, a picture a network, theirs above ours:
// `npm ci && node compare.js [folder]`
// here, after `npm ci` in tests/ and `cargo xtask build`. For people to look at.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { newPage, startBrowser } from "../support/browser.js";
import { drawn } from "../support/page.js";
import { withPalette } from "../support/png.js";
import { ROOT, startServer } from "../support/server.js";
import { AUTHOR, DATE, NETWORKS, POSTS } from "./posts.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const FOLDER = process.argv[2] ?? join(HERE, "out");
/** Theirs writes style elements. */
const CSP = "default-src 'self' data: 'unsafe-inline' 'wasm-unsafe-eval'";

const server = await startServer();
for (const [name, width, height, hue] of [["wide", 1200, 630, 340], ["tall", 800, 1200, 210], ["square", 1000, 1000, 150], ["avatar", 80, 80, 320]]) {
  server.put(`/peers/${name}.svg`, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`
    + `<linearGradient id="g" x2=".4" y2="1"><stop stop-color="hsl(${hue},50%,88%)"/><stop offset="1" stop-color="hsl(${hue + 60},35%,58%)"/></linearGradient>`
    + `<rect width="100%" height="100%" fill="url(#g)"/><circle cx="50%" cy="50%" r="12%" fill="#fff8"/></svg>`, { type: "image/svg+xml" });
}
const bundle = await build({ entryPoints: [join(HERE, "theirs.js")], bundle: true, write: false, minify: true, format: "iife", loader: { ".js": "jsx" }, define: { "process.env.NODE_ENV": '"production"' } });
server.put("/peers/theirs.js", bundle.outputFiles[0].text);
server.put("/peers/theirs.css", await readFile(join(dirname(createRequire(import.meta.url).resolve("@automattic/social-previews")), "style.css"), "utf8"));
server.put("/peers/page.css", `body { margin: 20px; background: #f6f6f3; font: 13px/18px system-ui; }
  main { display: grid; grid-template-columns: repeat(5, 400px); gap: 24px; align-items: start; }
  h2 { margin: 0 0 6px; font-size: 13px; } h3 { margin: 10px 0 4px; font-size: 12px; font-weight: 400; color: #64645e; }
  textarea { display: none; } .theirs { background: #fff; padding: 12px; overflow: hidden; }`);
server.put("/peers/page.js", `import "/dist/draftlens.js";
  const [posts, author, date, networks] = ${JSON.stringify([POSTS, AUTHOR, DATE, NETWORKS])};
  const asked = new URLSearchParams(location.search), one = asked.get("network");
  const cells = one ? posts.map((post) => [one, post, post.name]) : networks.map((network) => [network, posts[asked.get("post")], network]);
  const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);
  cells.forEach(([network, post, title], index) => {
    const cell = make("section"), theirs = make("div", { className: "theirs" });
    const text = make("textarea", { id: "text-" + index, value: post.text }), lens = make("draft-lens");
    for (const [name, value] of Object.entries({ for: text.id, networks: network, lang: "en", theme: "light" })) lens.setAttribute(name, value);
    lens.draft = { author, scheduledAt: date, media: post.media ?? [], link: post.link };
    cell.append(make("h2", { textContent: title }), make("h3", { textContent: "social-previews 3.3.8" }), theirs, make("h3", { textContent: "DraftLens" }), text, lens);
    document.querySelector("main").append(cell);
    drawTheirs(theirs, network, post, { author, date });
  });`);
server.put("/peers/page.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Side by side</title><link rel="icon" href="data:,">`
  + `<link rel="stylesheet" href="/peers/theirs.css"><link rel="stylesheet" href="/peers/page.css"><main></main>`
  + `<script src="/peers/theirs.js"></script><script type="module" src="/peers/page.js"></script>`, { csp: CSP });

const browser = await startBrowser();
await mkdir(FOLDER, { recursive: true });
for (const network of NETWORKS) await take(network, `network=${network}`, POSTS.length);
await take("all", "post=1", NETWORKS.length);
await browser.close();
await server.stop();

/** One picture of every post on a network, or of one post on every network. */
async function take(name, query, count) {
  const page = await newPage(browser, { viewport: { width: 2160, height: 900 } });
  await page.goto(`${server.origin}/peers/page.html?${query}`);
  await page.waitForFunction((count) => [...document.querySelectorAll("draft-lens")].filter((lens) => lens.shadowRoot?.querySelector("[part~=preview]")).length === count, count);
  // Only the preview is compared.
  await page.evaluate(() => document.querySelectorAll("draft-lens").forEach(({ shadowRoot }) => {
    for (const other of shadowRoot.querySelectorAll("[part~=verdict], .chips, .tools, .tell, .foot, .problems")) other.remove();
  }));
  await drawn(page);
  await writeFile(join(FOLDER, `${name}.png`), withPalette(await page.screenshot({ fullPage: true, animations: "disabled" })));
  if (page.faults.length > 0) console.log(name, page.faults.slice(0, 3).join("\n"));
  await page.context().close();
  console.log(`${name}.png`);
}
