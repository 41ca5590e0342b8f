import "server-only";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

/** How many revisions a server may sleep through without loading everything anew. */
const KEPT_REVISIONS = 1000;

/** The present revision. */
export async function presentRevision(tx: Db): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ revision: bigint }[]>`SELECT "revision" FROM directory_revision`;
  return row!.revision;
}

/** Who shows what changed: anything; the changed entries alone; or these, and every list holds the same entries in the same order as before. */
export type Reach = "anything" | "own" | "own, listed as before";

/** The revision that a column of the row names, as long as what is told beside it holds. */
const stillAt = (column: "elsewhere" | "listed") => Prisma.raw(`CASE WHEN "ownAt" = "revision" THEN "${column}" ELSE "revision" END`);

/** SQL: moves the directory to its next revision. */
const moveOn = (reach: Reach): Prisma.Sql => Prisma.sql`
  UPDATE directory_revision SET "revision" = "revision" + 1, "changedAt" = clock_timestamp()${
    reach === "anything"
      ? Prisma.empty
      : Prisma.sql`, "elsewhere" = ${stillAt("elsewhere")}, "listed" = ${reach === "own" ? Prisma.raw('"revision" + 1') : stillAt("listed")}, "ownAt" = "revision" + 1`
  } RETURNING "revision"`;

/** Moves the directory to its next revision. Other changes wait until this one is committed, so that none shows what another hides. */
export async function nextRevision(tx: Db, reach: Reach): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ revision: bigint }[]>(moveOn(reach));
  return row!.revision;
}

/**
 * Notes what a revision changed, and forgets the oldest.
 * @param ids of entries; null for everything
 * @param foundBy by what these are found only since, or no longer, as `RowsMoved` has it
 */
export async function noteChange(tx: Db, revision: bigint, ids: readonly number[] | null, foundBy: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    WITH forgotten AS (DELETE FROM directory_change WHERE "revision" <= ${revision - BigInt(KEPT_REVISIONS)})
    INSERT INTO directory_change ("revision", "organisationIds", "foundBy") VALUES (${revision}, ${ids ? [...ids] : null}::int[], ${[...foundBy]}::text[])`;
}

/** Both in one statement: others wait from here until the transaction is committed. */
export async function noteNext(tx: Db, ids: readonly number[] | null, reach: Reach = "anything", foundBy: readonly string[] = []): Promise<void> {
  await tx.$executeRaw`
    WITH next AS (${moveOn(reach)}),
      forgotten AS (DELETE FROM directory_change c USING next WHERE c."revision" <= next."revision" - ${KEPT_REVISIONS}::int)
    INSERT INTO directory_change ("revision", "organisationIds", "foundBy") SELECT "revision", ${ids ? [...ids] : null}::int[], ${[...foundBy]}::text[] FROM next`;
}
