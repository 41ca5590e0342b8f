import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_INTO_FIELD } from "@/domain/change";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { publishChange } from "../change/project";
import type { NewStatement } from "../change/statements";
import { again } from "../change/undo";
import type { Db } from "../client";
import { lockEntries } from "../editing/lock-entries";
import { inTransaction } from "../editing/refusable";
import { organisationsNamedBy } from "../entity/named";
import type { Statement } from "../generated/prisma/client";
import { hold } from "../locks";
import { touchRecords } from "../merge/merge";
import { findPlace, isHeld } from "./change";
import { STANDING } from "./standing";

export type MergeZoneResult = { ok: true; changeSetId: number; entries: number } | { ok: false; reason: "gone" | "itself" | "in_use" };

/** For a register of tens of thousands. */
const LIMITS = { maxWait: 10_000, timeout: 110_000 };

/** Every statement that names a place now. */
const naming = (tx: Db, id: number) => tx.statement.findMany({ where: { valueZoneId: id, withdrawnById: null }, orderBy: { id: "asc" } });

const idsOf = (rows: readonly Statement[], column: "organisationId" | "entityId"): number[] => [...new Set(rows.flatMap((row) => row[column] ?? []))];

/** What the zones of each entry are before and after, as its history tells it; of an entity, its field. */
async function itemsOf(tx: Db, said: readonly Statement[], from: string, into: string): Promise<ChangeItem[]> {
  const rows = await tx.$queryRaw<{ id: number; version: number; codes: string[] }[]>`
    SELECT o."id", o."version", array_agg(DISTINCT z."code") AS codes FROM "Organisation" o
      JOIN "Statement" s ON s."organisationId" = o."id" AND s."field" = 'zones' AND s."withdrawnById" IS NULL JOIN "Zone" z ON z."id" = s."valueZoneId"
    WHERE o."id" = ANY (${idsOf(said, "organisationId")}::int[]) GROUP BY o."id" ORDER BY o."id"`;
  const ofEntries = rows.map(({ id, version, codes }): ChangeItem => {
    const after = [...new Set(codes.map((code) => (code === from ? into : code)))].sort();
    return { organisationId: id, field: "zones", version, before: codes.toSorted(), after };
  });
  const ofEntities = new Map(
    said.flatMap(({ entityId, field }) =>
      entityId === null ? [] : [[`${entityId} ${field}`, { entityId, field, before: from, after: into } satisfies ChangeItem] as const],
    ),
  );
  return [...ofEntries, ...ofEntities.values()];
}

/**
 * Merges a place of staff into another place: each statement that names it is said anew of the other, by the same source at the same place, in one
 * change set that can be undone. Its code, its address and its names mean the other from then on.
 * @param actor who merges; the caller has asked `canEditVocabularies`
 * @param from,into their slugs
 */
export function mergeZone(actor: Actor, from: string, into: string): Promise<MergeZoneResult> {
  return inTransaction<MergeZoneResult>(async (tx) => {
    await hold(tx, "vocabularies");
    if (from === into) return { ok: false, reason: "itself" };
    // Entries first, as whoever saves one does; then the place, which nobody can name while it is held.
    const asked = await tx.zone.findFirst({ where: { slug: from, local: true, ...STANDING } });
    if (asked) await lockEntries(tx, idsOf(await naming(tx, asked.id), "organisationId"));
    const place = await findPlace(tx, from);
    const other = await tx.zone.findFirst({ where: { slug: into, ...STANDING } });
    if (!place || !other) return { ok: false, reason: "gone" };
    if (await isHeld(tx, place.id)) return { ok: false, reason: "in_use" };
    const said = await naming(tx, place.id);
    const ids = idsOf(said, "organisationId");
    await lockEntries(tx, ids);
    const items = await itemsOf(tx, said, place.code, other.code);
    // What was merged into it goes along.
    const along = await tx.zone.findMany({ where: { mergedIntoId: place.id }, orderBy: { id: "asc" } });
    await tx.zone.updateMany({ where: { id: { in: [place, ...along].map(({ id }) => id) } }, data: { mergedIntoId: other.id } });
    const changeSetId = await acceptChangeSet(
      tx,
      { author: { actor }, action: "updated" },
      {
        items: [
          ...items,
          { zoneId: place.id, field: MERGED_INTO_FIELD, before: null, after: other.slug },
          ...along.map(({ id }) => ({ zoneId: id, field: MERGED_INTO_FIELD, before: place.slug, after: other.slug })),
        ],
        statements: said.map((row) => ({ ...(again(row) as NewStatement), valueZoneId: other.id })),
        withdrawn: said.map(({ id }) => id),
      },
    );
    await touchRecords(tx, items);
    const shown = [...new Set([...ids, ...(await organisationsNamedBy(tx, idsOf(said, "entityId")))])];
    await publishChange(tx, shown, []);
    return { ok: true, changeSetId, entries: ids.length };
  }, LIMITS);
}
