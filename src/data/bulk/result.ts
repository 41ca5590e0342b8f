import "server-only";
import type { Actor } from "@/domain/actor";
import type { ChangeHead } from "@/domain/change";
import { database } from "../client";
import { seenEntries } from "../editing/seen";

type Named = { slug: string; name: string };

/** A change of many entries, for who made it to look at and to undo. */
export type BulkSet = ChangeHead & {
  actorId: number | null;
  /** How many entries it is about, and some of them. */
  count: number;
  entries: Named[];
  /** Whether it was undone, in part or whole, and which entries were left, for they had changed since. */
  wasUndone: boolean;
  left: Named[];
  leftCount: number;
};

/** How many entries are named. */
const NAMED = 50;

/** A change set about entries; null when there is none. */
export async function bulkSet(actor: Actor, id: number): Promise<BulkSet | null> {
  const db = database();
  const set = await db.changeSet.findFirst({
    where: { id, state: { in: ["accepted", "undone"] }, actorId: { not: null } },
    include: { undoneBy: { select: { id: true } } },
  });
  if (!set) return null;
  const inverses = set.undoneBy.map((inverse) => inverse.id);
  const entries = await db.$queryRaw<(Named & { isLeft: boolean })[]>`
    SELECT o."slug", o."name", NOT EXISTS (
      SELECT FROM "ChangeItem" b WHERE b."changeSetId" = ANY (${inverses}::int[]) AND b."organisationId" = o."id") AS "isLeft"
    FROM "Organisation" o WHERE o."id" IN (SELECT "organisationId" FROM "ChangeItem" WHERE "changeSetId" = ${id}) AND ${seenEntries(actor)}
    ORDER BY o."nameKey", o."id"`;
  if (entries.length === 0) return null;
  const left = inverses.length > 0 ? entries.filter(({ isLeft }) => isLeft) : [];
  const { at, actorName: who, action, state, note, actorId } = set;
  const head = { id, at, who, action, state, note, actorId };
  const shown = (some: readonly Named[]) => some.slice(0, NAMED).map(({ slug, name }) => ({ slug, name }));
  return { ...head, count: entries.length, entries: shown(entries), wasUndone: inverses.length > 0, left: shown(left), leftCount: left.length };
}

/** The open tasks that a person gave by one action on many, and those that are done, which stay. */
export async function bulkTasks(actor: Actor, bulkId: string): Promise<{ open: number; done: number }> {
  const own = { bulkId, authorId: actor.id };
  const db = database();
  const [open, done] = await Promise.all([
    db.staffTask.count({ where: { ...own, doneAt: null } }),
    db.staffTask.count({ where: { ...own, doneAt: { not: null } } }),
  ]);
  return { open, done };
}

/** Takes back the tasks of such an action that nobody has done. @returns how many */
export async function takeBackTasks(actor: Actor, bulkId: string): Promise<number> {
  return (await database().staffTask.deleteMany({ where: { bulkId, authorId: actor.id, doneAt: null } })).count;
}
