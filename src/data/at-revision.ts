import "server-only";
import { presentRevision } from "./read";

/**
 * Keeps what was read for as long as the directory stays at one revision: for small tables that change only with one.
 * @param load reads it; while the primary is away nobody knows how long it stays true, and it is read each time
 */
export function atRevision<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { revision: bigint; value: Promise<T> } | null = null;
  return async () => {
    const revision = await presentRevision();
    if (revision === null) return load();
    if (kept?.revision !== revision) {
      const value = load();
      kept = { revision, value };
      value.catch(() => (kept = null));
    }
    return kept.value;
  };
}
