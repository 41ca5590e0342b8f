import "server-only";
import type { Actor } from "@/domain/actor";
import { ERASED, fieldOfChange, RESTRICTED_FIELD } from "@/domain/change";
import { groupOf } from "@/domain/fields";
import { database, type Db } from "../client";
import { acceptChangeSet } from "./change-set";

const partOf = (field: string): string => groupOf(fieldOfChange(field));

type Row = { id: number; field: string };
type Former = { statements: Row[]; restricted: Row[] };

async function formerOf(db: Db, organisationId: number): Promise<Former> {
  const where = { organisationId, withdrawnById: { not: null }, erasedById: null };
  const select = { id: true, field: true };
  const [statements, restricted] = await Promise.all([db.statement.findMany({ where, select }), db.restrictedStatement.findMany({ where, select })]);
  return { statements, restricted };
}

/** The fields of an entry of which something is no longer said and not erased, in no order. For staff. */
export async function fieldsToErase(_actor: Actor, slug: string): Promise<string[]> {
  const organisation = await database().organisation.findUnique({ where: { slug }, select: { id: true } });
  if (!organisation) return [];
  const { statements, restricted } = await formerOf(database(), organisation.id);
  return [...new Set([...statements.map(({ field }) => partOf(field)), ...(restricted.length > 0 ? [RESTRICTED_FIELD] : [])])];
}

/** Empties the values of statements; what is left is who said something, when, and on what ground. */
async function empty(tx: Db, table: "Statement" | "RestrictedStatement", rows: readonly Row[], erasedById: number): Promise<void> {
  await tx.$executeRawUnsafe(
    `UPDATE "${table}" SET "text" = '', "code" = NULL, "number" = NULL, "unit" = NULL, "language" = NULL, "date" = NULL, "valueZoneId" = NULL,
       "valueOrganisationId" = NULL, "channel" = NULL, "raw" = NULL, "usable" = NULL, "contactState" = NULL, "since" = NULL, "until" = NULL,
       "about" = false, "moreThan" = false, "openList" = false, "words" = NULL, "erasedById" = $1::int
     WHERE "id" = ANY ($2::int[])`,
    erasedById,
    rows.map(({ id }) => id),
  );
}

async function erase(tx: Db, actor: Actor, slug: string, field: string): Promise<boolean> {
  const [organisation] = await tx.$queryRaw<{ id: number }[]>`SELECT "id" FROM "Organisation" WHERE "slug" = ${slug} FOR UPDATE`;
  if (!organisation) return false;
  const { id: organisationId } = organisation;
  const former = await formerOf(tx, organisationId);
  const statements = former.statements.filter((row) => partOf(row.field) === field);
  const restricted = field === RESTRICTED_FIELD ? former.restricted : [];
  if (statements.length + restricted.length === 0) return false;
  const items = await tx.changeItem.findMany({ where: { organisationId, field: { not: null } }, orderBy: { id: "asc" }, select: { id: true, field: true } });
  const own = items.filter((item) => partOf(item.field!) === field);
  const set = await acceptChangeSet(tx, { author: { actor }, action: "erased" }, { items: [{ organisationId, field }] });
  await empty(tx, "Statement", statements, set);
  await empty(tx, "RestrictedStatement", restricted, set);
  // What the last change made of the field still holds.
  const last = own.at(-1)?.id ?? 0;
  await tx.$executeRaw`
    UPDATE "ChangeItem" SET "before" = CASE WHEN "before" IS NULL THEN NULL ELSE ${JSON.stringify(ERASED)}::jsonb END,
      "after" = CASE WHEN "after" IS NULL OR "id" = ${last} THEN "after" ELSE ${JSON.stringify(ERASED)}::jsonb END
    WHERE "id" = ANY (${own.map(({ id }) => id)}::int[])`;
  return true;
}

/**
 * Erases for good, from statements and history, what was formerly said of a field; what is said now stays, and so does every
 * event. It cannot be undone.
 * @param actor who erases; the caller has asked `canErase`
 * @param field as `fieldsToErase` names it
 * @returns false when there is nothing to erase
 */
export async function eraseFormerValues(actor: Actor, slug: string, field: string): Promise<boolean> {
  return database().$transaction((tx) => erase(tx, actor, slug, field));
}
