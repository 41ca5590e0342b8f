import "server-only";
import { z } from "zod";
import type { Actor } from "@/domain/actor";
import type { ChangeAction } from "@/domain/change";
import { database, type Db } from "../client";

export type HistoryField = { field: string; before: unknown; after: unknown };
export type HistoryEntry = { id: number; at: Date; who: string; action: ChangeAction; fields: HistoryField[]; note: string | null };

const storedFields = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() }));

export const HISTORY_PAGE_SIZE = 30;

type Row = { id: number; at: Date; actorName: string; action: ChangeAction; fields: unknown; note: string | null };

/** A row as read; fields that an older import wrote in another shape are left out rather than guessed. */
function toEntry({ id, at, actorName, action, fields, note }: Row): HistoryEntry {
  const parsed = storedFields.safeParse(fields);
  return { id, at, who: actorName, action, note, fields: parsed.success ? parsed.data.map(({ field, before, after }) => ({ field, before, after })) : [] };
}

/** The changes of one organisation, newest first; null when there is no such organisation. For staff. */
export async function historyOf(
  _actor: Actor,
  slug: string,
  page: number,
  db: Db = database(),
): Promise<{ name: string; total: number; entries: HistoryEntry[] } | null> {
  const organisation = await db.organisation.findUnique({ where: { slug }, select: { id: true, name: true } });
  if (!organisation) return null;
  const where = { organisationId: organisation.id };
  const [total, rows] = await Promise.all([
    db.change.count({ where }),
    db.change.findMany({ where, orderBy: { id: "desc" }, skip: (page - 1) * HISTORY_PAGE_SIZE, take: HISTORY_PAGE_SIZE }),
  ]);
  return { name: organisation.name, total, entries: rows.map(toEntry) };
}

/** The last saves of an organisation, oldest first: what happened since a version that is `count` behind. */
export async function lastUpdates(db: Db, organisationId: number, count: number): Promise<HistoryEntry[]> {
  const rows = await db.change.findMany({ where: { organisationId, action: { in: ["updated", "imported"] } }, orderBy: { id: "desc" }, take: count });
  return rows.map(toEntry).reverse();
}
