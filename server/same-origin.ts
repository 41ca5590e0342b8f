import type { IncomingMessage } from "node:http";
import type { Client } from "./client";

/** Methods that change nothing here. */
const READS = ["GET", "HEAD", "OPTIONS"];

/** What a browser says of a request that a page of somebody else makes. */
const FROM_ELSEWHERE = ["cross-site", "same-site"];

/**
 * Whether a request would do something and comes from a page that is not ours: its `Origin` is another than that of the public
 * address (without one: has another host than the one it was sent to), or the browser says so without telling from where.
 * A request with neither header comes from no browser of our days, and carries nobody's cookie against their will.
 * @param hasPublicUrl without it the protocol is not compared: only a proxy that may be unknown to us knows it
 */
export function isForeign({ method = "GET", headers }: Pick<IncomingMessage, "method" | "headers">, client: Client, hasPublicUrl: boolean): boolean {
  if (READS.includes(method)) return false;
  const { origin, "sec-fetch-site": site } = headers;
  if (FROM_ELSEWHERE.includes(String(site))) return true;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin);
  const here = new URL(`${hasPublicUrl ? client.protocol : from.protocol}//${client.host}`);
  return !/^https?:$/.test(from.protocol) || from.origin !== here.origin;
}
