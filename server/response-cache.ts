import type { Shown } from "@/lib/request-outcome";
import type { EncodedResponse } from "./encoded-response";
import { isShareable } from "./finalise-response";
import { SegmentedLru } from "./segmented-lru";

/** hit: nothing was rendered for this reader; miss: rendered and stored; pass (as Varnish calls it): rendered, not stored. */
export type CacheStatus = "hit" | "miss" | "pass";

type Obtained = { response: EncodedResponse; status: CacheStatus };

/**
 * What stored responses are valid for. `era`: nothing of another is. `revision`: that of the directory. `kept`: what was rendered at that one or later says the
 * same at `revision`, if nothing that it shows was `touched` since: the last revision that changed each entry, or said or no longer said each stem.
 */
export type CacheState = { era: string; revision: bigint; kept: bigint; touched: ReadonlyMap<Shown, bigint> };

/** A state that never changes. */
export const ALWAYS: CacheState = { era: "", revision: 0n, kept: 0n, touched: new Map() };

class Stored {
  constructor(
    readonly response: EncodedResponse,
    /** At which it was rendered. */
    private readonly revision: bigint,
  ) {}

  get bytes(): number {
    return this.response.bytes;
  }

  isValidAt({ revision, kept, touched }: CacheState): boolean {
    if (this.revision >= revision) return true;
    const { shows } = this.response;
    return shows !== null && this.revision >= kept && [...shows].every((one) => (touched.get(one) ?? 0n) <= this.revision);
  }
}

/** A rendering under way, and the revision at which it began. */
type Rendering = { promise: Promise<EncodedResponse>; revision: bigint };

/** Responses that are valid for the present state of the directory. What is requested twice at once is rendered once (single flight). */
export class ResponseCache {
  readonly #entries: SegmentedLru<Stored>;
  #inFlight = new Map<string, Rendering>();
  #era = "";

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
   * @param state of the directory, read since this request came; null when it is not known: the cache is then bypassed
   * @param render never rejects
   */
  async obtain(state: CacheState | null, key: string, render: () => Promise<EncodedResponse>): Promise<Obtained> {
    if (state === null) return { response: await render(), status: "pass" };
    if (state.era !== this.#era) {
      this.#era = state.era;
      this.#entries.clear();
      // Renderings under way belong to the one before: those who wait get them, nobody else.
      this.#inFlight = new Map();
    }
    const stored = this.#entries.get(key);
    if (stored?.isValidAt(state)) {
      // What is requested twice is worth its smallest form; nobody waits for it, unless they accept that one.
      if (!stored.response.lacks("identity")) void this.shrink(key, stored.response);
      return { response: stored.response, status: "hit" };
    }
    const running = this.#inFlight.get(key);
    if (!running || running.revision < state.revision) return this.#render(state, key, render);
    const response = await running.promise;
    if (isShareable(response)) return { response, status: "hit" };
    // What was rendered for the first says something to them alone, or that it failed this time.
    return { response: response.headers["set-cookie"] === undefined ? response : await render(), status: "pass" };
  }

  async #render({ revision }: CacheState, key: string, render: () => Promise<EncodedResponse>): Promise<Obtained> {
    const inFlight = this.#inFlight;
    const rendering = { promise: render(), revision };
    inFlight.set(key, rendering);
    const response = await rendering.promise;
    const isLast = inFlight.get(key) === rendering;
    if (isLast) inFlight.delete(key);
    if (!isShareable(response)) return { response, status: "pass" };
    // A later one replaces it; one of an era that is over is of no use.
    if (isLast && inFlight === this.#inFlight) this.#entries.set(key, new Stored(response, revision));
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
