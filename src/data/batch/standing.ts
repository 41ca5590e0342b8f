import "server-only";
import type { Actor } from "@/domain/actor";
import { groupOf, ORGANISATION_NAMES } from "@/domain/fields";
import type { OrganisationFields } from "@/domain/organisation-input";
import type { Visibility } from "@/domain/vocabularies";
import { STAFF_CHANGES } from "../change/staff-changes";
import { saidOf, type KeptStatement } from "../change/statements";
import type { Db } from "../client";
import { keptFields } from "../editing/kept-fields";
import { unseenAmong } from "../editing/unseen";

/** An entry as it stands before a row changes it. */
export type Standing = {
  id: number;
  version: number;
  said: KeptStatement[];
  fields: OrganisationFields;
  /** An undone import made it, and it is not shown since. */
  undone: boolean;
};

type Row = { id: number; version: number; visibility: Visibility; undone: boolean };

/** The entries of these numbers, and the slugs among what they name that the person may not see. */
export async function standingOf(
  actor: Actor,
  db: Db,
  ids: readonly number[],
): Promise<{ entries: ReadonlyMap<number, Standing>; unseen: ReadonlySet<string> }> {
  if (ids.length === 0) return { entries: new Map(), unseen: new Set() };
  const rows = await db.$queryRaw<Row[]>`
    SELECT "id", "version", "visibility", "publishedAt" IS NULL AND EXISTS (
      SELECT FROM "ChangeItem" i JOIN "ChangeSet" c ON c."id" = i."changeSetId"
      WHERE i."organisationId" = o."id" AND i."field" IS NULL AND c."action" = 'reverted' AND c."undoesId" IN (SELECT "changeSetId" FROM "ImportBatch")) AS undone
    FROM "Organisation" o WHERE "id" = ANY (${[...ids]}::int[])`;
  const said = await saidOf(db, ids);
  const entries = new Map(
    rows.map(({ visibility, ...row }) => [row.id, { ...row, said: said.get(row.id)!, fields: keptFields(said.get(row.id)!, visibility) }]),
  );
  const named = Object.fromEntries(ORGANISATION_NAMES.map((name) => [name, [...entries.values()].flatMap(({ fields }) => fields[name])]));
  return { entries, unseen: await unseenAmong(actor, db, named as Parameters<typeof unseenAmong>[2]) };
}

/** From when on what staff changed of an entry is theirs: after a set that imported it, from a version of it, or after a day. */
export type Since = { id: number; set: number | null; version: number | null };

/** Of each entry the fields that staff changed by hand since, and not undone. */
export async function changedSince(db: Db, entries: readonly Since[], day: string): Promise<ReadonlyMap<number, ReadonlySet<string>>> {
  const changes = await db.$queryRaw<{ organisationId: number; field: string }[]>`
    SELECT DISTINCT i."organisationId", i."field" FROM ${STAFF_CHANGES}
    JOIN json_to_recordset(${JSON.stringify(entries)}::json) AS e(id int, set int, version int) ON e.id = i."organisationId"
    WHERE c."action" <> 'imported' AND CASE
      WHEN e.version IS NOT NULL THEN coalesce(i."version", 0) >= e.version
      WHEN e.set IS NOT NULL THEN c."id" > e.set
      ELSE (c."at" AT TIME ZONE 'UTC')::date > ${day}::date END`;
  const fields = new Map<number, Set<string>>(entries.map(({ id }) => [id, new Set()]));
  for (const { organisationId, field } of changes) fields.get(organisationId)!.add(groupOf(field));
  return fields;
}
