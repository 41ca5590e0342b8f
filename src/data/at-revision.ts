import "server-only";
import { presentRevision } from "./read";

/**
 * Keeps what was read for as long as the directory stays at one revision: for small tables that change only with one. What was read at the
 * revision before is kept, too, for the requests that came under it.
 * @param load reads it; while the primary is away nobody knows how long it stays true, and it is read each time
 */
export function atRevision<T>(load: () => Promise<T>): () => Promise<T> {
  let kept: { revision: bigint; value: Promise<T> }[] = [];
  return async () => {
    const revision = await presentRevision();
    if (revision === null) return load();
    const found = kept.find((one) => one.revision === revision);
    if (found) return found.value;
    const value = load();
    kept = [{ revision, value }, ...kept].slice(0, 2);
    value.catch(() => (kept = kept.filter((one) => one.value !== value)));
    return value;
  };
}
