// Files of everything that matches, and lists of all addresses: never stored, sent as they are made, no faster than their reader
// takes them. What was sent before stays valid while the directory does not change, which is known without making the file.
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline, type Writable } from "node:stream";
import { createGzip } from "node:zlib";
import { BoundedQueue, Busy } from "@/lib/bounded-queue";
import type { Outcome } from "@/lib/request-outcome";
import type { SharedRequest } from "./cache-key";
import { acceptsGzip } from "./encoding";
import type { EncodedResponse } from "./encoded-response";
import { renderStreamed, type Application, type Known, type Limits } from "./render";
import { pathOf } from "./request-class";
import { isNotModified, varyWith } from "./send";

/** Until the first byte: one at a time for each worker, apart from pages, whose place they must not take. Who downloads a file waits longer than for a page. */
const BEGINNING = { running: 1, slowMs: 20_000, waiting: 50, longestWaitMs: 3000 };
/** Begun, each holds less than a megabyte, but for as long as its reader takes. */
const OPEN = { inAll: 30, ofOne: 6 };

const LARGE = /\.(?:csv|xml)$/;
export const isLarge = (url: string): boolean => LARGE.test(pathOf(url));

/** What tells that a file did not change. `version` is null when the state of the directory is not known. */
type State = { version: string | null; lastModified: string | null };

export class LargeFiles {
  readonly #beginning;
  /** How many each client reads now. */
  readonly #open = new Map<string, number>();
  #count = 0;

  /** @param workers how many processes make them */
  constructor(workers: number) {
    this.#beginning = new BoundedQueue({ ...BEGINNING, running: BEGINNING.running * workers });
  }

  /** How many are being read. */
  get open(): number {
    return this.#count;
  }

  /**
   * @param client whose turn it is when requests wait
   * @returns null once the file is on its way; else what to send instead of it
   * @throws Busy when there is no room, or none in time
   */
  async answer(
    application: Application,
    { shared, request, response, client, state, known }: Asked,
    limits: Limits,
  ): Promise<EncodedResponse | "not modified" | null> {
    const { version, lastModified } = state;
    const etag = version && `W/"${createHash("sha256").update(`${version} ${shared.key}`).digest("base64url").slice(0, 27)}"`;
    const validators = { ...(etag && { etag, "cache-control": "public, no-cache" }), ...(etag && lastModified && { "last-modified": lastModified }) };
    // Who left while they waited closed the response before anybody listened.
    if (response.destroyed) return null;
    response.once("close", this.#enter(client));
    if (etag && request.headers["if-none-match"] !== "*" && isNotModified(request.headers, { etag, lastModified })) {
      setHeaders(response, validators);
      return "not modified";
    }
    const begin = ({ provisional }: Outcome): Writable => {
      setHeaders(response, provisional ? { "cache-control": "no-store" } : validators);
      response.setHeader("vary", varyWith(response.getHeader("vary"), "Accept-Encoding"));
      if (request.method === "HEAD" || !acceptsGzip(request.headers["accept-encoding"])) return response;
      response.setHeader("content-encoding", "gzip");
      response.removeHeader("content-length");
      const gzip = createGzip();
      // Destroys the one when the other is: a file that breaks off is not ended as if it were whole.
      pipeline(gzip, response, () => undefined);
      return gzip;
    };
    return this.#beginning.run(client, async () =>
      response.destroyed ? null : renderStreamed(application, shared, { ...limits, method: request.method, response, begin }, known),
    );
  }

  #enter(client: string): () => void {
    const own = this.#open.get(client) ?? 0;
    if (this.#count >= OPEN.inAll || own >= OPEN.ofOne) throw new Busy();
    this.#count += 1;
    this.#open.set(client, own + 1);
    return () => {
      this.#count -= 1;
      const left = this.#open.get(client)! - 1;
      if (left > 0) this.#open.set(client, left);
      else this.#open.delete(client);
    };
  }
}

type Asked = { shared: SharedRequest; request: IncomingMessage; response: ServerResponse; client: string; state: State; known: Known };

function setHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
}
