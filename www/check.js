// The same check without a page: in Node, in workers, in browsers. No interface, no DOM.

import { isTrap, load, revive } from "./loader.js";

/**
 * Compiles settings into a checker. `problems` says what is wrong with them; the rest works.
 *
 * @param {import("./check.js").CheckerOptions} [options]
 */
export async function createChecker(options = {}) {
  const { Engine } = await load();
  return new Checker(Engine, JSON.stringify(options ?? {}) ?? "{}");
}

class Checker {
  #Engine;
  #settings;
  #engine;

  constructor(Engine, settings) {
    this.#Engine = Engine;
    this.#settings = settings;
    this.#engine = new Engine(settings);
    this.problems = JSON.parse(this.#engine.problems());
  }

  /** The report as an object. */
  check(draft) {
    return JSON.parse(this.checkJson(draft));
  }

  /** The report as JSON text: the same bytes as the widget's and the command line's. */
  checkJson(draft) {
    return this.#ask(draft, (engine, json) => engine.check(json));
  }

  /** The draft's text for a network as a thread of posts that fit; `null` where the network has no threads. */
  thread(draft, network, { numbered = true } = {}) {
    return JSON.parse(this.#ask(draft, (engine, json) => engine.thread(json, network, numbered)));
  }

  /** Ways to shorten the draft's text for a network, least loss first; `null` for an unknown network. */
  shorten(draft, network) {
    return JSON.parse(this.#ask(draft, (engine, json) => engine.shorten(json, network)));
  }

  /** What a screen reader says of the draft, in words: a line each for its lines, its link and its pictures. */
  hear(draft) {
    return JSON.parse(this.#ask(draft, (engine, json) => engine.hear(json)));
  }

  #ask(draft, question) {
    const json = JSON.stringify(draft) ?? "null";
    try {
      this.#engine ??= new this.#Engine(this.#settings);
      return question(this.#engine, json);
    } catch (error) {
      if (!isTrap(error)) throw error;
      this.#engine = undefined;
      revive();
      throw new Error("This draft could not be checked: the check failed. Others can.", { cause: error });
    }
  }

  /** Lets the compiled settings go. The checker compiles them again when it is used again. */
  free() {
    this.#engine?.free();
    this.#engine = undefined;
  }
}
