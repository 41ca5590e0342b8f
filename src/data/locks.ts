import "server-only";
import type { Db } from "./client";

/**
 * What a transaction may hold beside rows, by name, so that no two of them share a number.
 * - `import`: loads of sources, one after the other.
 * - `rows`: the search rows of many entries, written before the revision is taken; shared by whoever changes what the rows of other entries show.
 * - `own rows`: shared by whoever writes the row of an entry that nothing else shows before the revision is taken; alone, whoever writes rows after.
 * - `vocabularies`: the terms of the consortium, so that no label is given twice.
 *
 * In this order: `import` or `vocabularies`, then entries, then `rows`, then `own rows`, then the revision.
 */
export type Lock = "import" | "rows" | "own rows" | "vocabularies";

/** Holds a lock until the transaction ends; `shared`: beside others who share it. */
export async function hold(tx: Db, lock: Lock, mode: "alone" | "shared" = "alone"): Promise<void> {
  if (mode === "shared") await tx.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${lock}, 0))`;
  else await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`;
}
