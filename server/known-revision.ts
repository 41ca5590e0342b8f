import type { Revision } from "./revision";

/** `past` changes when the revision goes back, as when the database is replaced by an older copy. */
export type KnownRevision = Revision & { past: number };

type Logger = { warn(details: object, message: string): void; info(details: object, message: string): void };

/**
 * How requests ask for the state of the directory: it is null when the primary does not tell it. Once it has failed to, requests no longer wait
 * for it: they bypass the cache while it is probed in the background. It is logged when the primary stops and starts answering.
 * @param readRevision rejects when the primary does not answer
 */
export function knownRevision(readRevision: () => Promise<Revision>, logger: Logger): () => Promise<KnownRevision | null> {
  let isUnknown = false;
  let probe: Promise<unknown> | null = null;
  let last = 0n;
  // Greater than any of a front that this one replaces.
  let past = Date.now();

  async function tryToRead(): Promise<KnownRevision | null> {
    try {
      const read = await readRevision();
      const revision = BigInt(read.revision);
      if (revision < last) past = Math.max(Date.now(), past + 1);
      last = revision;
      if (isUnknown) logger.info({}, "The database answers again: the response cache is used again");
      isUnknown = false;
      return { ...read, past };
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
