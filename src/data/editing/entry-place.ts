import "server-only";
import type { Actor } from "@/domain/actor";
import type { EntryPlace } from "@/domain/rights";
import { database, type Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { seenEntries, type Seer } from "./seen";

/** SQL: the paths of every zone that is said of the entry `o`. */
export const zonePathsOf = Prisma.sql`ARRAY(
  SELECT DISTINCT z."path" FROM "Statement" s JOIN "Zone" z ON z."id" = s."valueZoneId" WHERE s."organisationId" = o."id" AND s."withdrawnById" IS NULL)`;

/** Where entries that this person may see stand, by slug: what their rights over each go by. Every zone that is said of an entry counts. */
export async function entryPlaces(actor: Seer, slugs: readonly string[], db: Db = database()): Promise<ReadonlyMap<string, EntryPlace>> {
  const rows = await db.$queryRaw<(EntryPlace & { slug: string })[]>`
    SELECT o."id", o."slug", ${zonePathsOf} AS "zonePaths"
    FROM "Organisation" o WHERE o."slug" = ANY (${[...slugs]}) AND ${seenEntries(actor)}`;
  return new Map(rows.map(({ slug, ...place }) => [slug, place]));
}

/** The same of one entry; null when there is none of that slug that this person may see. */
export const entryPlace = async (actor: Actor, slug: string, db?: Db): Promise<EntryPlace | null> => (await entryPlaces(actor, [slug], db)).get(slug) ?? null;
