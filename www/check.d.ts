/** A sentence about what is wrong with the settings or the draft. */
export interface Problem {
  /** Where: a path such as `policy.rules[0].en.find`. */
  at: string;
  /** From 1; 0 where there is no text to point into. */
  line: number;
  /** From 1, in characters; 0 where there is no text to point into. */
  column: number;
  message: string;
}

export type Verdict = "ready" | "review" | "pending" | "stop";
export type Severity = "stop" | "review" | "advise";
export type Category = "promotional" | "curated" | "engagement";

/** UTF-16 code units, as JavaScript counts. */
export interface Span {
  start: number;
  end: number;
}

export interface Edit extends Span {
  replacement: string;
}

export interface Fix {
  label: string;
  edits: Edit[];
}

export interface Flag {
  id: string;
  rule: string;
  severity: Severity;
  /** `base`, or the id of the network whose own text it is in. */
  text: string;
  spans: Span[];
  networks: string[];
  title: string;
  why: string;
  advice: string;
  ask: string | null;
  sources: { url: string; title: string; date: string }[];
  fixes: Fix[];
  /** Who may set it aside, only when the policy says so. */
  settle?: { by: string[]; second: boolean };
}

export interface Dismissal {
  id: string;
  reason: string;
  by?: string;
  at?: string;
  until?: string;
  /** Role of who said it: a role of the policy's `settle`. */
  role?: string;
  /** Who agreed. */
  second?: string;
  /** Holds for this text only. */
  textHash?: string;
}

export interface NetworkReport {
  network: string;
  verdict: Verdict;
  text: string;
  count: number;
  limit: number;
  remaining: number;
  unit: string;
  fits: boolean;
  foldAt: number | null;
  /** Where a desk folds, when that is not where a phone does. */
  foldDesk?: number | null;
  /** Bytes of UTF-8, where they are too many. */
  bytes?: { count: number; limit: number };
  /** How it passes what posts for the house. */
  route?: { id: string; name: string; count: number; limit: number; fits: boolean; cutAt?: number };
  entities: (Span & { kind: "link" | "hashtag" | "mention" | "cashtag"; text: string })[];
  /** Only when the text is cut into a thread by lines of three hyphens. */
  parts?: (Span & { count: number; fits: boolean; overflowAt: number | null })[];
  [key: string]: unknown;
}

/** A post of a thread: its place in the draft's text, and what goes out, number included. */
export interface Post extends Span {
  text: string;
  count: number;
  fits: boolean;
}

export interface Shortening {
  /** How much too long the text is; 0 when it fits. */
  over: number;
  /** How many of the first cuts make it fit; 0 when it fits already, or all together do not suffice. */
  enough: number;
  /** Those that lose least first. None touches another: any choice of them can be made together. */
  cuts: (Edit & {
    kind: "space" | "tracking" | "marks" | "form" | "filler" | "hashtag" | "emoji" | "aside" | "link";
    /** What it saves by itself, in the network's unit. */
    saves: number;
  })[];
}

/** What a check says; `docs/report.md` describes every key. */
export interface Report {
  schema: 1;
  verdict: Verdict;
  language: string;
  networks: NetworkReport[];
  category: {
    label: Category | null;
    scores: Record<Category, number>;
    confident: boolean;
    evidence: (Span & { category: Category; weight: number })[];
    /** What would move the post to each of the two other categories. */
    hints: ("own-link" | "offer" | "source" | "less-of-us" | "ask" | "drop-link" | "address")[];
  };
  flags: Flag[];
  dismissed: unknown[];
  off: { rule: string; by: string }[];
  notChecked: { rule: string; needs: string }[];
  problems: Problem[];
  textHash: string;
  engine: string;
  rules: { version: string; digest: string; date: string };
  policy: { version: string; digest: string } | null;
  [key: string]: unknown;
}

export interface Media {
  kind?: "image" | "gif" | "video";
  src?: string;
  alt?: string | null;
  width?: number;
  height?: number;
  /** A still of a video, for the preview. */
  poster?: string;
  /** Whether all that is said in a video can be read. */
  captions?: boolean;
  /** Whether it flashes more than three times in a second, or how many times it does. */
  flashes?: boolean | number;
  /** Whether there is nothing to describe. */
  decorative?: boolean;
  /** Whether a face or figure in it was retouched, or is not real. */
  retouched?: boolean;
}

/** A post of somebody else. */
export interface Other {
  name?: string;
  handle?: string;
  text?: string;
}

export interface Draft {
  text: string;
  networks?: string[];
  variants?: Record<string, string>;
  link?: { url: string; title?: string; description?: string; image?: string; card?: "large" | "small" };
  media?: Media[];
  /** ISO 8601 with offset. */
  scheduledAt?: string;
  author?: { name?: string; handle?: string; type?: "brand" | "employee" | "agency" | "influencer" | "employer" };
  /** Whether somebody pays for the post, with money, goods or favours. */
  paid?: boolean;
  /** Whether its text or media were made by AI. */
  aiGenerated?: boolean;
  audience?: string[];
  replyTo?: string | Other;
  quote?: string | Other;
  poll?: { question?: string; options: string[] };
  /** Readers open a cover first; a text is what the cover says. */
  sensitive?: boolean | string;
  /** Its place in a thread, from 1. */
  thread?: { part: number; of?: number };
  textLang?: "en" | "fr";
  intent?: "save" | "publish";
  /** Role of who writes: a role of the policy's `settle`. */
  role?: string;
  dismissed?: Dismissal[];
  answers?: Dismissal[];
}

export interface Facts {
  brand?: string;
  handles?: string | string[];
  domains?: string | string[];
  hashtags?: string | string[];
  countries?: string | string[];
  sector?: string;
}

export interface CheckerOptions {
  lang?: "en" | "fr";
  /** The house's policy; or its text, so that errors name line and column. */
  policy?: object;
  policyText?: string;
  facts?: Facts;
  plan?: object | object[];
  trending?: (string | { tag: string; since?: string; summary?: string; topic?: string })[];
  /** The present moment, ISO 8601 with offset. */
  now?: string;
}

export interface Checker {
  /** What is wrong with the settings; the rest works. */
  readonly problems: Problem[];
  /** Throws an `Error` with a sentence when it is not a draft. */
  check(draft: Draft): Report;
  /** The report as JSON text: the same bytes as the widget's and the command line's. */
  checkJson(draft: Draft): string;
  /** The draft's text for a network as a thread of posts that fit; `null` where the network has no threads. */
  thread(draft: Draft, network: string, options?: { numbered?: boolean }): Post[] | null;
  /** Ways to shorten the draft's text for a network; `null` for an unknown network. */
  shorten(draft: Draft, network: string): Shortening | null;
  /** What a screen reader says of the draft, in words: a line each for its lines, its link and its pictures. */
  hear(draft: Draft): string[];
  free(): void;
}

/** Compiles settings into a checker. */
export function createChecker(options?: CheckerOptions): Promise<Checker>;
