// Takes the pictures of docs/screens from the demo: `node tests/screenshots.js`, after `cargo xtask build`.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { newPage, startBrowser } from "./support/browser.js";
import { drawn } from "./support/page.js";
import { withPalette } from "./support/png.js";
import { ROOT, startServer } from "./support/server.js";

const FOLDER = join(ROOT, "docs/screens");
const DESKTOP = { viewport: { width: 1280, height: 1000 }, deviceScaleFactor: 1.5 };

/** Name, how the page is opened, which example is loaded, and what is done with it before the picture. */
const SHOTS = [
  { name: "stop-light", context: { ...DESKTOP, colorScheme: "light" }, kind: "tragedy" },
  { name: "stop-dark", context: { ...DESKTOP, colorScheme: "dark" }, kind: "tragedy" },
  { name: "stop-phone", context: { viewport: { width: 375, height: 1500 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }, kind: "tragedy" },
  { name: "over-fr", context: { ...DESKTOP, locale: "fr-FR" }, kind: "long" },
  { name: "clean", context: DESKTOP, kind: "clean" },
  { name: "page", context: DESKTOP, kind: "tragedy", full: true },
];

/** The networks with a look of their own. */
const SHOWN = Object.entries({ x: "X", linkedin: "LinkedIn", facebook: "Facebook", instagram: "Instagram", bluesky: "Bluesky", mastodon: "Mastodon",
  threads: "Threads", tiktok: "TikTok", pinterest: "Pinterest", tumblr: "Tumblr", nextdoor: "Nextdoor", "google-business": "Google Business Profile" });
const TEXT = "Thank you Lyon. 412 of you came to the repair workshop on Saturday, and 287 coats went home with their owners. "
  + "The question we heard most: can cashmere be darned? It can, with a thread thinner than the knit. https://maison-marius.fr/repair #Repair #Lyon";
const PAGE = { url: "https://maison-marius.fr/repair", title: "How we darn cashmere", description: "A thread thinner than the knit, a darning egg, and forty quiet minutes.", image: "/demo/workshop.svg" };
const PICTURES = [{ src: "/demo/workshop.svg", alt: "Needle and thread" }, { src: "/demo/dress.svg", alt: "A dress" }, { src: "/demo/workshop.svg" }, { src: "/demo/dress.svg", alt: "A dress" }];

const server = await startServer();
const browser = await startBrowser();
await mkdir(FOLDER, { recursive: true });

for (const { name, context, kind, full } of SHOTS) {
  const page = await open(context, kind);
  await keep(page, name, full ?? false);
}
for (const theme of ["light", "dark"]) await gallery(`networks-${theme}`, theme, { link: PAGE });
await gallery("networks-pictures", "light", { media: PICTURES });
await gallery("networks-parts", "light", { poll: { options: ["A sleeve", "A button", "A hem"] }, quote: { name: "Zoé Martin", handle: "zoe", text: "What can you mend?" }, sensitive: "Moths", media: PICTURES.slice(0, 1) });

await browser.close();
await server.stop();

/** Takes the picture, makes it small, and closes the page. */
async function keep(page, name, fullPage) {
  const picture = withPalette(await page.screenshot({ fullPage, animations: "disabled" }));
  await page.context().close();
  await writeFile(join(FOLDER, `${name}.png`), picture);
  console.log(`${name}.png: ${Math.round(picture.length / 1000)} KB`);
}

/** The demo with an example loaded and the caret at its end. */
async function open(context, kind) {
  const page = await newPage(browser, context);
  await page.goto(`${server.origin}/`);
  await page.waitForFunction(() => document.querySelector("draft-lens").shadowRoot?.querySelector("[part~=network]"));
  const { DRAFTS } = await import("../demo/drafts.js");
  await page.locator("#drafts button").nth(DRAFTS.findIndex((draft) => draft.kind === kind)).click();
  await page.keyboard.press("Control+End");
  await page.mouse.move(0, 0);
  await page.evaluate(() => {
    scrollTo(0, 0);
    return document.fonts.ready;
  });
  await drawn(page);
  return page;
}

/** The previews of one post on every network with a look of its own, side by side. */
async function gallery(name, theme, parts) {
  const page = await newPage(browser, { viewport: { width: 1560, height: 900 }, colorScheme: theme });
  const draft = { scheduledAt: "2026-11-27T09:30:00+01:00", author: { name: "Maison Marius", handle: "maisonmarius" }, ...parts };
  server.put("/gallery.css", `body { margin: 24px; background: light-dark(#f6f6f3, #161615); color-scheme: ${theme}; color: light-dark(#1d1d1b, #ecebe6); font: 600 13px/20px Inter, system-ui; }
    main { display: grid; grid-template-columns: repeat(4, 360px); gap: 24px; align-items: start; } h2 { margin: 0 0 6px; font: inherit; } textarea { display: none; }`);
  server.put("/gallery.js", `import "/dist/draftlens.js";
    const make = (name, properties = {}) => Object.assign(document.createElement(name), properties);
    for (const [network, name] of ${JSON.stringify(SHOWN)}) {
      const [cell, text, lens] = [make("section"), make("textarea", { id: network, value: ${JSON.stringify(TEXT)} }), make("draft-lens")];
      for (const [key, value] of Object.entries({ for: network, networks: network, lang: "en", theme: "${theme}" })) lens.setAttribute(key, value);
      lens.draft = ${JSON.stringify(draft)};
      cell.append(make("h2", { textContent: name }), text, lens);
      document.querySelector("main").append(cell);
    }`);
  const at = server.put("/gallery.html", `<!doctype html><html lang="en"><meta charset="utf-8"><title>Networks</title><link rel="icon" href="data:,">`
    + `<link rel="stylesheet" href="/gallery.css"><script type="module" src="/gallery.js"></script><main></main>`);
  await page.goto(at);
  await page.waitForFunction((count) => [...document.querySelectorAll("draft-lens")].filter((lens) => lens.shadowRoot?.querySelector("[part~=preview]")).length === count, SHOWN.length);
  // The previews alone, on the page's ground.
  await page.evaluate(() => document.querySelectorAll("draft-lens").forEach(({ shadowRoot }) => {
    for (const other of shadowRoot.querySelectorAll("[part~=verdict], .chips, .tools, .tell, .foot, .problems")) other.remove();
  }));
  await page.addStyleTag({ url: server.put("/bare.css", "draft-lens::part(panel) { border: 0; box-shadow: none; background: none; margin-inline: -18px; margin-top: -12px; }") });
  await drawn(page);
  await keep(page, name, true);
}
