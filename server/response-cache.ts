import type { EncodedResponse } from "./encoded-response";
import { isShareable } from "./finalise-response";
import { SegmentedLru } from "./segmented-lru";

/** hit: nothing was rendered for this reader; miss: rendered and stored; pass (as Varnish calls it): rendered, not stored. */
export type CacheStatus = "hit" | "miss" | "pass";

type Obtained = { response: EncodedResponse; status: CacheStatus };

/** Responses that are valid for one version of the directory. What is requested twice at once is rendered once (single flight). */
export class ResponseCache {
  readonly #entries: SegmentedLru<EncodedResponse>;
  /** Renderings under way for this version. */
  #inFlight = new Map<string, Promise<EncodedResponse>>();
  #version: string | null = null;

  constructor(maxBytes: number) {
    this.#entries = new SegmentedLru(maxBytes);
  }

  get bytes(): number {
    return this.#entries.bytes;
  }

  get size(): number {
    return this.#entries.size;
  }

  /**
   * @param version of the directory, read since this request came; null when it is not known: the cache is then bypassed
   * @param render never rejects
   */
  async obtain(version: string | null, key: string, render: () => Promise<EncodedResponse>): Promise<Obtained> {
    if (version === null) return { response: await render(), status: "pass" };
    if (version !== this.#version) {
      this.#version = version;
      this.#entries.clear();
      // Renderings under way belong to the version before: those who wait get them, nobody else.
      this.#inFlight = new Map();
    }
    const stored = this.#entries.get(key);
    if (stored) {
      // What is requested twice is worth its smallest form; nobody waits for it, unless they accept that one.
      if (!stored.lacks("identity")) void this.shrink(key, stored);
      return { response: stored, status: "hit" };
    }
    const running = this.#inFlight.get(key);
    if (!running) return this.#render(version, key, render);
    const response = await running;
    if (isShareable(response)) return { response, status: "hit" };
    // What was rendered for the first says something to them alone, or that it failed this time.
    return { response: response.headers["set-cookie"] === undefined ? response : await render(), status: "pass" };
  }

  async #render(version: string, key: string, render: () => Promise<EncodedResponse>): Promise<Obtained> {
    const inFlight = this.#inFlight;
    const rendering = render();
    inFlight.set(key, rendering);
    const response = await rendering;
    inFlight.delete(key);
    if (!isShareable(response)) return { response, status: "pass" };
    if (version === this.#version) this.#entries.set(key, response);
    return { response, status: "miss" };
  }

  /** Stores the smallest form of a response alone. */
  async shrink(key: string, response: EncodedResponse): Promise<void> {
    if (!response.compresses) return;
    await response.shrink();
    this.reweigh(key);
  }

  /** Updates the size of a stored response, after it gained or lost an encoding. */
  reweigh(key: string): void {
    this.#entries.reweigh(key);
  }
}
