// Readers, many at once.
import autocannon from "autocannon";

let asked = 0;

/** How many pages are asked for again and again. */
const WARM_ADDRESSES = 20;

/** What readers ask for. `cold`: an address that nobody asked before, so that the server makes the page; else the same few. */
const KINDS = {
  cold: (slugs: readonly string[]) => () => `/organisations/${slugs[asked % slugs.length]}?n=${(asked += 1)}`,
  warm: (slugs: readonly string[]) => () => `/organisations/${slugs[(asked += 1) % Math.min(WARM_ADDRESSES, slugs.length)]}`,
};

/** Lets each server end what readers no longer wait for, and fill its response cache. */
export async function settle(origins: readonly string[], slugs: readonly string[]): Promise<void> {
  const addresses = [KINDS.cold(slugs)(), ...slugs.slice(0, WARM_ADDRESSES).map((slug) => `/organisations/${slug}`)];
  await Promise.all(
    origins.map(async (origin) => {
      for (const address of addresses) await (await fetch(origin + address)).arrayBuffer();
    }),
  );
}

/** Requests a second, p50 and the longest in ms, how many were answered, and how many failed: no answer, or not a 200. */
export type Reading = { perSecond: number; p50: number; longest: number; answered: number; failed: number };
type Options = { seconds: number; during?: () => Promise<unknown> };

/** Reads for `seconds` through 20 connections; `during` is started with the reading. */
export async function readMany(origin: string, kind: keyof typeof KINDS, slugs: readonly string[], { seconds, during }: Options): Promise<Reading> {
  const address = KINDS[kind](slugs);
  const running = autocannon({
    url: origin,
    connections: 20,
    duration: seconds,
    timeout: 20,
    headers: { "accept-encoding": "br" },
    requests: [{ setupRequest: (request) => ({ ...request, path: address() }) }],
  });
  const [result] = await Promise.all([running, during?.()]);
  const answered = result["2xx"];
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    longest: result.latency.max,
    answered,
    // autocannon counts a timeout among the errors.
    failed: result.errors + result.non2xx,
  };
}
