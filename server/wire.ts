// What the front and a worker tell each other beside a request and its answer. The front sets the first header on each request that it
// passes on, whatever a reader wrote there, and takes the second off each answer.
import type { IncomingHttpHeaders } from "node:http";
import type { Outcome } from "@/lib/request-outcome";

export const KNOWN = "x-front-known";
export const OUTCOME = "x-worker-outcome";
/** A reader's own headers have 16 kB at most; ours come on top. */
export const MOST_HEADER_BYTES = 65_536;

export const knownToWire = ({ revision, elsewhere, past }: Outcome): string => (revision == null ? "" : `${revision} ${elsewhere ?? ""} ${past ?? ""}`);

export function knownFromWire(headers: IncomingHttpHeaders): Outcome {
  const [revision, elsewhere, past] = String(headers[KNOWN] ?? "").split(" ");
  return revision ? { revision: BigInt(revision), elsewhere: elsewhere ? BigInt(elsewhere) : null, past: past ? Number(past) : null } : {};
}

const FLAGS = ["unavailable", "provisional"] as const;

export const outcomeToWire = (outcome: Outcome): string => FLAGS.filter((flag) => outcome[flag]).join(" ");

/** @param given headers or trailers of an answer: what a page is made from may be known only at its end */
export function outcomeFromWire(given: Readonly<Record<string, unknown>>): Outcome {
  const told = String(given[OUTCOME] ?? "").split(" ");
  return Object.fromEntries(FLAGS.filter((flag) => told.includes(flag)).map((flag) => [flag, true]));
}
