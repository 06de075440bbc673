// Takes the pictures of docs/screens from the demo: `node tests/screenshots.js`, after `cargo xtask build`.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { newPage, startBrowser } from "./support/browser.js";
import { drawn } from "./support/page.js";
import { panel } from "./support/panel.js";
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

const server = await startServer();
const browser = await startBrowser();
await mkdir(FOLDER, { recursive: true });

for (const { name, context, kind, full } of SHOTS) {
  const page = await open(context, kind);
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: full ?? false, animations: "disabled" });
  await page.context().close();
  console.log(`${name}.png`);
}
await networks("light");
await networks("dark");

await browser.close();
await server.stop();

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

/** The preview of every network, one under the other in the order of the chips, as one picture each. */
async function networks(colorScheme) {
  const page = await open({ ...DESKTOP, colorScheme }, "engagement");
  const { networks } = panel(page);
  for (const box of await page.locator("#networks input:not(:checked)").all()) await box.check({ force: true });
  await drawn(page);
  for (let index = 0; index < await networks.count(); index += 1) {
    await networks.nth(index).click();
    await drawn(page);
    const name = `networks-${colorScheme}-${index + 1}`;
    await panel(page).lens.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" });
    console.log(`${name}.png`);
  }
  await page.context().close();
}
