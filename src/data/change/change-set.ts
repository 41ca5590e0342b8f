import "server-only";
import type { Actor } from "@/domain/actor";
import type { ChangeAction } from "@/domain/change";
import type { Typology } from "@/domain/vocabularies";
import { eachBatch } from "../batches";
import type { Db } from "../client";
import { withPresentCodes } from "../term/present-codes";
import { withPresentZones } from "../zone/present-zones";
import { insertStatements, type NewRestrictedStatement, type NewStatement } from "./statements";

/** Who changes something: a person, or an import by its name. */
export type Author = { actor: Pick<Actor, "id" | "name"> } | { importName: string };

/** The record that an item is about. */
export type RecordRef =
  | { organisationId: number }
  | { typology: Typology }
  | { zoneId: number }
  | { sourceId: number }
  | { userId: number }
  | { entityId: number }
  | { termId: number };

/** What a set does to one field of a record; without a field, to the record itself. */
export type ChangeItem = RecordRef & { field: string | null; before?: unknown; after?: unknown; version?: number | null };

export type ChangeContent = {
  items: readonly ChangeItem[];
  statements?: readonly NewStatement[];
  /** Ids of statements that no longer hold. */
  withdrawn?: readonly number[];
  restricted?: readonly NewRestrictedStatement[];
  restrictedWithdrawn?: readonly number[];
};

type Decision = { author: Author; action: ChangeAction; note?: string | null; undoes?: number; /** The clock of the database without it. */ at?: Date };

const BATCH = 5000;

/** Writes a set that is accepted as it is made, inside a transaction. It writes what is said and the history; `publishChange` shows it. @returns its number */
export async function acceptChangeSet(tx: Db, decision: Decision, content: ChangeContent): Promise<number> {
  const id = await openChangeSet(tx, decision);
  await addToChangeSet(tx, id, content);
  return id;
}

/** Makes an accepted set that is filled in the same transaction, a part at a time, by {@link addToChangeSet}. @returns its number */
export async function openChangeSet(tx: Db, { author, action, note = null, undoes, at }: Decision): Promise<number> {
  const actor = "actor" in author ? author.actor : null;
  const name = "actor" in author ? author.actor.name : author.importName;
  // Until this transaction ends, triggers know that the application writes (decision 23).
  const [made] = await tx.$queryRaw<{ id: number }[]>`
    WITH made AS (
      INSERT INTO "ChangeSet" ("state", "action", "note", "undoesId", "at", "actorId", "actorName")
      VALUES ('accepted', ${action}::"ChangeAction", ${note}, ${undoes ?? null}, coalesce(${at?.toISOString() ?? null}::timestamptz, clock_timestamp()), ${actor?.id ?? null}, ${name})
      RETURNING "id")
    SELECT "id", set_config('directory.change_set', "id"::text, true) FROM made`;
  return made!.id;
}

export async function addToChangeSet(tx: Db, id: number, content: ChangeContent): Promise<void> {
  for (let from = 0; from < content.items.length; from += BATCH) {
    // Null is a value of the history: a JSON null would be another one than that of SQL.
    const rows = JSON.stringify(
      content.items.slice(from, from + BATCH).map((item) => ({ ...item, before: item.before ?? undefined, after: item.after ?? undefined })),
    );
    await tx.$executeRaw`
      INSERT INTO "ChangeItem" ("changeSetId", "organisationId", "typology", "zoneId", "sourceId", "userId", "entityId", "termId", "field", "before", "after", "version")
      SELECT ${id}, "organisationId", "typology", "zoneId", "sourceId", "userId", "entityId", "termId", "field", "before", "after", "version"
      FROM json_populate_recordset(null::"ChangeItem", ${rows}::json)`;
  }
  await eachBatch(
    content.withdrawn ?? [],
    (part) => tx.$executeRaw`UPDATE "Statement" SET "withdrawnById" = ${id} WHERE "id" = ANY (${part}::int[]) AND "withdrawnById" IS NULL`,
  );
  const hidden = [...(content.restrictedWithdrawn ?? [])];
  if (hidden.length > 0)
    await tx.$executeRaw`UPDATE "RestrictedStatement" SET "withdrawnById" = ${id} WHERE "id" = ANY (${hidden}::int[]) AND "withdrawnById" IS NULL`;
  // After what they take the place of: a source says a figure once for a time.
  await insertStatements(tx, "Statement", id, await withPresentZones(tx, await withPresentCodes(tx, content.statements ?? [])));
  await insertStatements(tx, "RestrictedStatement", id, content.restricted ?? []);
}
