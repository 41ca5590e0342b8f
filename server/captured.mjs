// @ts-check
// A request and a response that no connection carries, or whose answer is held back for a moment:
// what the application writes is gathered here instead.
import { IncomingMessage, ServerResponse } from "node:http";
import { Duplex } from "node:stream";

/** @typedef {{ status: number, headers: import("node:http").OutgoingHttpHeaders, body: Buffer }} Gathered */

/** Stands where a socket would: takes everything, keeps nothing. */
class Nowhere extends Duplex {
  _read() {}

  /** @param {unknown} _chunk @param {string} _encoding @param {() => void} callback */
  _write(_chunk, _encoding, callback) {
    callback();
  }

  setTimeout() {
    return this;
  }
}

/** @returns {import("node:net").Socket} */
const nowhere = () => /** @type {import("node:net").Socket} */ (/** @type {unknown} */ (new Nowhere()));

/**
 * A GET that nobody in particular makes.
 * @param {string} url
 * @param {Record<string, string>} headers
 */
export function detachedRequest(url, headers) {
  const request = new IncomingMessage(nowhere());
  Object.assign(request, { method: "GET", url, httpVersion: "1.1", httpVersionMajor: 1, httpVersionMinor: 1, complete: true });
  request.headers = { ...headers };
  request.push(null);
  return request;
}

/** @param {unknown} chunk @param {unknown} encoding @returns {Buffer | null} */
function bytesOf(chunk, encoding) {
  if (chunk === null || chunk === undefined || typeof chunk === "function") return null;
  if (typeof chunk === "string") return Buffer.from(chunk, /** @type {BufferEncoding} */ (typeof encoding === "string" ? encoding : "utf8"));
  return Buffer.from(/** @type {Uint8Array} */ (chunk));
}

/**
 * A response that gathers what is written. `onHead` is asked at the first byte whether the answer
 * should rather flow on as it comes; it then returns where to.
 */
export class CapturedResponse extends ServerResponse {
  /** @type {Buffer[]} */
  #chunks = [];
  /** @type {ServerResponse | null | undefined} undefined until the first byte */
  #target;
  #onHead;
  #ended = false;

  /** Settles once the application has ended its answer; null when that has flowed on, or was broken off. @type {Promise<Gathered | null>} */
  gathered;

  /**
   * @param {IncomingMessage} request
   * @param {(response: CapturedResponse) => ServerResponse | null} [onHead]
   */
  constructor(request, onHead = () => null) {
    super(request);
    this.#onHead = onHead;
    const socket = nowhere();
    this.assignSocket(socket);
    // Without this, headers given to writeHead alone could not be read back.
    this.setHeader("x-gathered", "1");
    this.removeHeader("x-gathered");
    this.gathered = new Promise((resolve) => {
      this.once("finish", () => {
        resolve(this.#target ? null : { status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
        // As after the last byte of a real answer: whoever waits for the end is told.
        socket.destroy();
      });
      this.once("close", () => resolve(null));
    });
  }

  #place() {
    if (this.#target !== undefined) return this.#target;
    const target = (this.#target = this.#onHead(this));
    target?.on("drain", () => this.emit("drain"));
    return target;
  }

  /** @override @param {any} chunk @param {any} [encoding] @param {any} [callback] */
  write(chunk, encoding, callback) {
    const done = typeof encoding === "function" ? encoding : callback;
    const bytes = bytesOf(chunk, encoding);
    const target = this.#place();
    if (typeof done === "function") process.nextTick(done);
    if (!bytes) return true;
    if (target) return target.write(bytes);
    this.#chunks.push(bytes);
    return true;
  }

  /** @override @param {any} [chunk] @param {any} [encoding] @param {any} [callback] @returns {this} */
  end(chunk, encoding, callback) {
    if (this.#ended) return this;
    this.#ended = true;
    const bytes = bytesOf(chunk, encoding);
    const done = [chunk, encoding, callback].find((given) => typeof given === "function");
    const target = this.#place();
    if (target) target.end(bytes ?? undefined);
    else if (bytes) this.#chunks.push(bytes);
    if (done) this.once("finish", done);
    super.end();
    return this;
  }

  /** The head goes nowhere before the first byte. @override */
  flushHeaders() {}
}
