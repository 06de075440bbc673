// <draft-lens>: owns settings, draft, answers and dismissals, and tells the page by events. What is drawn and
// checked is the wasm's; it gets a snapshot of what it needs whenever something changes.

import * as fields from "./fields.js";
import { carry, guard } from "./gate.js";
import { lineAbove } from "./keyboard.js";
import { discharge, enlist, isTrap, load, trapped } from "./loader.js";
import { notesIn } from "./notes.js";
import { dress } from "./style.js";

const TEXTS = [
  "for", "networks", "lang", "text-lang", "policy-src", "theme", "gate", "report-field", "date-for", "alt-for", "link-for",
  "brand", "handles", "domains", "hashtags", "countries", "sector",
];
const SWITCHES = ["compact", "debug"];
const OBJECTS = ["draft", "policy", "plan", "trending", "now", "apply", "target"];
const THEMES = ["auto", "light", "dark"];
const FACTS = ["brand", "handles", "domains", "hashtags", "countries", "sector"];
const GATE = { none: 0, armed: 1, held: 2, open: 3 };

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export class DraftLens extends HTMLElement {
  static observedAttributes = [...TEXTS, ...SWITCHES];

  #root = this.attachShadow({ mode: "open" });
  /** The div that yew draws in; theme and skeleton are the element's own. */
  #frame;
  #widget;
  /** Counts mounts, so that a load that comes too late is dropped. */
  #life = 0;
  /** What the host gave as properties that take objects. */
  #given = {};
  /** What the writer did. */
  #dismissed = [];
  #answers = [];
  /** Texts of their own that networks got here; null where one was taken away again. */
  #variants = {};
  #reopened = new Set();
  #kind = "";
  #override;
  #isHeld = false;
  /** What the wasm last got, to send it only what changed. */
  #sent = {};
  #found = {};
  #undo = [];
  /** The line above a phone's keyboard. */
  #above;
  #observer;
  #policy = {};
  #reportJson = "";
  #report;
  #notes = [];
  #told = new Set();
  #isReady = false;
  #isDue = false;
  #firstReport = Promise.withResolvers?.() ?? withResolvers();

  constructor() {
    super();
    this.#observer = new MutationObserver(() => this.#look());
  }

  connectedCallback() {
    for (const name of [...TEXTS, ...SWITCHES].map(camel).concat(OBJECTS)) this.#upgrade(name);
    dress(this.#root);
    if (this.#widget) this.#changed();
    else this.#mount();
  }

  disconnectedCallback() {
    // An element that is moved is connected again by now.
    queueMicrotask(() => this.isConnected || this.#unmount());
  }

  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "theme" && this.#frame) this.#paint();
    this.#changed();
  }

  /** Checks what is in the editor now, and resolves to the report. */
  async check() {
    if (!this.#widget) await this.#firstReport.promise;
    this.#isDue = true;
    this.#flush();
    return this.#report;
  }

  /** Applies the first fix of a flag through the editor; false when it has none. `draftlens-fix` tells how it went. */
  applyFix(id) {
    return this.#try(() => this.#widget?.applyFix(String(id)) ?? false) ?? false;
  }

  /** Dismisses a flag, with the reason. */
  dismiss(id, reason = "", { scope = "draft" } = {}) {
    this.#settle("dismiss", this.#dismissed, String(id), String(reason), scope);
  }

  /** Answers the question of a flag. */
  answer(id, text) {
    this.#settle("answer", this.#answers, String(id), String(text));
  }

  /** Reads the editor again: a value that a script sets tells nobody. */
  refresh() {
    this.#isDue = true;
    this.#flush();
  }

  /** Properties that were set before the element was defined hide the accessors: they are set again. */
  #upgrade(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete this[name];
    this[name] = value;
  }

  // Life

  async #mount() {
    const life = (this.#life += 1);
    this.#frame = document.createElement("div");
    this.#frame.className = "frame";
    this.#frame.append(skeleton());
    this.#root.replaceChildren(this.#frame);
    this.#paint();
    enlist(this);
    try {
      const { Widget } = await load();
      if (life !== this.#life) return;
      this.#widget = new Widget(this.#frame, this.#host());
      this.#isDue = true;
      this.#flush();
    } catch (error) {
      if (life !== this.#life) return;
      if (isTrap(error)) trapped(error);
      else this.#fail((notes) => (error.isCsp ? notes.csp() : notes.load(error.message)));
    }
  }

  #unmount() {
    this.#life += 1;
    discharge(this);
    this.#letGo();
    const widget = this.#widget;
    this.#widget = undefined;
    this.#sent = {};
    this.#root.replaceChildren();
    if (!widget) return;
    try {
      widget.destroy();
      widget.free();
    } catch {
      // It trapped before: what it held went with its instance.
    }
  }

  /** The wasm trapped: its instance is let go. */
  leave() {
    this.#unmount();
  }

  /** The wasm was started afresh: everything is drawn again from what this element owns. */
  revived() {
    if (this.isConnected) this.#mount();
  }

  /** The wasm trapped again: the fault is shown, and the host's editor goes on. */
  failed() {
    this.#fail((notes) => notes.fault());
  }

  /** Says what failed, without the wasm. */
  #fail(say) {
    const message = say(notesIn(this.#language()));
    const note = document.createElement("p");
    note.textContent = message;
    note.setAttribute("role", "alert");
    const panel = document.createElement("div");
    panel.className = "panel fault";
    panel.part = "panel fault";
    panel.append(note);
    this.#frame = document.createElement("div");
    this.#frame.className = "frame";
    this.#frame.append(panel);
    this.#root.replaceChildren(this.#frame);
    this.#paint();
    this.#tell("error", { message });
  }

  #paint() {
    this.#frame.dataset.theme = THEMES.includes(this.theme) ? this.theme : "auto";
  }

  // From the page to the wasm

  /** Something changed: the wasm hears of it when the page's script is done. */
  #changed() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => this.#flush());
  }

  #flush() {
    if (!this.#isDue || !this.#widget) return;
    this.#isDue = false;
    this.#try(() => {
      const notes = [];
      const say = notesIn(this.#language());
      this.#resolve(say, notes);
      this.#loadPolicy(say, notes);
      this.#send("configure", this.#settings(), say, notes);
      this.#send("draft", this.#draft(say, notes), say, notes);
      this.#show(notes);
      this.#reportJson = this.#widget.check();
      this.#report = JSON.parse(this.#reportJson);
      this.#tellProblems(notes);
      this.#firstReport.resolve();
      if (this.debug) this.#explain(notes);
    });
  }

  /** Runs what enters the wasm; a trap must not reach the page. */
  #try(run) {
    try {
      return run();
    } catch (error) {
      if (!isTrap(error)) throw error;
      trapped(error);
      return undefined;
    }
  }

  /** Sends JSON text when it is not what was sent before. */
  #send(what, value, say, notes) {
    try {
      const json = JSON.stringify(value);
      if (this.#sent[what] === json) return;
      this.#widget[what](json);
      this.#sent[what] = json;
    } catch (error) {
      if (isTrap(error)) throw error;
      notes.push(say.wrongType(what === "draft" ? "draft" : "policy, plan, trending", `JSON (${error.message})`));
    }
  }

  #show(notes) {
    this.#notes = notes;
    this.#sent.gate = this.#gateState();
    this.#widget.show(notes, this.#sent.gate, this.#kind, this.compact, Boolean(this.#found.alt));
  }

  #language() {
    const own = this.getAttribute("lang");
    if (own !== null) return own;
    const near = this.parentElement?.closest("[lang]")?.lang ?? document.documentElement.lang;
    return /^fr\b/i.test(near) ? "fr" : "en";
  }

  #settings() {
    const { policy, plan, trending, now } = this.#given;
    const facts = {};
    for (const name of FACTS) {
      const text = this.getAttribute(name);
      if (text) facts[name] = text;
    }
    const { text, isPending } = this.#policy;
    const house = policy !== undefined ? { policy } : { policyText: text, pending: isPending };
    const moment = now instanceof Date ? now.toISOString() : now;
    return { lang: this.#language(), facts, ...house, plan, trending, now: moment };
  }

  #draft(say, notes) {
    const { draft = {} } = this.#given;
    const isObject = typeof draft === "object" && draft !== null && !Array.isArray(draft);
    if (!isObject) notes.push(say.wrongType("draft", "{ … }"));
    const given = isObject ? draft : {};
    const kept = (list, own) => {
      const all = Array.isArray(list) ? list : [];
      // What a second person agreed to stands above what the writer said alone.
      const theirs = all.filter(({ id, second } = {}) => second || !own.some((one) => one.id === id));
      return [...theirs, ...own.filter(({ id }) => !theirs.some((one) => one?.id === id))]
        .filter(({ id } = {}) => !this.#reopened.has(id));
    };
    return {
      ...given,
      ...fields.read(this.#found, given),
      text: "",
      variants: this.#texts(given.variants),
      networks: given.networks ?? this.getAttribute("networks") ?? undefined,
      textLang: given.textLang ?? this.getAttribute("text-lang") ?? undefined,
      dismissed: kept(given.dismissed, this.#dismissed),
      answers: kept(given.answers, this.#answers),
    };
  }

  /** Fetches the policy once an address. Until it is in, nothing is called ready. */
  #loadPolicy(say, notes) {
    const url = this.getAttribute("policy-src");
    if (!url || this.#given.policy !== undefined) {
      this.#policy = {};
      return;
    }
    if (this.#policy.url !== url) {
      const policy = (this.#policy = { url, isPending: true });
      fetch(new URL(url, document.baseURI), { credentials: "same-origin" })
        .then(async (answer) => {
          if (answer.ok) Object.assign(policy, { text: await answer.text(), isPending: false });
          else policy.failed = (say) => say.policyStatus(url, answer.status);
        })
        .catch((error) => {
          policy.failed = (say) => say.policyFailed(url, error.message);
        })
        .then(() => this.#changed());
    }
    if (this.#policy.failed) notes.push(this.#policy.failed(say));
  }

  // What the attributes name

  #byId(id) {
    if (!id) return null;
    const root = this.getRootNode();
    return root.getElementById?.(id) ?? document.getElementById(id);
  }

  /** Finds what the attributes name, and binds it when it is not what was bound. */
  #resolve(say, notes) {
    const missing = [];
    const find = (attribute) => {
      const id = this.getAttribute(attribute);
      const element = this.#byId(id);
      if (id && !element) missing.push(say.missing(attribute, id));
      return element ?? undefined;
    };
    const target = this.#editor(say, missing);
    const gate = find("gate");
    const [date, alt, link] = [find("date-for"), find("alt-for"), find("link-for")];
    const form = target?.form ?? gate?.form ?? (gate?.localName === "form" ? gate : null) ?? this.closest("form");
    const name = this.getAttribute("report-field");
    const input = name ? [...(form?.elements ?? [])].find((field) => field.name === name && field.type === "hidden") : undefined;
    if (input && input !== this.#found.input) this.#recall(input.value);
    this.#bind({ target, gate, date, alt, link, form, name, input });
    this.#observe(missing.length > 0);
    notes.push(...missing);
    if (target && !this.#found.isEditor) notes.push(say.noEditor(this.getAttribute("for") ?? target.localName));
    if (this.theme && !THEMES.includes(this.theme)) notes.push(say.unknown("theme", this.theme, THEMES.join(", ")));
  }

  /** A form that comes back brings what was settled before, in the field that carried it away. */
  #recall(text) {
    if (this.#dismissed.length > 0 || this.#answers.length > 0) return;
    let carried;
    try {
      carried = JSON.parse(text);
    } catch {
      return;
    }
    const list = (value) => (Array.isArray(value) ? value.filter((one) => typeof one?.id === "string") : []);
    this.#dismissed = list(carried?.dismissals);
    this.#answers = list(carried?.answers);
  }

  #editor(say, missing) {
    const { target } = this.#given;
    if (target?.nodeType === 1) return target;
    const id = this.getAttribute("for");
    const element = this.#byId(id);
    if (!element) missing.push(id ? say.waitsFor(id) : say.noFor());
    return element ?? undefined;
  }

  #bind(found) {
    const keys = ["target", "gate", "date", "alt", "link", "form", "name", "input"];
    if (this.#found.widget === this.#widget && keys.every((key) => this.#found[key] === found[key])) return;
    this.#letGo();
    const isText = found.target?.localName !== "input" || /^(text|search|url|tel)$/.test(found.target.type);
    found.isEditor = this.#widget.attach(isText ? found.target : undefined) && isText;
    found.widget = this.#widget;
    this.#found = found;
    this.#undo.push(fields.watch([found.date, found.alt, found.link].filter(Boolean), () => this.#changed()));
    this.#above = found.isEditor ? lineAbove(this.#frame, found.target) : undefined;
    this.#undo.push(() => this.#above?.stop());
    if (found.gate) this.#undo.push(guard(found.gate, () => this.#mayPass()));
    if (found.form && found.name && !found.input) this.#undo.push(carry(found.form, found.name, () => this.#carried()));
  }

  #letGo() {
    for (const undo of this.#undo.splice(0)) undo();
    this.#observer.disconnect();
    this.#found = {};
  }

  /** While something is missing, the whole root is watched; else only the way up from the editor. */
  #observe(isWaiting) {
    this.#observer.disconnect();
    if (isWaiting) {
      for (const root of new Set([this.getRootNode(), document])) {
        this.#observer.observe(root, { childList: true, subtree: true, attributes: true, attributeFilter: ["id"] });
      }
      return;
    }
    for (let node = this.#found.target?.parentNode; node; node = node.parentNode ?? node.host) {
      this.#observer.observe(node, { childList: true });
    }
  }

  /** Something came or went: it matters when what is bound is not what is named now. */
  #look() {
    const { target, gate, date, alt, link } = this.#found;
    const now = [
      [target, this.#given.target?.nodeType === 1 ? this.#given.target : this.#byId(this.getAttribute("for"))],
      ...Object.entries({ gate, "date-for": date, "alt-for": alt, "link-for": link }).map(([name, was]) => [was, this.#byId(this.getAttribute(name))]),
    ];
    if (now.some(([was, is]) => (was ?? null) !== (is ?? null))) this.#changed();
  }

  // From the wasm to the page

  /** What the wasm may call (see `src/host.rs`). */
  #host() {
    return {
      reported: (json) => this.#reported(json),
      fixed: (id, rule, label, applied) => this.#tell("fix", { id, rule, label, applied }),
      dismissed: (id, reason, scope) => this.dismiss(id, reason, { scope }),
      answered: (id, text) => this.answer(id, text),
      reopened: (id) => this.#reopen(id),
      sorted: (category) => this.#sort(category),
      varied: (network, text) => this.#vary(network, text ?? null),
      overrode: (reason) => this.#overrule(reason),
      describe: () => this.#found.alt && fields.control(this.#found.alt).focus(),
      copy: (text) => void navigator.clipboard?.writeText(text).catch(() => {}),
      apply: (fix) => this.#apply(fix),
    };
  }

  #reported(json) {
    const isNew = json !== this.#reportJson;
    this.#reportJson = json;
    const report = (this.#report = JSON.parse(json));
    if (report.verdict !== "stop") this.#isHeld = false;
    if (this.#found.input) this.#found.input.value = this.#carried();
    if (this.#gateState() !== this.#sent.gate) {
      this.#show(this.#notes);
      this.#widget.draw();
    }
    if (!this.#isReady) {
      this.#isReady = true;
      this.#tell("ready", report);
    }
    if (isNew) this.#tell("report", report);
    // The panel is drawn by then.
    if (isNew) queueMicrotask(() => this.#above?.update());
  }

  /** 0: there is no `apply`; 1: it said no; 2: done; 3: it will be done. */
  #apply(fix) {
    const { apply } = this.#given;
    if (typeof apply !== "function") return 0;
    try {
      const answer = apply.call(this, fix);
      if (typeof answer?.then !== "function") return answer === false ? 1 : 2;
      answer.then(() => this.refresh(), (error) => this.#tell("error", { message: String(error?.message ?? error) }));
      return 3;
    } catch (error) {
      this.#tell("error", { message: String(error?.message ?? error) });
      return 1;
    }
  }

  #settle(kind, list, id, reason, scope) {
    const flag = this.#report?.flags.find((one) => one.id === id);
    const at = this.#now();
    const { role, author } = this.#given.draft ?? {};
    const said = { id, reason, at, ...(author?.name && { by: author.name }), ...(role && { role }) };
    if (scope === "text") said.textHash = this.#report?.textHash;
    const own = list.findIndex((one) => one.id === id);
    if (own >= 0) list.splice(own, 1);
    list.push(said);
    this.#reopened.delete(id);
    this.refresh();
    const detail = { ...said, rule: flag?.rule, title: flag?.title, ...(scope && { scope }) };
    this.#tell(kind, kind === "answer" ? { ...detail, question: flag?.ask, answer: reason } : detail);
  }

  #reopen(id) {
    for (const list of [this.#dismissed, this.#answers]) {
      const own = list.findIndex((one) => one.id === id);
      if (own >= 0) list.splice(own, 1);
    }
    this.#reopened.add(id);
    this.refresh();
  }

  #sort(category) {
    this.#kind = category;
    this.refresh();
    this.#tell("answer", { id: "category", rule: "category", reason: category, answer: category, at: this.#now() });
  }

  #vary(network, text) {
    this.#variants[network] = text;
    this.refresh();
    this.#tell("variant", { network, text, variants: this.#texts(this.#given.draft?.variants) });
  }

  /** The networks' own texts: the host's, with what was written here. */
  #texts(given) {
    const all = Object.entries({ ...given, ...this.#variants }).filter(([, text]) => text !== null);
    return all.length > 0 ? Object.fromEntries(all) : undefined;
  }

  #now() {
    const { now } = this.#given;
    return now instanceof Date ? now.toISOString() : (now ?? new Date().toISOString());
  }

  // The gate

  #isOverridden() {
    return this.#override !== undefined && this.#override.textHash === this.#report?.textHash;
  }

  #gateState() {
    if (!this.#found.gate) return GATE.none;
    if (this.#isOverridden()) return GATE.open;
    return this.#isHeld ? GATE.held : GATE.armed;
  }

  /** Whether the gate lets go now. Where nothing can be checked, it does: the host's editor goes on working. */
  #mayPass() {
    this.refresh();
    if (!this.#widget || this.#report?.verdict !== "stop" || this.#isOverridden()) return true;
    this.#isHeld = true;
    this.refresh();
    this.#try(() => this.#widget?.jumpToWorst());
    return false;
  }

  #overrule(reason) {
    const { textHash, flags } = this.#report;
    const stops = flags.filter(({ severity }) => severity === "stop").map(({ id }) => id);
    this.#override = { reason, textHash, flags: stops, at: this.#now() };
    this.refresh();
    this.#tell("override", this.#override);
  }

  /** What a form carries: the report, what the writer answered and dismissed, and why it was published. */
  #carried() {
    const said = {
      answers: this.#answers,
      dismissals: this.#dismissed,
      override: this.#isOverridden() ? this.#override : null,
      category: this.#kind || null,
      variants: this.#texts(this.#given.draft?.variants) ?? {},
    };
    const rest = JSON.stringify(said);
    return this.#reportJson ? `{"report":${this.#reportJson},${rest.slice(1)}` : rest;
  }

  // Events

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(`draftlens-${name}`, { bubbles: true, composed: true, detail }));
  }

  /** Tells every problem once, as long as it lasts. */
  #tellProblems(notes) {
    const problems = notes.map((message) => ({ message, at: "", line: 0, column: 0 })).concat(this.#report.problems);
    const now = new Set(problems.map((problem) => JSON.stringify(problem)));
    const fresh = [...now].filter((problem) => !this.#told.has(problem));
    this.#told = now;
    for (const problem of fresh) this.#tell("error", JSON.parse(problem));
  }

  #explain(notes) {
    const { target, gate, date, alt, link } = this.#found;
    const { engine, rules, policy, notChecked } = this.#report;
    console.info("draft-lens", { bound: { target, gate, date, alt, link }, loaded: { engine, rules, policy }, missing: notChecked, notes });
  }

  static {
    for (const name of TEXTS) {
      Object.defineProperty(this.prototype, camel(name), {
        configurable: true,
        enumerable: true,
        get() {
          return this.getAttribute(name) ?? "";
        },
        set(value) {
          if (value === null || value === undefined) this.removeAttribute(name);
          else this.setAttribute(name, Array.isArray(value) ? value.join(" ") : String(value));
        },
      });
    }
    for (const name of SWITCHES) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          return this.hasAttribute(name);
        },
        set(value) {
          this.toggleAttribute(name, Boolean(value));
        },
      });
    }
    for (const name of OBJECTS) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          return this.#given[name];
        },
        set(value) {
          this.#given[name] = value ?? undefined;
          this.#changed();
        },
      });
    }
  }
}

function withResolvers() {
  let resolve;
  const promise = new Promise((done) => { resolve = done; });
  return { promise, resolve };
}

/** The panel's frame before anything is known. */
function skeleton() {
  const panel = document.createElement("div");
  panel.className = "panel loading";
  panel.part = "panel";
  for (const name of ["top", "chips", "post", "rest"]) {
    const block = document.createElement("div");
    block.className = `block ${name}`;
    panel.append(block);
  }
  return panel;
}
