// What the front and a worker tell each other beside a request and its answer. The front sets the first header on each request that it
// passes on, whatever a reader wrote there, and takes the second off each answer.
import type { IncomingHttpHeaders } from "node:http";
import type { Outcome } from "@/lib/request-outcome";

export const KNOWN = "x-front-known";
export const OUTCOME = "x-worker-outcome";
/** A reader's own headers have 16 kB at most; ours come on top. */
export const MOST_HEADER_BYTES = 65_536;

export const knownToWire = ({ revision, elsewhere, listed, past }: Outcome): string =>
  revision == null ? "" : [revision, elsewhere ?? "", listed ?? "", past ?? ""].join(" ");

export function knownFromWire(headers: IncomingHttpHeaders): Outcome {
  const [revision, elsewhere, listed, past] = String(headers[KNOWN] ?? "").split(" ");
  const number = (text: string | undefined) => (text ? BigInt(text) : null);
  return revision ? { revision: BigInt(revision), elsewhere: number(elsewhere), listed: number(listed), past: past ? Number(past) : null } : {};
}

const FLAGS = ["unavailable", "provisional"] as const;

const SHOWS = "shows=";
const STEM = "~";
/** An answer that shows more is made anew after each change. */
const MOST_SHOWN = 500;

export function outcomeToWire(outcome: Outcome): string {
  const flags: string[] = FLAGS.filter((flag) => outcome[flag]);
  if (outcome.shows && outcome.shows.size <= MOST_SHOWN)
    flags.push(SHOWS + [...outcome.shows].map((one) => (typeof one === "number" ? one : STEM + encodeURIComponent(one))).join());
  return flags.join(" ");
}

/** @param given headers or trailers of an answer: what a page is made from may be known only at its end. Where they say nothing, nothing changes. */
export function outcomeFromWire(given: Readonly<Record<string, unknown>>): Outcome {
  if (given[OUTCOME] === undefined) return {};
  const told = String(given[OUTCOME]).split(" ");
  const shows = told.find((one) => one.startsWith(SHOWS))?.slice(SHOWS.length);
  return {
    ...Object.fromEntries(FLAGS.filter((flag) => told.includes(flag)).map((flag) => [flag, true])),
    shows:
      shows === undefined
        ? null
        : new Set(
            shows
              .split(",")
              .filter(Boolean)
              .map((one) => (one.startsWith(STEM) ? decodeURIComponent(one.slice(STEM.length)) : Number(one))),
          ),
  };
}
