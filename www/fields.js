// The host's own fields beside the text: date, description of the picture, link. Reads them, never writes.

/** Calls `changed` when a field's value may have changed, or when it is switched off or on. Gives the undoing. */
export function watch(fields, changed) {
  const stop = new AbortController();
  const observer = new MutationObserver(changed);
  const later = () => setTimeout(changed);
  for (const field of fields) {
    for (const name of ["input", "change"]) field.addEventListener(name, changed, { signal: stop.signal });
    field.form?.addEventListener("reset", later, { signal: stop.signal });
    observer.observe(field, { attributes: true, subtree: true, attributeFilter: ["disabled", "hidden", "src"] });
  }
  return () => {
    stop.abort();
    observer.disconnect();
  };
}

/** What the fields say of the draft. What the host said itself stands. */
export function read({ date, alt, link }, draft) {
  const said = {};
  if (date && draft.scheduledAt === undefined) said.scheduledAt = moment(value(date));
  if (alt) said.media = media(alt, draft.media);
  if (link && draft.link === undefined && value(link)) said.link = { url: value(link) };
  return said;
}

const value = (field) => field.value ?? field.textContent ?? "";

/** The field itself, or the first one in what is named: an element around the description and its picture. */
export const control = (element) =>
  (element.matches("input, textarea, [contenteditable]") ? element : element.querySelector("input, textarea")) ?? element;

/** A description that can be written is one of a picture; a field that is switched off says that there is none. */
function media(named, given) {
  const field = control(named);
  const alt = value(field);
  if (Array.isArray(given)) return given.map((one, index) => (index === 0 && one?.alt === undefined ? { ...one, alt } : one));
  if (given !== undefined) return given;
  if (field.disabled || field.hidden || named.hidden) return [];
  const src = named.querySelector("img")?.getAttribute("src");
  return [src ? { src, alt } : { alt }];
}

/** A local date and time with its offset from UTC, as ISO 8601. */
function moment(text) {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text);
  if (text === "" || Number.isNaN(date.getTime())) return undefined;
  const minutes = -date.getTimezoneOffset();
  const two = (number) => String(Math.trunc(Math.abs(number))).padStart(2, "0");
  const day = `${String(date.getFullYear()).padStart(4, "0")}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return `${day}T${time}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
