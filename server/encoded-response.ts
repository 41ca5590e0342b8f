import { createHash } from "node:crypto";
import type { Shown } from "@/lib/request-outcome";
import { fromBrotli, isWorthCompressing, toBrotli, toGzip, type Encoding } from "./encoding";

/** Names in lower case. */
export type ResponseHeaders = Record<string, string | string[]>;

/** A whole response, before anything is decided about its encoding. `headers` lacks what sending adds. */
export type PlainResponse = {
  status: number;
  headers: ResponseHeaders;
  body: Buffer;
  /** What it shows (src/lib/request-outcome.ts), whose changes alone can change it until a list does; null: any change may. */
  shows?: ReadonlySet<Shown> | null;
};

/** What a stored response weighs besides its body: headers, key, bookkeeping. */
const OVERHEAD_BYTES = 1500;

/** The same bytes in memory of their own: zlib hands out a part of 16 kB, Node a part of 8, and the whole stays as long as the part is stored. */
const alone = (bytes: Buffer): Buffer => (bytes.length === bytes.buffer.byteLength ? bytes : Buffer.from(new Uint8Array(bytes).buffer));

/** A whole response in the encodings that readers accept. Each encoding is made once, when first requested. */
export class EncodedResponse {
  readonly #bodies = new Map<Encoding, { body: Promise<Buffer>; bytes: number }>();
  readonly status: number;
  readonly headers: ResponseHeaders;
  readonly shows: ReadonlySet<Shown> | null;
  readonly compresses: boolean;
  /**
   * Of the content, not of the revision: a browser's copy stays valid when an edit elsewhere did not change the page.
   * Weak, because one tag stands for all encodings of the same content.
   */
  readonly etag: string;

  constructor({ status, headers, body, shows = null }: PlainResponse) {
    this.status = status;
    this.shows = shows;
    this.headers = headers;
    this.compresses = isWorthCompressing(String(headers["content-type"] ?? ""), body.length);
    this.etag = `W/"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    this.#store("identity", Promise.resolve(body));
  }

  get bytes(): number {
    let bytes = OVERHEAD_BYTES;
    for (const stored of this.#bodies.values()) bytes += stored.bytes;
    return bytes;
  }

  /** The encoding of this response for a reader who accepts `accepted`. */
  encodingFor(accepted: Encoding): Encoding {
    return this.compresses ? accepted : "identity";
  }

  /** Whether `encoding` must still be made. */
  lacks(encoding: Encoding): boolean {
    return !this.#bodies.has(encoding);
  }

  body(encoding: Encoding): Promise<Buffer> {
    return this.#bodies.get(encoding)?.body ?? this.#store(encoding, this.#encode(encoding));
  }

  /** Drops all encodings but the smallest; the others are made from it when requested. */
  async shrink(): Promise<void> {
    if (!this.compresses) return;
    await this.body("br");
    this.#bodies.delete("identity");
    this.#bodies.delete("gzip");
  }

  async #encode(encoding: Encoding): Promise<Buffer> {
    if (encoding === "identity") return fromBrotli(await this.body("br"));
    const plain = await (this.#bodies.get("identity")?.body ?? this.#encode("identity"));
    return encoding === "br" ? toBrotli(plain) : toGzip(plain);
  }

  #store(encoding: Encoding, encoded: Promise<Buffer>): Promise<Buffer> {
    const stored = {
      bytes: 0,
      body: encoded.then((bytes) => {
        stored.bytes = bytes.length;
        return alone(bytes);
      }),
    };
    this.#bodies.set(encoding, stored);
    return stored.body;
  }
}
