// @ts-check
import { createHash } from "node:crypto";
import { fromBrotli, isWorthCompressing, toBrotli, toGzip } from "./encoding.mjs";

/** @typedef {import("./encoding.mjs").Encoding} Encoding */
/** @typedef {Record<string, string | string[]>} AnswerHeaders names in lower case */

/** What a kept answer weighs besides its body: headers, key, bookkeeping. */
const OVERHEAD_BYTES = 1500;

/**
 * An answer that may be sent to several readers, in the encoding that each accepts. Each encoding is
 * made once, when first wanted.
 */
export class Answer {
  /** @type {Map<Encoding, Promise<Buffer>>} */
  #bodies = new Map();
  #bodyBytes = 0;

  /**
   * @param {{ status: number, headers: AnswerHeaders, body: Buffer }} answer `headers` without what sending adds
   */
  constructor({ status, headers, body }) {
    this.status = status;
    this.headers = headers;
    this.compresses = isWorthCompressing(String(headers["content-type"] ?? ""), body.length);
    // Of the content, not of the revision: a reader keeps the pages that an edit elsewhere did not
    // change. Weak, because one tag stands for all encodings of the same content.
    this.etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    this.#hold("identity", Promise.resolve(body));
  }

  get bytes() {
    return this.#bodyBytes + OVERHEAD_BYTES;
  }

  /** The encoding of this answer for a reader who accepts `accepted`. @param {Encoding} accepted @returns {Encoding} */
  encodingFor(accepted) {
    return this.compresses ? accepted : "identity";
  }

  /** True when `encoding` must still be made. @param {Encoding} encoding */
  lacks(encoding) {
    return !this.#bodies.has(encoding);
  }

  /** @param {Encoding} encoding @returns {Promise<Buffer>} */
  body(encoding) {
    return this.#bodies.get(encoding) ?? this.#hold(encoding, this.#make(encoding));
  }

  /** Keeps only the smallest form; the others are made from it again for whoever wants them. */
  async shrink() {
    if (!this.compresses) return;
    await this.body("br");
    for (const encoding of /** @type {const} */ (["identity", "gzip"])) {
      const body = this.#bodies.get(encoding);
      if (!body) continue;
      this.#bodies.delete(encoding);
      this.#bodyBytes -= (await body).length;
    }
  }

  /** @param {Encoding} encoding @returns {Promise<Buffer>} */
  async #make(encoding) {
    if (encoding === "identity") return fromBrotli(await this.body("br"));
    const plain = await this.#plain();
    return encoding === "br" ? toBrotli(plain) : toGzip(plain);
  }

  /** @returns {Promise<Buffer>} */
  #plain() {
    return this.#bodies.get("identity") ?? this.#make("identity");
  }

  /** @param {Encoding} encoding @param {Promise<Buffer>} body */
  #hold(encoding, body) {
    const counted = body.then((bytes) => {
      this.#bodyBytes += bytes.length;
      return bytes;
    });
    this.#bodies.set(encoding, counted);
    return counted;
  }
}
