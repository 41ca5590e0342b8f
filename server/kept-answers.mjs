// @ts-check
import { AnswerCache } from "./answer-cache.mjs";
import { isForEverybody } from "./made.mjs";

/** @typedef {import("./answer.mjs").Answer} Answer */
/** @typedef {"hit" | "miss" | "pass"} From hit: nothing was rendered for this reader; miss: rendered and kept; pass: rendered, not kept */

/** Answers that hold as long as the directory stays in one state; what is wanted twice at once is made once. */
export class KeptAnswers {
  /** @type {AnswerCache<Answer>} */
  #cache;
  /** @type {Map<string, Promise<Answer>>} what is being made in this state */
  #making = new Map();
  /** @type {string | null} */
  #state = null;

  /** @param {number} maxBytes */
  constructor(maxBytes) {
    this.#cache = new AnswerCache(maxBytes);
  }

  get bytes() {
    return this.#cache.bytes;
  }

  get size() {
    return this.#cache.size;
  }

  /**
   * @param {string | null} state of the directory, asked since this request came; null when it is not known
   * @param {string} key
   * @param {() => Promise<Answer>} make never rejects
   * @returns {Promise<{ answer: Answer, from: From }>}
   */
  async obtain(state, key, make) {
    if (state === null) return { answer: await make(), from: "pass" };
    if (state !== this.#state) {
      this.#state = state;
      this.#cache.clear();
      // What is still being made was asked in the state before: those who wait get it, nobody else.
      this.#making = new Map();
    }
    const kept = this.#cache.get(key);
    if (kept) {
      // What is asked for twice is worth its smallest form; nobody waits for it, unless he wants that one.
      if (kept.compresses && !kept.lacks("identity")) void kept.shrink().then(() => this.reweigh(key));
      return { answer: kept, from: "hit" };
    }
    const running = this.#making.get(key);
    if (running) {
      const answer = await running;
      if (isForEverybody(answer)) return { answer, from: "hit" };
      // What was made for the first says something to him alone, or that it failed this time.
      if (answer.headers["set-cookie"] !== undefined) return { answer: await make(), from: "pass" };
      return { answer, from: "pass" };
    }
    return this.#make(state, key, make);
  }

  /** @param {string} state @param {string} key @param {() => Promise<Answer>} make @returns {Promise<{ answer: Answer, from: From }>} */
  async #make(state, key, make) {
    const making = this.#making;
    const flight = make();
    making.set(key, flight);
    const answer = await flight;
    if (!isForEverybody(answer)) {
      making.delete(key);
      return { answer, from: "pass" };
    }
    if (state === this.#state) this.#cache.set(key, answer);
    making.delete(key);
    return { answer, from: "miss" };
  }

  /** Counts again what a kept answer weighs. @param {string} key */
  reweigh(key) {
    this.#cache.reweigh(key);
  }
}
