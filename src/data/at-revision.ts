import "server-only";
import { markShowsAnything, readBeside, requestPast } from "@/lib/request-outcome";
import { presentElsewhere, presentListed, presentRevision, serves } from "./read";

function keptAt<T>(wantedRevision: () => Promise<bigint | null>, load: () => Promise<T>): () => Promise<T> {
  let kept: { revision: bigint; past: number | null; value: Promise<T> } | null = null;
  return async () => {
    const revision = await wantedRevision();
    if (revision === null) return load();
    if (!kept || !serves(kept, revision)) {
      const value = readBeside(load);
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
export function atRevision<T>(load: () => Promise<T>): () => Promise<T> {
  const present = keptAt(presentRevision, load);
  return () => {
    markShowsAnything();
    return present();
  };
}

/** What {@link besideEntries} and {@link besideLists} keep, to be tested. */
export const loadsBesideEntries: (() => Promise<unknown>)[] = [];
export const loadsBesideLists: (() => Promise<unknown>)[] = [];

/**
 * The same over changes of what entries alone show.
 * @param load reads nothing that such a change may change: no value of an entry, no name of one that nothing else names, not which terms and sources the public may see
 */
export function besideEntries<T>(load: () => Promise<T>): () => Promise<T> {
  loadsBesideEntries.push(load);
  return keptAt(presentElsewhere, load);
}

/**
 * The same over changes that leave every list as it is.
 * @param load reads nothing of entries but which of them filters find, which terms they say and which sources they cite
 */
export function besideLists<T>(load: () => Promise<T>): () => Promise<T> {
  loadsBesideLists.push(load);
  return keptAt(presentListed, load);
}
