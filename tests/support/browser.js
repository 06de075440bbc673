// Starts Chromium and opens pages in it that remember every fault: CSP violations, errors, console messages.

import { chromium } from "playwright-core";

/** Where the browser is; `cargo xtask test` sets CHROMIUM when it found it elsewhere. */
const EXECUTABLE = process.env.CHROMIUM || "/usr/bin/chromium";

const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-precise-memory-info",
  "--js-flags=--expose-gc",
];

/** A headless Chromium with a profile of its own. */
export const startBrowser = () => chromium.launch({ executablePath: EXECUTABLE, args: ARGS });

/** A page in a context of its own; `page.faults` collects what went wrong in it. */
export async function newPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.faults = [];
  page.on("pageerror", (error) => page.faults.push(`error: ${error.message}`));
  page.on("crash", () => page.faults.push("the page crashed"));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) page.faults.push(`${message.type()}: ${message.text()}`);
  });
  await page.exposeBinding("draftlensTestFault", (_source, text) => page.faults.push(text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      window.draftlensTestFault(`CSP ${event.effectiveDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
    addEventListener("unhandledrejection", (event) => window.draftlensTestFault(`rejected: ${event.reason}`));
  });
  return page;
}
