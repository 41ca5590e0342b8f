import "server-only";
import { publishChange } from "../change/project";
import type { Db } from "../client";
import { organisationsNamedBy } from "../entity/named";
import type { Located } from "./edited-record";

/**
 * Shows a changed record: its pages, and the rows of the organisations that it names or named; of those of a typology, when its budget
 * is said otherwise, which their rows hold.
 * @param fields those that changed
 */
export async function showRecord(tx: Db, { ref }: Located, fields: readonly string[]): Promise<void> {
  await publishChange(tx, await organisationsShowing(tx, ref, fields), []);
}

async function organisationsShowing(tx: Db, ref: Located["ref"], fields: readonly string[]): Promise<number[]> {
  if ("zoneId" in ref) return [];
  if ("typology" in ref) {
    if (!fields.includes("budget_tier")) return [];
    const rows = await tx.$queryRaw<
      { id: number }[]
    >`SELECT "organisationId" AS id FROM organisation_search WHERE "facets" @> ARRAY[${`typology:${ref.typology}`}]`;
    return rows.map(({ id }) => id);
  }
  await tx.$executeRaw`UPDATE "Entity" SET "version" = "version" + 1, "updatedAt" = now() WHERE "id" = ${ref.entityId}`;
  return organisationsNamedBy(tx, [ref.entityId]);
}
