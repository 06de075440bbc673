// The widget's style sheet: fetched once a page, adopted by every widget of a document.

const HREF = new URL("draftlens.css", import.meta.url).href;
let text;
const sheets = new WeakMap();

/** Dresses a shadow root. Falls back to a link where the page lets nothing be fetched. */
export async function dress(root) {
  text ??= fetch(HREF).then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error(String(answer.status)))));
  try {
    const css = await text;
    root.adoptedStyleSheets = [sheetFor(root.ownerDocument, css)];
  } catch {
    text = undefined;
    link(root);
  }
}

/** A constructed sheet belongs to one document. */
function sheetFor(document, css) {
  let sheet = sheets.get(document);
  if (!sheet) {
    sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(document, sheet);
  }
  return sheet;
}

function link(root) {
  if (root.querySelector("link")) return;
  const link = root.ownerDocument.createElement("link");
  link.rel = "stylesheet";
  link.href = HREF;
  root.prepend(link);
}
