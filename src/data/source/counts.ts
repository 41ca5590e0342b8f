import "server-only";
import type { Db } from "../client";
import { isPublicSql } from "../entity/link";
import { Prisma } from "../generated/prisma/client";
import { HIDDEN, CITED } from "../organisation/hidden";
import { presentIndex } from "../search/present";

/**
 * How many citations of each source the public may see, by the source's id.
 * @param only the id of the one source that is asked for; null for all
 */
export async function citationsBySource(db: Db, only: number | null): Promise<Map<number, number>> {
  const asked = only === null ? Prisma.sql`true` : Prisma.sql`c."sourceId" = ${only}`;
  const rows = await db.$queryRaw<{ sourceId: number; citations: number }[]>`
    WITH ${HIDDEN}
    SELECT "sourceId", sum(part)::int AS citations FROM (
      SELECT c."sourceId", count(*) AS part FROM "Statement" c WHERE ${CITED} AND ${asked} GROUP BY c."sourceId"
      UNION ALL
      SELECT c."sourceId", -count(*) FROM hidden JOIN "Statement" c ON c."organisationId" = hidden."id" AND ${CITED} WHERE ${asked} GROUP BY c."sourceId"
      UNION ALL
      SELECT c."sourceId", -count(*) FROM hidden JOIN "Statement" c ON c."valueOrganisationId" = hidden."id" AND ${CITED}
      WHERE ${asked} AND c."organisationId" NOT IN (SELECT "id" FROM hidden) GROUP BY c."sourceId"
    ) parts GROUP BY "sourceId"`;
  return new Map(rows.map(({ sourceId, citations }) => [sourceId, citations]));
}

/** How many public organisations, of every kind, each source speaks of, by the source's slug: as many as the list finds by it. */
export async function organisationsBySource(): Promise<(slug: string) => number> {
  const { index } = await presentIndex();
  const counts = index.countsOf({ included: new Map(), excluded: new Map() });
  return (slug) => {
    const number = index.facets.find(`source:${slug}`);
    return number === undefined ? 0 : (counts[number] ?? 0);
  };
}

export type CitedPlace = { place: string | null; citations: number; organisations: number; line: number | null };

/** What each place of a source says of public organisations: how many citations, of how many organisations, from which line. */
export function citedPlaces(db: Db, slug: string): Promise<CitedPlace[]> {
  return db.$queryRaw<CitedPlace[]>`
    WITH ${HIDDEN}, naming AS (
      SELECT c."place", c."organisationId", count(*) AS kept FROM hidden
      JOIN "Statement" c ON c."valueOrganisationId" = hidden."id" AND ${CITED}
      WHERE c."sourceId" = (SELECT "id" FROM "Source" WHERE "slug" = ${slug})
      GROUP BY c."place", c."organisationId"
    ), saying AS (
      SELECT c."place", c."organisationId", count(*) AS said, min(c."lineStart") AS line FROM "Statement" c
      WHERE c."sourceId" = (SELECT "id" FROM "Source" WHERE "slug" = ${slug}) AND ${CITED} AND c."organisationId" NOT IN (SELECT "id" FROM hidden)
      GROUP BY c."place", c."organisationId"
    )
    SELECT saying."place", sum(said - coalesce(kept, 0))::int AS citations, count(*)::int AS organisations, min(line)::int AS line
    FROM saying LEFT JOIN naming ON naming."organisationId" = saying."organisationId" AND naming."place" IS NOT DISTINCT FROM saying."place"
    WHERE said > coalesce(kept, 0) GROUP BY saying."place"`;
}

export type NamedIn = { place: string | null; slug: string; name: string };

/** The public organisations of which the given places of a source speak. */
export function organisationsOfPlaces(db: Db, slug: string, places: readonly string[]): Promise<NamedIn[]> {
  return db.$queryRaw<NamedIn[]>`
    WITH ${HIDDEN}
    SELECT DISTINCT c."place", o."slug", o."name"
    FROM "Statement" c JOIN "Organisation" o ON o."id" = c."organisationId"
    WHERE c."sourceId" = (SELECT "id" FROM "Source" WHERE "slug" = ${slug}) AND c."place" = ANY (${[...places]}::text[])
      AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
      AND ${CITED} AND coalesce(c."valueOrganisationId" NOT IN (SELECT "id" FROM hidden), true)`;
}

/** What a source says of communities, of actors of a place, and of bodies, programmes and the other nouns that the public may see. */
export type EntityCounts = {
  communities: number;
  /** Figures and ranked answers of communities. */
  communityFigures: number;
  /** Presences. */
  communityActors: number;
  /** Values of bodies, programmes and the others. */
  entityStatements: number;
};
type Counted = { place: string | null; line: number | null } & EntityCounts;

/** Whole, or place by place with the first line of each. */
function countEntities(db: Db, source: string, byPlace: boolean): Promise<Counted[]> {
  const place = Prisma.raw(byPlace ? 's."place"' : "NULL::text");
  return db.$queryRaw<Counted[]>`
    SELECT ${place} AS place, min(s."lineStart") AS line,
      count(DISTINCT e."id") FILTER (WHERE e."noun" = 'community')::int AS communities,
      count(DISTINCT (e."id", regexp_replace(s."field", '_rank$', ''))) FILTER (WHERE e."noun" = 'community' AND s."number" IS NOT NULL
        AND s."field" <> 'population' AND s."field" !~ '_mean$')::int AS "communityFigures",
      count(DISTINCT e."id") FILTER (WHERE e."noun" = 'presence')::int AS "communityActors",
      count(*) FILTER (WHERE e."noun" NOT IN ('community', 'presence') AND s."cited")::int AS "entityStatements"
    FROM "Entity" e JOIN "Statement" s ON s."entityId" = e."id" AND s."withdrawnById" IS NULL
      JOIN "Source" d ON d."id" = s."sourceId" AND d."slug" = ${source}
      LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId"
    WHERE ${Prisma.raw(isPublicSql("e"))} AND (o."id" IS NULL OR (o."visibility" = 'public' AND o."publishedAt" IS NOT NULL))
    GROUP BY ${place}`;
}

export const entitiesAt = (db: Db, source: string): Promise<Counted[]> => countEntities(db, source, true);

export async function entityCounts(db: Db, source: string): Promise<EntityCounts> {
  const [{ communities, communityFigures, communityActors, entityStatements } = NONE] = await countEntities(db, source, false);
  return { communities, communityFigures, communityActors, entityStatements };
}

const NONE: EntityCounts = { communities: 0, communityFigures: 0, communityActors: 0, entityStatements: 0 };
