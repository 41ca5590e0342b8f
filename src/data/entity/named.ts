import type { Db } from "../client";

/**
 * The organisations that these entities name or named, and those of which a presence in the place of such a community tells: filters find
 * them by it. Arrays in place of joins, each found by an index: a first load asks before the planner knows how much there is.
 */
export async function organisationsNamedBy(db: Db, entityIds: readonly number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "valueOrganisationId" AS id FROM "Statement" WHERE "entityId" = ANY (${[...entityIds]}::int[]) AND "valueOrganisationId" IS NOT NULL
    UNION SELECT whose."valueOrganisationId" FROM "Statement" whose WHERE whose."valueOrganisationId" IS NOT NULL AND whose."entityId" = ANY (ARRAY(
      SELECT DISTINCT same."entityId" FROM "Statement" same
      WHERE same."entityId" = ANY (ARRAY(SELECT e."id" FROM "Entity" e WHERE e."noun" = 'presence')) AND same."valueZoneId" = ANY (ARRAY(
        SELECT DISTINCT place."valueZoneId" FROM "Statement" place
        WHERE place."entityId" = ANY (ARRAY(SELECT c."id" FROM "Entity" c WHERE c."noun" = 'community' AND c."id" = ANY (${[...entityIds]}::int[])))
          AND place."valueZoneId" IS NOT NULL))))`;
  return rows.map(({ id }) => id);
}
