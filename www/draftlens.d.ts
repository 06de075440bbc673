import type { Draft, Edit, Facts, Problem, Report } from "./check.js";

/** A fix as the host's `apply` gets it. Return false to refuse it. */
export interface HostFix {
  id: string;
  label: string;
  /** In order, in UTF-16 code units of the text before all of them. */
  edits: Edit[];
  /** The text as it should be afterwards. */
  text: string;
}

/** `<draft-lens for="…">`. */
export class DraftLens extends HTMLElement {
  /** Id of a textarea, input or contenteditable. */
  for: string;
  networks: string;
  /** Language of the interface, `en` or `fr`. */
  lang: string;
  /** Language of the draft; detected when empty. */
  textLang: string;
  /** Address of a policy, fetched once. */
  policySrc: string;
  theme: string;
  compact: boolean;
  /** Id of the button or form that waits on `stop`. */
  gate: string;
  /** Name of the form's field that carries report, answers and dismissals. */
  reportField: string;
  dateFor: string;
  altFor: string;
  linkFor: string;
  brand: string;
  handles: string;
  domains: string;
  hashtags: string;
  countries: string;
  sector: string;
  debug: boolean;
  /** What the host knows of the draft; its text comes from the editor. */
  draft: Partial<Draft> | undefined;
  policy: object | undefined;
  plan: object | object[] | undefined;
  trending: unknown[] | undefined;
  now: string | Date | undefined;
  /** Applies a fix in an editor with a model of its own. */
  apply: ((fix: HostFix) => boolean | void | Promise<unknown>) | undefined;
  /** The editor itself, where an id does not reach it: in a shadow root or an iframe. */
  target: Element | undefined;
  check(): Promise<Report>;
  applyFix(id: string): boolean;
  dismiss(id: string, reason?: string, options?: { scope?: "draft" | "text" | "house" }): void;
  answer(id: string, text: string): void;
  refresh(): void;
}

export interface DraftLensEvents {
  "draftlens-ready": CustomEvent<Report>;
  "draftlens-report": CustomEvent<Report>;
  "draftlens-fix": CustomEvent<{ id: string; rule: string; label: string; applied: boolean }>;
  /** Evidence: what, why, who, when, and how far it reaches. `scope: "house"` is for the host to keep as an `allow`. */
  "draftlens-dismiss": CustomEvent<{ id: string; rule?: string; title?: string; reason: string; at: string; by?: string; role?: string; textHash?: string; scope?: "draft" | "text" | "house" }>;
  "draftlens-answer": CustomEvent<{ id: string; rule?: string; title?: string; question?: string; answer: string; reason: string; at: string }>;
  /** A network got a text of its own, or (`null`) the common one again; `variants` are all of them now. */
  "draftlens-variant": CustomEvent<{ network: string; text: string | null; variants?: Record<string, string> }>;
  "draftlens-override": CustomEvent<{ reason: string; textHash: string; flags: string[]; at: string }>;
  "draftlens-error": CustomEvent<Partial<Problem> & { message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "draft-lens": DraftLens;
  }
  interface HTMLElementEventMap extends DraftLensEvents {}
}

export type { Facts };
