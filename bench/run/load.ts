// Many questions to one server, by autocannon.
import autocannon from "autocannon";
import { processorSeconds } from "./processes.mjs";

let asked = 0;

/**
 * The same question under an address that was never asked for, which no cache can know: the site takes an
 * empty `q` for none, and a page a parameter that it does not know.
 */
function neverAsked(path) {
  asked += 1;
  if (!path.startsWith("/api/")) return `${path}${path.includes("?") ? "&" : "?"}n=${asked}`;
  const spaces = asked.toString(2).padStart(20, "0").replaceAll("0", "+").replaceAll("1", "%20");
  return `${path}${path.includes("?") ? "&" : "?"}q=${spaces}`;
}

const quantile = (sorted, at) => sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? null;

/**
 * Asks for `seconds`, over `connections`, cycling over `paths`.
 * @param {{ origin: string, paths: readonly string[], fresh?: boolean, connections: number, seconds: number, pids?: Record<string, number> }} load
 *   `fresh`: each address is used once; `pids`: whose processor time is told
 * @returns p50 and p97.5 in ms, answers a second, failures (no answer, or not a 200), answers by x-cache, processor shares (1: one core)
 */
export async function askMany({ origin, paths, fresh = false, connections, seconds, pids = {} }) {
  const times = [];
  const caches = {};
  let at = 0;
  const next = () => {
    const path = paths[at++ % paths.length];
    return fresh ? neverAsked(path) : path;
  };
  const before = Object.entries(pids).map(([name, pid]) => [name, pid, processorSeconds(pid)]);
  const begun = performance.now();
  const running = autocannon({
    url: origin,
    connections,
    duration: seconds,
    timeout: 30,
    requests: [{ setupRequest: (request) => ({ ...request, path: next() }) }],
    setupClient: (client) => {
      client.on("headers", ({ headers }) => {
        const place = headers.findIndex((text, index) => index % 2 === 0 && text.toLowerCase() === "x-cache");
        if (place >= 0) caches[headers[place + 1]] = (caches[headers[place + 1]] ?? 0) + 1;
      });
    },
  });
  // autocannon's own histogram knows whole milliseconds only.
  running.on("response", (client, status, bytes, time) => times.push(time));
  const result = await running;
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  return {
    p50: quantile(times, 0.5),
    p975: quantile(times, 0.975),
    perSecond: times.length / took,
    answered: times.length,
    // autocannon counts a timeout among the errors.
    failed: result.errors + result.non2xx,
    caches,
    processor: Object.fromEntries(before.map(([name, pid, seconds]) => [name, seconds === null ? null : (processorSeconds(pid) - seconds) / took])),
  };
}
