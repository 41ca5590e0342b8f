// Many questions to one server, by autocannon.
import autocannon from "autocannon";
import { processorSeconds } from "./processes";

let asked = 0;

/**
 * The same question under an address that was never asked for, which no cache can know: the site takes an
 * empty `q` for none, and a page a parameter that it does not know.
 */
function neverAsked(path: string): string {
  asked += 1;
  const separator = path.includes("?") ? "&" : "?";
  // A record takes no parameter: there are as many addresses as records.
  if (path.startsWith("/api/v1/organisations/")) return path;
  if (!path.startsWith("/api/")) return `${path}${separator}n=${asked}`;
  return `${path}${separator}q=${asked.toString(2).padStart(20, "0").replaceAll("0", "+").replaceAll("1", "%20")}`;
}

const quantile = (sorted: readonly number[], at: number) => sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? NaN;

/** p50 and p97.5 in ms, answers a second, failures (no answer, or not a 200), answers by x-cache, processor shares (1: one core). */
export type Measured = {
  p50: number;
  p975: number;
  perSecond: number;
  answered: number;
  failed: number;
  caches: Record<string, number>;
  processor: Record<string, number | null>;
};

/** `cold`: each address is used once; `pids`: whose processor time is told. */
export type Load = { origin: string; paths: readonly string[]; cold?: boolean; pids?: Record<string, number> };

/** Asks for `seconds`, over `connections`, cycling over the paths. */
export async function askMany({
  origin,
  paths,
  cold = false,
  connections,
  seconds,
  pids = {},
}: Load & { connections: number; seconds: number }): Promise<Measured> {
  const times: number[] = [];
  const caches: Record<string, number> = {};
  let at = 0;
  const next = () => {
    const path = paths[at++ % paths.length] ?? "/";
    return cold ? neverAsked(path) : path;
  };
  const before = Object.entries(pids).map(([name, pid]) => ({ name, pid, used: processorSeconds(pid) }));
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
        const cache = headers[place + 1];
        if (place >= 0 && cache) caches[cache] = (caches[cache] ?? 0) + 1;
      });
    },
  });
  // autocannon's own histogram knows whole milliseconds only.
  running.on("response", (_client, _status, _bytes, time) => times.push(time));
  const result = await running;
  const took = (performance.now() - begun) / 1000;
  times.sort((a, b) => a - b);
  const share = (pid: number, used: number | null) => {
    const now = processorSeconds(pid);
    return used === null || now === null ? null : (now - used) / took;
  };
  return {
    p50: quantile(times, 0.5),
    p975: quantile(times, 0.975),
    perSecond: times.length / took,
    answered: times.length,
    // autocannon counts a timeout among the errors.
    failed: result.errors + result.non2xx,
    caches,
    processor: Object.fromEntries(before.map(({ name, pid, used }) => [name, share(pid, used)])),
  };
}
