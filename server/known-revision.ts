import type { Shown } from "@/lib/request-outcome";
import type { Change, Revision } from "./revision";

/**
 * `past` changes when the database is replaced by another copy. `kept`: an answer made at that revision or later stays what it is, but for the entries that
 * it shows. `touched`: the last revision that changed each entry since, or by what it was found. `isLate`: entries have moved in lists since that
 * revision; it is never the present one then.
 */
export type KnownRevision = Revision & { past: number; kept: bigint; touched: ReadonlyMap<Shown, bigint>; isLate: boolean };

type Logger = { warn(details: object, message: string): void; info(details: object, message: string): void };

/** Entries, stems and facets that are remembered. */
const MOST_TOUCHED = 10_000;

/**
 * So many changes that move an entry in lists are shown there at once. When more come in that time, lists that do not show the entry are as they were until it is
 * over: twenty people who save without a pause would leave readers nothing that is stored.
 */
const LISTS = { atOnce: 10, withinMs: 5000 };

/**
 * How requests ask for the state of the directory: it is null when the primary does not tell it. Once it has failed to, requests no longer wait
 * for it: they bypass the cache while it is probed in the background. It is logged when the primary stops and starts answering.
 * @param readRevision rejects when the primary does not answer
 */
export function knownRevision(readRevision: () => Promise<Revision>, logger: Logger, now = Date.now): () => Promise<KnownRevision | null> {
  let isUnknown = false;
  let probe: Promise<unknown> | null = null;
  let last: { read: Revision; revision: bigint } | null = null;
  // Greater than any of a front that this one replaces.
  let past = Date.now();
  let kept = 0n;
  let touched = new Map<Shown, bigint>();
  let isLate = false;
  /** When lists were shown anew, in milliseconds. */
  let renewals: number[] = [];

  function renew(revision: bigint): void {
    kept = revision;
    touched = new Map();
    isLate = false;
  }

  /** Remembers what these changes touch. @returns whether that is known of all of them */
  function touch(changes: readonly Change[] | null): boolean {
    if (!changes || changes.some(({ ids }) => ids === null) || touched.size > MOST_TOUCHED) return false;
    for (const { revision, ids, foundBy } of changes) for (const one of [...ids!, ...foundBy]) touched.set(one, BigInt(revision));
    return true;
  }

  /** Takes in what was read; concurrent requests are given the same. */
  function follow(read: Revision): void {
    if (read === last?.read) return;
    const revision = BigInt(read.revision);
    const isOther = !last || revision < last.revision || (revision === last.revision && read.changes === null);
    if (last && isOther) past = Math.max(Date.now(), past + 1);
    if (isOther || BigInt(read.elsewhere) > last!.revision || !touch(read.changes)) renew(revision);
    else isLate ||= BigInt(read.listed) > last!.revision;
    last = { read, revision };
    renewals = renewals.filter((at) => now() - at < LISTS.withinMs);
    if (!isLate || renewals.length >= LISTS.atOnce) return;
    renewals.push(now());
    renew(revision);
  }

  async function tryToRead(): Promise<KnownRevision | null> {
    try {
      const read = await readRevision();
      follow(read);
      if (isUnknown) logger.info({}, "The database answers again: the response cache is used again");
      isUnknown = false;
      return { ...read, past, kept, touched, isLate };
    } catch (error) {
      if (!isUnknown) logger.warn({ err: error }, "The database does not tell its revision: the response cache is bypassed");
      isUnknown = true;
      return null;
    }
  }

  return async () => {
    if (!isUnknown) return tryToRead();
    probe ??= tryToRead().finally(() => (probe = null));
    return null;
  };
}
