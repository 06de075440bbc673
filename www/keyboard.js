// On a phone: while the keyboard is open, the verdict is one line above it. Runs only when the visible part of the
// page changes, or a report comes.

/** What a keyboard takes at least, in CSS pixels: an address bar that comes and goes takes less. */
const LEAST = 120;

/**
 * Watches the keyboard for an editor. Gives `update`, to call when the panel was drawn anew, and `stop`.
 *
 * @param {HTMLElement} frame where the panel is drawn
 * @param {HTMLElement} editor whose keyboard is meant
 */
export function lineAbove(frame, editor) {
  const window = frame.ownerDocument.defaultView;
  const view = window.visualViewport;
  if (!view || !window.matchMedia("(pointer: coarse)").matches) return { update() {}, stop() {} };
  const { place, line } = made(frame);
  // A press must not take the focus from the editor: the line would go before the click comes.
  line.addEventListener("mousedown", (event) => event.preventDefault());
  line.addEventListener("click", () => leave(frame, editor));

  function update() {
    const isOpen = hasFocus(editor) && covered(window, view) >= LEAST;
    if (isOpen && say(frame, line)) show(place, covered(window, view));
    else hide(place);
  }
  const events = [[view, "resize"], [view, "scroll"], [editor, "focusout"]];
  for (const [target, name] of events) target.addEventListener(name, update);
  return {
    update,
    stop() {
      for (const [target, name] of events) target.removeEventListener(name, update);
      place.remove();
    },
  };
}

/** A popover: it lies above the page whatever contains the panel. */
function made(frame) {
  const place = frame.ownerDocument.createElement("div");
  place.className = "frame above";
  place.popover = "manual";
  const line = frame.ownerDocument.createElement("button");
  line.type = "button";
  line.part = "above";
  place.append(line);
  frame.after(place);
  return { place, line };
}

/** How much of the page's window the keyboard covers. */
function covered(window, view) {
  return window.innerHeight - view.height - view.offsetTop;
}

function hasFocus(editor) {
  const { activeElement } = editor.getRootNode();
  return activeElement !== null && editor.contains(activeElement);
}

/** Writes the panel's verdict into the line; false when there is none to tell. */
function say(frame, line) {
  const verdict = frame.querySelector("[part~=verdict]");
  const title = verdict?.querySelector(".title");
  if (!title) return false;
  line.className = verdict.className;
  const icon = verdict.querySelector("svg")?.cloneNode(true);
  line.replaceChildren(...(icon ? [icon] : []), title.textContent);
  return true;
}

function show(place, keyboard) {
  place.dataset.theme = place.previousElementSibling?.dataset.theme ?? "auto";
  place.style.setProperty("inset-block-end", `${keyboard}px`);
  if (!place.matches(":popover-open")) place.showPopover();
}

function hide(place) {
  if (place.matches(":popover-open")) place.hidePopover();
}

/** Closes the keyboard and brings the writer to the verdict. */
function leave(frame, editor) {
  const verdict = frame.querySelector("[part~=verdict]");
  (editor.getRootNode().activeElement ?? editor).blur();
  verdict?.focus();
  verdict?.scrollIntoView({ block: "nearest" });
}
