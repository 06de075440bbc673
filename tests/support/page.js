// Reads a page: what the widget said, what its field holds, and when it has drawn.

/** Waits until every widget of the page has said that it is ready, or why it is not. */
export async function ready(page) {
  await page.waitForFunction(() => {
    const widgets = document.querySelectorAll("draft-lens").length;
    return window.told.filter(({ name }) => name === "ready").length >= widgets;
  });
}

/** The details of the events `draftlens-<name>` so far. */
export const told = (page, name) =>
  page.evaluate((name) => window.told.filter((one) => one.name === name).map((one) => one.detail), name);

/** Waits for an event `draftlens-<name>` and gives its detail. */
export async function heard(page, name) {
  await page.waitForFunction((name) => window.told.some((one) => one.name === name), name);
  return (await told(page, name)).at(-1);
}

/** What the widget's `check()` says now. */
export const report = (page, selector = "draft-lens") =>
  page.evaluate(async (selector) => document.querySelector(selector).check(), selector);

/** Waits until the widget has drawn what changed: two frames. */
export const drawn = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

/** Text, and caret or selection, of a field or of an editable element. */
export const field = (page, selector) =>
  page.evaluate((selector) => {
    const element = document.querySelector(selector);
    if ("value" in element) return { text: element.value, from: element.selectionStart, to: element.selectionEnd };
    const range = getSelection().rangeCount ? getSelection().getRangeAt(0) : null;
    const before = document.createRange();
    before.selectNodeContents(element);
    if (range && element.contains(range.startContainer)) before.setEnd(range.startContainer, range.startOffset);
    return { text: element.innerText, from: before.toString().length, to: before.toString().length + String(range).length };
  }, selector);
