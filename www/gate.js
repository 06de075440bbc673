// The button or form that waits on `stop`. Nothing else of the host's is held back: saving a draft always passes.

/** Asks `mayPass` whenever the gate is used, before the page hears of it. Gives the undoing. */
export function guard(gate, mayPass) {
  const stop = new AbortController();
  const options = { capture: true, signal: stop.signal };
  const isForm = gate.localName === "form";
  const hold = (event) => {
    if (mayPass()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const top = gate.ownerDocument.defaultView ?? gate.ownerDocument;
  top.addEventListener("submit", (event) => {
    if (isForm ? event.composedPath()[0] === gate : event.submitter === gate) hold(event);
  }, options);
  if (!isForm) {
    top.addEventListener("click", (event) => {
      if (event.composedPath().includes(gate)) hold(event);
    }, options);
  }
  return () => stop.abort();
}

/** Keeps a form's field of that name, or what the form sends under it, up to date. Gives the undoing. */
export function carry(form, name, content) {
  const stop = new AbortController();
  form.addEventListener("formdata", ({ formData }) => formData.set(name, content()), { signal: stop.signal });
  return () => stop.abort();
}
