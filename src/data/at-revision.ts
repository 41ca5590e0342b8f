import "server-only";
import { requestPast } from "@/lib/request-outcome";
import { presentElsewhere, presentRevision, serves } from "./read";

function keptAt<T>(wantedRevision: () => Promise<bigint | null>, load: () => Promise<T>): () => Promise<T> {
  let kept: { revision: bigint; past: number | null; value: Promise<T> } | null = null;
  return async () => {
    const revision = await wantedRevision();
    if (revision === null) return load();
    if (!kept || !serves(kept, revision)) {
      const value = load();
      kept = { revision, past: requestPast(), value };
      value.catch(() => (kept = null));
    }
    return kept.value;
  };
}

/**
 * Keeps what was read for as long as the directory stays at one revision: for small tables that change only with one.
 * @param load reads it; while the primary is away nobody knows how long it stays true, and it is read each time
 */
export const atRevision = <T>(load: () => Promise<T>): (() => Promise<T>) => keptAt(presentRevision, load);

/** What {@link besideEntries} keeps, to be tested. */
export const loadsBesideEntries: (() => Promise<unknown>)[] = [];

/**
 * The same over changes of what entries alone show.
 * @param load reads nothing that such a change may change: no value of an entry, no name of one that nothing else names, not which terms and sources the public may see
 */
export function besideEntries<T>(load: () => Promise<T>): () => Promise<T> {
  loadsBesideEntries.push(load);
  return keptAt(presentElsewhere, load);
}
