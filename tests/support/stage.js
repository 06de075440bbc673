// The stage every browser test plays on: one server and one browser a file, a fresh page a test.

import { after, before } from "node:test";
import { newPage, startBrowser } from "./browser.js";
import { ready } from "./page.js";
import { startServer } from "./server.js";

let made = 0;

/** Starts server and browser before the tests of the file, and ends both after them. */
export function stage() {
  const stage = {
    /** A page that shows `body` beside the widget's script; waits until every widget is ready unless told not to. */
    async open(t, body, { csp, context, script, wait = true, init, files = {} } = {}) {
      const page = await stage.page(t, context);
      if (init) await page.addInitScript(init);
      for (const [path, content] of Object.entries(files)) stage.server.put(path, content);
      await page.goto(stage.made(body, { csp, script }));
      if (wait) await ready(page);
      return page;
    },
    /** The demo, ready. */
    async demo(t, context) {
      const page = await stage.page(t, context);
      await page.goto(`${stage.server.origin}/`);
      await ready(page);
      return page;
    },
    /** An empty page that ends with the test. */
    async page(t, context) {
      const page = await newPage(stage.browser, context);
      await page.addInitScript(record);
      t.after(() => page.context().close());
      return page;
    },
    /** Serves a made-up page and gives its address. */
    made(body, { csp, script } = {}) {
      const name = `/made/${(made += 1)}`;
      const own = script ? `<script type="module" src="${name}.js"></script>` : "";
      if (script) stage.server.put(`${name}.js`, script);
      return stage.server.put(
        `${name}.html`,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Test</title>`
          + `<link rel="icon" href="data:,"><script type="module" src="/dist/draftlens.js"></script>${own}</head>`
          + `<body>${body}</body></html>`,
        { csp },
      );
    },
  };
  before(async () => {
    [stage.server, stage.browser] = await Promise.all([startServer(), startBrowser()]);
  });
  after(async () => {
    await stage.browser?.close();
    await stage.server?.stop();
  });
  return stage;
}

/** Runs in the page before its scripts: keeps every event of the widget with what it said. */
function record() {
  window.told = [];
  for (const name of ["ready", "report", "fix", "dismiss", "answer", "override", "variant", "error"]) {
    document.addEventListener(`draftlens-${name}`, (event) =>
      window.told.push({ name, detail: event.detail, widget: event.target.id }));
  }
}
