import "server-only";
import type { Actor } from "@/domain/actor";
import { isErased, MOVED_FIELD, RESTRICTED_FIELD, type ChangeAction, type ChangeHead, type ChangeState } from "@/domain/change";
import { sameValue } from "@/domain/saying";
import { database, type Db } from "../client";
import { seenBy } from "../editing/seen";
import { reservedFrom } from "./reserved";

export type HistoryField = { field: string; before: unknown; after: unknown };
/** What one change set did to one organisation. */
export type HistoryEntry = ChangeHead & {
  fields: HistoryField[];
  /** Whether it is about this organisation alone. */ alone: boolean;
};

export const HISTORY_PAGE_SIZE = 30;

type Row = {
  id: number;
  at: Date;
  actorName: string;
  action: ChangeAction;
  state: ChangeState;
  note: string | null;
  items: HistoryItem[];
  _count: { items: number };
};
type HistoryItem = { field: string | null; before: unknown; after: unknown };

/** What a merge moved, and what it only said by another source too, are no change that a person reads. */
const isHidden = (action: ChangeAction, field: string, before: unknown, after: unknown): boolean =>
  field === MOVED_FIELD || (action === "merged" && field !== RESTRICTED_FIELD && sameValue(before, after));

const toEntry = ({ id, at, actorName, action, state, note, items, _count }: Row): HistoryEntry => ({
  alone: _count.items === items.length,
  ...{ id, at, who: actorName, action, state, note },
  fields: items.flatMap(({ field, before, after }) => (field === null || isHidden(action, field, before, after) ? [] : [{ field, before, after }])),
});

/** Sets that were accepted, whatever became of them. */
export const DECIDED = { state: { in: ["accepted", "undone"] satisfies ChangeState[] as ChangeState[] } };
const itemsOf = (organisationId: number) => ({
  items: { where: { organisationId }, orderBy: { id: "asc" as const } },
  _count: { select: { items: true } },
});

/** The changes of one organisation, newest first; null when there is none of that slug that this person may see. */
export async function historyOf(
  actor: Actor,
  slug: string,
  page: number,
  db: Db = database(),
): Promise<{ name: string; total: number; entries: HistoryEntry[] } | null> {
  const organisation = await db.organisation.findUnique({ where: { slug, ...seenBy(actor) }, select: { id: true, name: true } });
  if (!organisation) return null;
  const where = { ...DECIDED, items: { some: { organisationId: organisation.id } } };
  const [total, rows] = await Promise.all([
    db.changeSet.count({ where }),
    db.changeSet.findMany({
      where,
      include: itemsOf(organisation.id),
      orderBy: { id: "desc" },
      skip: (page - 1) * HISTORY_PAGE_SIZE,
      take: HISTORY_PAGE_SIZE,
    }),
  ]);
  const { masked } = await reservedFrom(actor, db, organisation.id);
  const entries = rows.map(toEntry).map((entry) => ({
    ...entry,
    fields: entry.fields.map(({ field, before, after }) => ({ field, before: masked(before), after: masked(after) })),
  }));
  return { name: organisation.name, total, entries };
}

/** The last saves of an organisation, oldest first: what happened since a version that is `count` behind. */
export async function lastUpdates(db: Db, organisationId: number, count: number): Promise<HistoryEntry[]> {
  const rows = await db.changeSet.findMany({
    where: { ...DECIDED, action: { in: ["updated", "imported", "reverted", "merged", "restored", "outside"] }, items: { some: { organisationId } } },
    include: itemsOf(organisationId),
    orderBy: { id: "desc" },
    take: count,
  });
  return rows
    .map(toEntry)
    .map((entry) => ({ ...entry, fields: entry.fields.filter(({ before, after }) => !isErased(before) && !isErased(after)) }))
    .reverse();
}
