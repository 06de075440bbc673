// Plays the CMS around the widget: loads drafts, saves them in this browser, keeps what the writer
// answered. It sets attributes and listens to events, as a CMS would; it never looks into the widget.

import { DRAFTS, KINDS } from "./drafts.js";
import { FRENCH, SAID } from "./words.js";

const STORE = "draftlens-demo";
const $ = (id) => document.getElementById(id);
const lens = document.querySelector("draft-lens");
const form = $("post");
const facts = [...document.querySelectorAll("[data-fact]")];
const english = new Map();

/** What this browser keeps: the draft, the answers, and how the page looks. */
let kept = read();

function read() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? {};
  } catch {
    return {};
  }
}

/** Merges `changes` into what is kept; false where the browser keeps nothing. */
function keep(changes) {
  kept = { ...kept, ...changes };
  try {
    localStorage.setItem(STORE, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** Tells whoever listens that a field was changed by script, as a keyboard would. */
function set(field, value) {
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

// Language and theme of the page

const words = () => SAID[document.documentElement.lang];

function translate(lang) {
  document.documentElement.lang = lang;
  lens.setAttribute("lang", lang);
  document.title = word("document-title", document.title, lang);
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = word(element.dataset.t, element.textContent, lang);
  }
  for (const element of document.querySelectorAll("[data-t-label]")) {
    element.ariaLabel = word(element.dataset.tLabel, element.ariaLabel, lang);
  }
  listDrafts();
  listAnswers();
  sayWhenSaved();
}

/** The English is what the page was written with: remembered the first time it is replaced. */
function word(key, now, lang) {
  if (!english.has(key)) english.set(key, now);
  return lang === "fr" ? FRENCH[key] ?? english.get(key) : english.get(key);
}

function paint(theme) {
  document.documentElement.dataset.theme = theme;
  lens.setAttribute("theme", theme);
}

function choose(group, value) {
  const radio = document.querySelector(`#${group} [value="${value}"]`);
  if (radio) radio.checked = true;
}

$("language").addEventListener("change", (event) => {
  keep({ lang: event.target.value });
  translate(event.target.value);
});
$("theme").addEventListener("change", (event) => {
  keep({ theme: event.target.value });
  paint(event.target.value);
});

// What the widget is told, by attributes

function tellNetworks() {
  const chosen = [...form.elements.network].filter((box) => box.checked).map((box) => box.value);
  lens.setAttribute("networks", chosen.join(" "));
}

function tellFact(field) {
  lens.setAttribute(field.dataset.fact, field.value);
}

function showPicture() {
  const src = $("picture").value;
  $("alt-field").hidden = src === "";
  $("alt").disabled = src === "";
  if (src) $("thumb").src = src;
}

$("networks").addEventListener("change", tellNetworks);
$("picture").addEventListener("change", showPicture);
$("house").addEventListener("input", (event) => tellFact(event.target));

// Drafts: examples, and the one that is kept

function load(draft) {
  for (const box of form.elements.network) box.checked = draft.networks.includes(box.value);
  tellNetworks();
  set($("title"), draft.title);
  set($("picture"), draft.picture ?? "");
  set($("alt"), draft.alt ?? "");
  if (draft.when) set($("when"), draft.when);
  set($("body"), draft.text);
  $("outcome").replaceChildren();
  markCurrent();
}

function listDrafts() {
  const lang = document.documentElement.lang;
  $("drafts").replaceChildren(...DRAFTS.map((draft) => {
    const button = make("button", { type: "button" });
    button.append(
      make("span", { className: "said", lang: draft.lang }, shorten(draft.text)),
      make("span", { className: "kind" }, (draft.lang === lang ? "" : words().inOther) + KINDS[draft.kind][lang]),
    );
    button.addEventListener("click", () => {
      load(draft);
      $("body").focus();
    });
    const item = make("li");
    item.append(button);
    return item;
  }));
  markCurrent();
}

function markCurrent() {
  [...$("drafts").querySelectorAll("button")].forEach((button, index) => {
    if (DRAFTS[index].text === $("body").value) button.ariaCurrent = "true";
    else button.ariaCurrent = null;
  });
}

/** About fifty characters, cut between words. */
function shorten(text) {
  const line = text.replace(/\s+/g, " ");
  return line.length <= 52 ? line : `${line.slice(0, line.lastIndexOf(" ", 50))}…`;
}

function make(name, properties = {}, text = "") {
  const element = Object.assign(document.createElement(name), properties);
  if (text) element.textContent = text;
  return element;
}

$("body").addEventListener("input", markCurrent);
$("save").addEventListener("click", () => {
  const draft = {
    title: $("title").value,
    text: $("body").value,
    networks: lens.getAttribute("networks").split(" "),
    when: $("when").value,
    picture: $("picture").value,
    alt: $("alt").value,
  };
  const house = Object.fromEntries(facts.map((field) => [field.dataset.fact, field.value]));
  const done = keep({ draft, house, savedAt: new Date().toISOString() });
  if (done) sayWhenSaved();
  else $("saved").textContent = words().full;
});

function sayWhenSaved() {
  if (!kept.savedAt) return;
  const { lang } = document.documentElement;
  const time = new Date(kept.savedAt).toLocaleTimeString(lang, words().time);
  $("saved").textContent = words().saved(lang === "fr" ? time.replace(":", " h ") : time);
}

// What the widget says

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const sent = JSON.stringify(Object.fromEntries(new FormData(form)), null, 2);
  const box = make("pre", { tabIndex: 0 });
  box.append(make("code", {}, sent));
  $("outcome").replaceChildren(words().published, box);
});

/** Under the button: how many things publishing waits for, and the way around where only some networks stop. */
function sayWaiting(report) {
  const stops = report.flags.filter(({ severity }) => severity === "stop");
  const stopped = report.networks.filter(({ verdict }) => verdict === "stop").map(({ network }) => network);
  const boxes = [...form.elements.network].filter((box) => stopped.includes(box.value));
  sayGate(stops.length > 0);
  $("waiting").replaceChildren(...(stops.length ? [`${words().waits(stops.length)} `] : []));
  if (stopped.length === 0 || stopped.length === report.networks.length) return;
  const names = boxes.map((box) => box.nextElementSibling.textContent);
  const button = make("button", { type: "button", className: "link" }, words().leaveOut(names));
  button.addEventListener("click", () => {
    for (const box of boxes) box.checked = false;
    tellNetworks();
    $("publish").focus();
  });
  $("waiting").append(button);
}

/** The button looks as it is; the widget is what holds it. */
function sayGate(waits) {
  if (waits) $("publish").setAttribute("aria-disabled", "true");
  else $("publish").removeAttribute("aria-disabled");
}

function remember(kind) {
  return ({ detail }) => {
    keep({ answers: [...(kept.answers ?? []), { kind, ...detail }] });
    listAnswers();
  };
}

function listAnswers() {
  const answers = kept.answers ?? [];
  $("kept-count").textContent = answers.length ? String(answers.length) : "";
  $("forget").hidden = answers.length === 0;
  $("answers").replaceChildren(...(answers.length ? answers : [null]).map((answer) =>
    make("li", {}, answer ? `${words()[answer.kind]}: ${answer.rule ?? answer.id} — ${answer.reason}` : words().none)));
}

lens.addEventListener("draftlens-report", ({ detail }) => sayWaiting(detail));
lens.addEventListener("draftlens-dismiss", remember("dismissed"));
lens.addEventListener("draftlens-answer", remember("answered"));
lens.addEventListener("draftlens-override", remember("overridden"));
lens.addEventListener("draftlens-override", () => sayGate(false));
/** What a CMS would write into the form's hidden field when it opens a kept draft: the widget takes it up. */
function recall() {
  const of = (kind) => (kept.answers ?? []).filter((answer) => answer.kind === kind);
  $("answered").value = JSON.stringify({ dismissals: of("dismissed"), answers: of("answered") });
}

$("forget").addEventListener("click", () => {
  keep({ answers: [] });
  listAnswers();
});

// Start: as this browser left it, else in its language

for (const field of facts) {
  if (kept.house?.[field.dataset.fact] !== undefined) field.value = kept.house[field.dataset.fact];
  tellFact(field);
}
recall();
load(kept.draft ?? DRAFTS[0]);
const lang = kept.lang ?? (navigator.language.startsWith("fr") ? "fr" : "en");
const theme = kept.theme ?? "auto";
choose("language", lang);
choose("theme", theme);
translate(lang);
paint(theme);
