import "server-only";
import type { Actor } from "@/domain/actor";
import { MERGED_INTO_FIELD, NAME_FIELD, type ChangeAction } from "@/domain/change";
import type { ZoneLevel } from "@/domain/vocabularies";
import { database } from "../client";
import { seenEntries } from "../editing/seen";

/** A place that staff added, with how many entries are in it or in what it holds: those that the public sees, and all. */
export type AddedZone = {
  code: string;
  slug: string;
  name: string;
  level: ZoneLevel;
  inside: { slug: string; name: string };
  source: string;
  /** The place that took its place; null while it stands. */
  mergedInto: { slug: string; name: string } | null;
  published: number;
  all: number;
};

/** Every place that staff added, by name; those that were merged come last, those that were removed are left out. */
export const addedZones = (actor: Actor): Promise<AddedZone[]> => database().$queryRaw<AddedZone[]>`
  SELECT z."code", z."slug", z."name", z."level"::text AS level, json_build_object('slug', p."slug", 'name', p."name") AS inside, d."title" AS source,
    CASE WHEN i."id" IS NOT NULL THEN json_build_object('slug', i."slug", 'name', i."name") END AS "mergedInto",
    count(DISTINCT o."id")::int AS "all", count(DISTINCT o."id") FILTER (WHERE o."visibility" = 'public' AND o."publishedAt" IS NOT NULL)::int AS published
  FROM "Zone" z JOIN "Zone" p ON p."id" = z."parentId" JOIN "Source" d ON d."id" = z."sourceId" LEFT JOIN "Zone" i ON i."id" = z."mergedIntoId"
    LEFT JOIN "Zone" within ON within."path" LIKE z."path" || '%'
    LEFT JOIN "Statement" s ON s."valueZoneId" = within."id" AND s."field" = 'zones' AND s."withdrawnById" IS NULL
    LEFT JOIN "Organisation" o ON o."id" = s."organisationId" AND ${seenEntries(actor)}
  WHERE z."local" AND z."removedAt" IS NULL GROUP BY z."id", p."id", d."id", i."id" ORDER BY i."id" IS NOT NULL, z."name", z."id"`;

/** What was done to a place: its name, or into which place it was merged, by its slug; null for the place itself. */
export type PlaceChange = { at: Date; who: string; action: ChangeAction; field: string | null; before: unknown; after: unknown };

/** Every change of a place itself, newest first. */
export async function changesOfPlace(_actor: Actor, slug: string): Promise<PlaceChange[]> {
  const items = await database().changeItem.findMany({
    where: { zone: { slug }, OR: [{ field: null }, { field: { in: [NAME_FIELD, MERGED_INTO_FIELD] } }] },
    orderBy: { id: "desc" },
    select: { field: true, before: true, after: true, changeSet: { select: { at: true, actorName: true, action: true } } },
  });
  return items.map(({ field, before, after, changeSet: { at, actorName, action } }) => ({ at, who: actorName, action, field, before, after }));
}

/** The change set that merged a place, as long as it is merged; null otherwise. */
export async function mergeOfPlace(_actor: Actor, slug: string): Promise<number | null> {
  const [item] = await database().$queryRaw<{ id: number }[]>`
    SELECT c."id" FROM "ChangeItem" i JOIN "ChangeSet" c ON c."id" = i."changeSetId" JOIN "Zone" z ON z."id" = i."zoneId"
    WHERE z."slug" = ${slug} AND z."mergedIntoId" IS NOT NULL AND i."field" = ${MERGED_INTO_FIELD} AND i."before" IS NULL
      AND c."state" = 'accepted' AND c."action" = 'updated' ORDER BY c."id" DESC LIMIT 1`;
  return item?.id ?? null;
}
