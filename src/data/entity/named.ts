import type { Db } from "../client";

/** The organisations that these entities name or named: filters find them by it. */
export async function organisationsNamedBy(db: Db, entityIds: readonly number[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT DISTINCT "valueOrganisationId" AS id FROM "Statement" WHERE "entityId" = ANY (${[...entityIds]}::int[]) AND "valueOrganisationId" IS NOT NULL`;
  return rows.map(({ id }) => id);
}
