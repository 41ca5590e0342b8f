// A request without a connection, and a response whose bytes are buffered instead of sent.
import { IncomingMessage, ServerResponse, type IncomingHttpHeaders, type OutgoingHttpHeaders } from "node:http";
import type { Socket } from "node:net";
import { Duplex, type Writable } from "node:stream";

/** What the application wrote, whole. */
export type Buffered = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** Stands where a socket would: accepts all that is written, and drops it. */
class NullSocket extends Duplex {
  override _read() {}

  override _write(_chunk: unknown, _encoding: string, callback: () => void) {
    callback();
  }

  setTimeout() {
    return this;
  }
}

const nullSocket = () => new NullSocket() as unknown as Socket;

/** A request that does not hang on a connection, with its body. */
export function detachedRequest(url: string, headers: IncomingHttpHeaders, { method = "GET", body }: { method?: string; body?: Buffer } = {}): IncomingMessage {
  const request = new IncomingMessage(nullSocket());
  Object.assign(request, { method, url, httpVersion: "1.1", httpVersionMajor: 1, httpVersionMinor: 1, complete: true });
  request.headers = { ...headers };
  if (body && body.length > 0) request.push(body);
  request.push(null);
  return request;
}

function bytesOf(chunk: unknown, encoding: unknown): Buffer | null {
  if (chunk === null || chunk === undefined || typeof chunk === "function") return null;
  if (typeof chunk === "string") return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return Buffer.from(chunk as Uint8Array);
}

type Callback = () => void;

/** A response that buffers what is written to it. */
export class BufferedResponse extends ServerResponse {
  #chunks: Buffer[] = [];
  /** Where the bytes go instead of the buffer; undefined until the first byte. */
  #target: Writable | null | undefined;
  readonly #passThrough;
  #ended = false;

  /** Resolves once the application has ended its response; to null when that was passed through, or aborted. */
  readonly buffered: Promise<Buffered | null>;

  /** @param passThrough asked at the first byte whether the response should be streamed; it then returns where to */
  constructor(request: IncomingMessage, passThrough: (response: BufferedResponse) => Writable | null = () => null) {
    super(request);
    this.#passThrough = passThrough;
    const socket = nullSocket();
    this.assignSocket(socket);
    // Without this, headers given to writeHead alone could not be read back.
    this.setHeader("x-buffered", "1");
    this.removeHeader("x-buffered");
    this.buffered = new Promise((resolve) => {
      this.once("finish", () => {
        resolve(this.#target ? null : { status: this.statusCode, headers: this.getHeaders(), body: Buffer.concat(this.#chunks) });
        // As after the last byte of a real response: whoever listens for the end is told.
        socket.destroy();
      });
      this.once("close", () => resolve(null));
    });
  }

  #chooseTarget(): Writable | null {
    if (this.#target !== undefined) return this.#target;
    const target = (this.#target = this.#passThrough(this));
    if (target) {
      // The application waits with its next bytes until the reader has taken these.
      target.on("drain", () => this.emit("drain"));
      // Aborted in the middle: the reader must not take a part for the whole.
      this.once("close", () => {
        if (!this.#ended) target.destroy();
      });
      this.emit("streams");
    }
    return target;
  }

  override write(chunk: unknown, encoding?: unknown, callback?: unknown): boolean {
    const done = typeof encoding === "function" ? encoding : callback;
    const bytes = bytesOf(chunk, encoding);
    const target = this.#chooseTarget();
    if (typeof done === "function") process.nextTick(done as Callback);
    if (!bytes) return true;
    if (target) return target.destroyed || target.write(bytes);
    this.#chunks.push(bytes);
    return true;
  }

  override end(chunk?: unknown, encoding?: unknown, callback?: unknown): this {
    if (this.#ended) return this;
    this.#ended = true;
    const bytes = bytesOf(chunk, encoding);
    const done = [chunk, encoding, callback].find((given) => typeof given === "function");
    const target = this.#chooseTarget();
    if (target) target.end(bytes ?? undefined);
    else if (bytes) this.#chunks.push(bytes);
    if (done) this.once("finish", done as Callback);
    super.end();
    return this;
  }

  /** Headers are not sent before the first byte. */
  override flushHeaders() {}
}
