import "server-only";
import type { Actor } from "@/domain/actor";
import type { ChangeHead } from "@/domain/change";
import type { EditedRecord } from "@/domain/edited";
import type { Vocabulary } from "@/domain/terms";
import { database } from "../client";
import { seenEntries } from "../editing/seen";
import { named } from "../entity/link";
import { Prisma } from "../generated/prisma/client";

/** What one change set did, for whoever may see what it is about. */
export type RecentChange = ChangeHead & {
  /** Some of the entries that it is about, and how many there are. */
  organisations: { slug: string; name: string }[];
  count: number;
  /** Bodies, zones and typologies that it is about; the name of a typology is a label. */
  others: (EditedRecord & { name: string | null })[];
  /** The documents whose address it is about. */
  documents: string[];
  /** The terms of the consortium that it is about. */
  terms: { vocabulary: Vocabulary; code: string }[];
};

export const RECENT_PAGE_SIZE = 50;
/** How many records of a set are named. */
const NAMED = 5;

/**
 * The last changes of everything that is said, newest first. A set that is about nothing that this person may see is none; what happens to
 * accounts is read elsewhere.
 * @param who the name of who changed; all without it
 */
export async function recentChanges(actor: Actor, { who, page }: { who: string | null; page: number }): Promise<{ total: number; changes: RecentChange[] }> {
  const db = database();
  const shown = Prisma.sql`c."state" IN ('accepted', 'undone') ${who ? Prisma.sql`AND c."actorName" = ${who}` : Prisma.empty} AND EXISTS (
    SELECT FROM "ChangeItem" i LEFT JOIN "Organisation" o ON o."id" = i."organisationId"
    WHERE i."changeSetId" = c."id" AND i."userId" IS NULL AND (o."id" IS NULL OR ${seenEntries(actor)}))`;
  const [[counted], changes] = await Promise.all([
    db.$queryRaw<{ total: number }[]>`SELECT count(*)::int AS total FROM "ChangeSet" c WHERE ${shown}`,
    db.$queryRaw<RecentChange[]>`
      SELECT c."id", c."at", c."actorName" AS who, c."action", c."state", c."note", (
          SELECT count(DISTINCT o."id")::int FROM "ChangeItem" i JOIN "Organisation" o ON o."id" = i."organisationId" WHERE i."changeSetId" = c."id" AND ${seenEntries(actor)}) AS count,
        coalesce((SELECT json_agg(json_build_object('slug', o."slug", 'name', o."name")) FROM (
          SELECT DISTINCT o."slug", o."name" FROM "ChangeItem" i JOIN "Organisation" o ON o."id" = i."organisationId"
          WHERE i."changeSetId" = c."id" AND ${seenEntries(actor)} LIMIT ${NAMED}) o), '[]') AS organisations,
        coalesce((SELECT json_agg(r) FROM (
          SELECT DISTINCT coalesce(e."noun"::text, CASE WHEN z."id" IS NOT NULL THEN 'zone' ELSE 'typology' END) AS edited,
            coalesce(e."slug", z."slug", i."typology"::text) AS slug, coalesce(${Prisma.raw(named("e", "fr"))}, z."name") AS name
          FROM "ChangeItem" i LEFT JOIN "Entity" e ON e."id" = i."entityId" LEFT JOIN "Zone" z ON z."id" = i."zoneId"
          WHERE i."changeSetId" = c."id" AND num_nonnulls(i."entityId", i."zoneId", i."typology") > 0 LIMIT ${NAMED}) r), '[]') AS others,
        ARRAY(SELECT DISTINCT d."title" FROM "ChangeItem" i JOIN "Source" d ON d."id" = i."sourceId" WHERE i."changeSetId" = c."id" ORDER BY 1 LIMIT ${NAMED}) AS documents,
        coalesce((SELECT json_agg(t) FROM (
          SELECT DISTINCT t."vocabulary", t."code" FROM "ChangeItem" i JOIN "LocalTerm" t ON t."id" = i."termId" WHERE i."changeSetId" = c."id" LIMIT ${NAMED}) t), '[]') AS terms
      FROM "ChangeSet" c WHERE ${shown} ORDER BY c."id" DESC LIMIT ${RECENT_PAGE_SIZE} OFFSET ${(page - 1) * RECENT_PAGE_SIZE}`,
  ]);
  return { total: counted?.total ?? 0, changes };
}
