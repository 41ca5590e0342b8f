import "server-only";
import { eachBatch } from "../batches";
import type { Db } from "../client";

/** Holds entries until the transaction ends: whoever else writes them waits. In the order of their numbers, so that no two wait for each other. */
export const lockEntries = (tx: Db, ids: readonly number[]): Promise<void> =>
  eachBatch(
    [...ids].sort((a, b) => a - b),
    (part) => tx.$queryRaw`SELECT "id" FROM "Organisation" WHERE "id" = ANY (${part}::int[]) ORDER BY "id" FOR NO KEY UPDATE`,
  );
