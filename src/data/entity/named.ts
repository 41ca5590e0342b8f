import type { Db } from "../client";

/**
 * The organisations that these entities name or named, and those of which a presence in the place of such a community tells: filters find
 * them by it.
 */
export async function organisationsNamedBy(db: Db, entityIds: readonly number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "valueOrganisationId" AS id FROM "Statement" WHERE "entityId" = ANY (${[...entityIds]}::int[]) AND "valueOrganisationId" IS NOT NULL
    UNION SELECT whose."valueOrganisationId" FROM "Statement" place JOIN "Entity" c ON c."id" = place."entityId" AND c."noun" = 'community'
      JOIN "Statement" same ON same."valueZoneId" = place."valueZoneId" JOIN "Entity" e ON e."id" = same."entityId" AND e."noun" = 'presence'
      JOIN "Statement" whose ON whose."entityId" = e."id" AND whose."valueOrganisationId" IS NOT NULL
    WHERE c."id" = ANY (${[...entityIds]}::int[]) AND place."valueZoneId" IS NOT NULL`;
  return rows.map(({ id }) => id);
}
