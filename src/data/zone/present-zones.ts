import "server-only";
import type { NewStatement } from "../change/statements";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";

/**
 * Statements as the places of staff stand now, whatever was read before: one that was merged is said as the one that took its place, and one that was
 * removed stands again. The places stay as they are until the transaction ends.
 */
export async function withPresentZones(tx: Db, statements: readonly NewStatement[]): Promise<readonly NewStatement[]> {
  const named = [...new Set(statements.flatMap(({ valueZoneId }) => valueZoneId ?? []))];
  if (named.length === 0) return statements;
  const places = await tx.$queryRaw<{ id: number; mergedIntoId: number | null; removedAt: Date | null }[]>`
    SELECT "id", "mergedIntoId", "removedAt" FROM "Zone" WHERE "local" AND "id" = ANY (${named}::int[]) ORDER BY "id" FOR SHARE`;
  const removed = places.flatMap(({ id, removedAt }) => (removedAt === null ? [] : [id]));
  if (removed.length > 0) await tx.$executeRaw(Prisma.sql`UPDATE "Zone" SET "removedAt" = NULL WHERE "id" = ANY (${removed}::int[])`);
  const meant = new Map(places.flatMap(({ id, mergedIntoId }) => (mergedIntoId === null ? [] : [[id, mergedIntoId] as const])));
  if (meant.size === 0) return statements;
  return statements.map((said) => {
    const into = said.valueZoneId === undefined ? undefined : meant.get(said.valueZoneId);
    return into === undefined ? said : { ...said, valueZoneId: into };
  });
}
