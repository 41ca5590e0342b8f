import "server-only";
import type { Actor } from "@/domain/actor";
import { undoChangeSet } from "../change/undo";
import { database } from "../client";
import { findBatch } from "./staging";

/** An entry of which something stayed, because somebody changed it since. */
export type KeptEntry = { slug: string; name: string; fields: (string | null)[] };

export type BatchUndone = { ok: true } | { ok: false; reason: "not_undoable" | "later_changes" };

/** Undoes all that a file wrote, but for what was changed since. New entries are no longer shown, and stay as drafts. */
export async function undoBatch(actor: Actor, id: number): Promise<BatchUndone> {
  const batch = await findBatch(actor, id);
  if (batch?.state !== "written") return { ok: false, reason: "not_undoable" };
  const result = await undoChangeSet(actor, batch.changeSetId!);
  if (!result.ok) return { ok: false, reason: result.reason };
  await database().importBatch.update({ where: { id }, data: { state: "undone" } });
  return { ok: true };
}

/** What an undoing left as it was, and who decides what becomes of it. */
export async function keptEntries(_actor: Actor, changeSetId: number): Promise<{ total: number; entries: KeptEntry[] }> {
  const rows = await database().$queryRaw<(KeptEntry & { total: number })[]>`
    SELECT o."slug", o."name", array_agg(i."field" ORDER BY i."id") AS fields, (count(*) OVER ())::int AS total
    FROM "ChangeItem" i JOIN "Organisation" o ON o."id" = i."organisationId"
    WHERE i."changeSetId" = ${changeSetId} AND NOT EXISTS (
      SELECT FROM "ChangeSet" inverse JOIN "ChangeItem" undone ON undone."changeSetId" = inverse."id"
      WHERE inverse."undoesId" = ${changeSetId} AND undone."organisationId" = i."organisationId" AND undone."field" IS NOT DISTINCT FROM i."field")
    GROUP BY o."id" ORDER BY o."nameKey" LIMIT 100`;
  return { total: rows[0]?.total ?? 0, entries: rows.map(({ slug, name, fields }) => ({ slug, name, fields })) };
}
