import "server-only";
import type { Actor } from "@/domain/actor";
import type { BulkEntry, Deed, Outcome } from "@/domain/bulk";
import { outcomeOf } from "@/domain/bulk";
import { fieldOf, inOwnOrder } from "@/domain/fields";
import type { ThemeTerm } from "@/domain/terms";
import { inBatches } from "../batches";
import type { Db } from "../client";
import { zonePathsOf } from "../editing/entry-place";
import { seenEntries } from "../editing/seen";

/** `mark`: whatever changes the entry changes it, for it is the transaction that wrote the row last. */
export type MarkedEntry = BulkEntry & { mark: bigint };

/** The entries of these ids that this person may see, by name. */
export async function entriesOf(db: Db, actor: Actor, ids: readonly number[], deed: Deed): Promise<MarkedEntry[]> {
  const [text, assigneeId] = deed.action === "task" ? [deed.text, deed.assigneeId] : [null, null];
  const inOrder = await db.$queryRaw<{ id: number }[]>`
    SELECT o."id" FROM "Organisation" o WHERE o."id" = ANY (${[...ids]}::int[]) AND ${seenEntries(actor)} ORDER BY o."nameKey", o."id"`;
  const numbers = inOrder.map(({ id }) => id);
  const rows = await inBatches(
    numbers,
    (part) => db.$queryRaw<MarkedEntry[]>`
    SELECT o."id", o."slug", o."name", o."visibility", o."publishedAt", o."verifiedAt", o.xmin::text::bigint AS mark,
      num_nonnulls(o."archivedAt", o."mergedIntoId") > 0 AS "isGone", ${zonePathsOf} AS "zonePaths",
      ARRAY(SELECT DISTINCT s."code" FROM "Statement" s WHERE s."organisationId" = o."id" AND s."field" = 'themes' AND s."withdrawnById" IS NULL) AS themes,
      EXISTS (SELECT FROM "StaffTask" t WHERE t."organisationId" = o."id" AND t."assigneeId" = ${assigneeId}::int AND t."text" = ${text} AND t."doneAt" IS NULL) AS "hasTask"
    FROM "Organisation" o WHERE o."id" = ANY (${part}::int[]) ORDER BY o."nameKey", o."id"`,
  );
  return rows.map((row) => ({ ...row, themes: inOwnOrder(fieldOf("themes"), row.themes) as ThemeTerm[] }));
}

/** Whether the person may do it to an entry: the caller knows who may what. */
export type May = (entry: BulkEntry) => boolean;

export type Planned = { entry: MarkedEntry; outcome: Outcome };

/** What a deed does to each of these entries. */
export const planned = (entries: readonly MarkedEntry[], deed: Deed, may: May, now: Date): Planned[] =>
  entries.map((entry) => ({ entry, outcome: may(entry) ? outcomeOf(deed, entry, now.toISOString()) : { skip: "forbidden" } }));
