import type { Revision } from "./revision";

type Logger = { warn(details: object, message: string): void; info(details: object, message: string): void };

/**
 * How requests ask for the state of the directory: it is null when the primary does not tell it. Once it has failed to, requests no longer wait
 * for it: they bypass the cache while it is probed in the background. It is logged when the primary stops and starts answering.
 * @param readRevision rejects when the primary does not answer
 */
export function knownRevision(readRevision: () => Promise<Revision>, logger: Logger): () => Promise<Revision | null> {
  let isUnknown = false;
  let probe: Promise<unknown> | null = null;

  async function tryToRead(): Promise<Revision | null> {
    try {
      const revision = await readRevision();
      if (isUnknown) logger.info({}, "The database answers again: the response cache is used again");
      isUnknown = false;
      return revision;
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
