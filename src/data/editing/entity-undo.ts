import "server-only";
import type { Actor } from "@/domain/actor";
import { NAME_FIELD } from "@/domain/change";
import type { EditedRecord } from "@/domain/edited";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import type { NewStatement } from "../change/statements";
import { again } from "../change/undo";
import { database } from "../client";
import { databaseTime } from "../clock";
import { locate } from "./edited-record";
import { showRecord } from "./show-record";

/** Shows an entity to the public, or hides it. @returns whether that is something new; null when there is none */
export async function setEntityPublished(actor: Actor, record: EditedRecord, published: boolean): Promise<boolean | null> {
  return database().$transaction(async (tx) => {
    const located = await locate(tx, record, true);
    if (!located || !("entityId" in located.ref)) return null;
    const { entityId } = located.ref;
    const { publishedAt } = await tx.entity.findUniqueOrThrow({ where: { id: entityId }, select: { publishedAt: true } });
    if ((publishedAt !== null) === published) return false;
    await acceptChangeSet(tx, { author: { actor }, action: published ? "published" : "unpublished" }, { items: [{ entityId, field: null }] });
    await tx.entity.update({ where: { id: entityId }, data: { publishedAt: published ? await databaseTime(tx) : null } });
    await showRecord(tx, located, []);
    return true;
  });
}

/** Whether an item is about a record. */
const isAbout = (item: object, ref: object): boolean => Object.entries(ref).every(([column, value]) => (item as Record<string, unknown>)[column] === value);

/**
 * Undoes a change of a record by accepting its inverse: what it added is withdrawn, and what it took back is said again. A field that a
 * later change touched stays as it is.
 * @returns the fields that were left for that reason; null when nothing can be undone
 */
export async function undoEntityChange(actor: Actor, record: EditedRecord, changeSetId: number): Promise<string[] | null> {
  return database().$transaction(async (tx) => {
    const located = await locate(tx, record, true);
    const set = await tx.changeSet.findUnique({ where: { id: changeSetId }, include: { items: true } });
    if (!located || set?.state !== "accepted" || set.action !== "updated" || !set.items.every((item) => isAbout(item, located.ref))) return null;
    // How a place of staff is called is no statement.
    if ("zoneId" in located.ref && set.items.some(({ field }) => field === NAME_FIELD)) return null;
    const later = await tx.changeItem.findMany({
      where: { ...located.ref, changeSetId: { gt: set.id }, field: { not: null }, changeSet: { state: "accepted" } },
      select: { field: true },
    });
    const touched = new Set(later.map(({ field }) => field));
    const stands = ({ field }: { field: string | null }) => touched.has(field);
    const items = set.items.filter((item) => !stands(item));
    if (items.length === 0) return null;
    const made = (await tx.statement.findMany({ where: { madeById: set.id, withdrawnById: null } })).filter((row) => !stands(row));
    const withdrawn = (await tx.statement.findMany({ where: { withdrawnById: set.id }, orderBy: { id: "asc" } })).filter((row) => !stands(row));
    await acceptChangeSet(
      tx,
      { author: { actor }, action: "reverted", undoes: set.id },
      {
        items: items.map(({ field, before, after }): ChangeItem => ({ ...located.ref, field, before: after, after: before })),
        statements: withdrawn.map((row) => again(row) as NewStatement),
        withdrawn: made.map(({ id }) => id),
      },
    );
    const kept = [...new Set(set.items.filter(stands).flatMap(({ field }) => field ?? []))];
    if (kept.length === 0) await tx.changeSet.update({ where: { id: set.id }, data: { state: "undone" } });
    await showRecord(
      tx,
      located,
      items.flatMap(({ field }) => field ?? []),
    );
    return kept;
  });
}
