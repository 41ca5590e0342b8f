// @ts-check
/** @typedef {{ readonly bytes: number }} Weighed */

/** The part of the room that answers asked for more than once may fill. */
const PROVEN_SHARE = 0.8;
/** An answer larger than this part of the room would push out too many others. */
const LARGEST_SHARE = 1 / 8;

/**
 * Keeps what was used last, within a number of bytes. A newcomer enters among the fresh, and moves
 * to the proven when it is asked for again; only the fresh are dropped to make room. So a crawler
 * that walks through every address, or a flood of invented ones, never pushes out what readers use.
 * @template {Weighed} T
 */
export class AnswerCache {
  /** @type {Map<string, { value: T, bytes: number }>} oldest first, as a Map keeps its order */
  #fresh = new Map();
  /** @type {Map<string, { value: T, bytes: number }>} */
  #proven = new Map();
  #freshBytes = 0;
  #provenBytes = 0;

  /** @param {number} maxBytes */
  constructor(maxBytes) {
    this.maxBytes = maxBytes;
  }

  get bytes() {
    return this.#freshBytes + this.#provenBytes;
  }

  get size() {
    return this.#fresh.size + this.#proven.size;
  }

  /** @param {string} key @returns {T | null} */
  get(key) {
    const held = this.#take(key);
    if (!held) return null;
    this.#proven.set(key, held);
    this.#provenBytes += held.bytes;
    this.#demote();
    return held.value;
  }

  /** @param {string} key @param {T} value */
  set(key, value) {
    this.#take(key);
    const bytes = value.bytes + key.length;
    if (bytes > this.maxBytes * LARGEST_SHARE) return;
    this.#fresh.set(key, { value, bytes });
    this.#freshBytes += bytes;
    this.#evict();
  }

  /** Counts again what an answer weighs, after it gained another encoding. @param {string} key */
  reweigh(key) {
    const proven = this.#proven.has(key);
    const held = this.#take(key);
    if (!held) return;
    held.bytes = held.value.bytes + key.length;
    (proven ? this.#proven : this.#fresh).set(key, held);
    if (proven) this.#provenBytes += held.bytes;
    else this.#freshBytes += held.bytes;
    this.#demote();
    this.#evict();
  }

  clear() {
    this.#fresh.clear();
    this.#proven.clear();
    this.#freshBytes = 0;
    this.#provenBytes = 0;
  }

  /** @param {string} key */
  #take(key) {
    const fresh = this.#fresh.get(key);
    if (fresh) {
      this.#fresh.delete(key);
      this.#freshBytes -= fresh.bytes;
      return fresh;
    }
    const proven = this.#proven.get(key);
    if (proven) {
      this.#proven.delete(key);
      this.#provenBytes -= proven.bytes;
    }
    return proven;
  }

  #demote() {
    for (const [key, held] of this.#proven) {
      if (this.#provenBytes <= this.maxBytes * PROVEN_SHARE) return;
      this.#take(key);
      this.#fresh.set(key, held);
      this.#freshBytes += held.bytes;
    }
  }

  #evict() {
    for (const key of this.#fresh.keys()) {
      if (this.bytes <= this.maxBytes) return;
      this.#take(key);
    }
  }
}
