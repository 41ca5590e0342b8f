// Readers, many at once.
import autocannon from "autocannon";

let asked = 0;

/** How many pages are asked for again and again. */
const KEPT = 20;

/** What readers ask for. `anew`: an address that nobody asked before, so that the server makes the page; else the same few. */
const KINDS = {
  anew: (slugs) => () => `/organisations/${slugs[asked % slugs.length]}?n=${(asked += 1)}`,
  kept: (slugs) => () => `/organisations/${slugs[(asked += 1) % Math.min(KEPT, slugs.length)]}`,
};

/** Lets each server end what readers no longer wait for, and make what it is to have kept. */
export async function settle(origins, slugs) {
  const addresses = [KINDS.anew(slugs)(), ...slugs.slice(0, KEPT).map((slug) => `/organisations/${slug}`)];
  await Promise.all(
    origins.map(async (origin) => {
      for (const address of addresses) await (await fetch(origin + address)).arrayBuffer();
    }),
  );
}

/**
 * Reads for `seconds` through 20 connections.
 * @param {keyof typeof KINDS} kind
 * @param {(() => Promise<unknown>)} [during] what happens meanwhile; started with the reading
 * @returns requests a second, p50 and the longest in ms, how many were answered, and how many failed: no answer, or not a 200
 */
export async function readMany(origin, kind, slugs, { seconds, during = async () => {} }) {
  const address = KINDS[kind](slugs);
  const running = autocannon({
    url: origin,
    connections: 20,
    duration: seconds,
    timeout: 20,
    headers: { "accept-encoding": "br" },
    requests: [{ setupRequest: (request) => ({ ...request, path: address() }) }],
  });
  const [result] = await Promise.all([running, during()]);
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
