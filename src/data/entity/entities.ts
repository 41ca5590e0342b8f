import "server-only";
import { NAMED_BY, nounField, type Noun } from "@/domain/nouns";
import type { EntityCitation, EntityValue, PublicEntity } from "@/domain/published/entity";
import type { EntityLink } from "@/domain/published/entity-link";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import type { PublicZone } from "@/domain/published/zone";
import type { Db } from "../client";
import { Prisma } from "../generated/prisma/client";
import { read } from "../read";
import { readAnchors, type AnchorOf } from "../source/anchors";
import { isPublicSql, linkSql } from "./link";

type Row = {
  noun: Noun;
  slug: string;
  field: string;
  position: number;
  language: string | null;
  value: string | null;
  number: number | null;
  unit: string | null;
  organisation: OrganisationLink | null;
  zone: PublicZone | null;
  entity: EntityLink | null;
} & Pick<EntityValue, "since" | "until" | "about" | "moreThan" | "openList"> &
  Omit<EntityCitation, "anchor">;

/**
 * What is said of the entities that the public may see, a value a row, in the order in which it is shown. A value that names an organisation
 * which the public may not see is none.
 * Few of all statements are of entities, which PostgreSQL takes into account when it is told: it would otherwise compile the query for longer than it runs.
 * @param shown as {@link isPublicSql} has it
 */
const rowsOf = (db: Db, which: Prisma.Sql, shown?: number): Promise<Row[]> => db.$queryRaw<Row[]>`
  SELECT e."noun", e."slug", s."field", s."position", s."language", coalesce(s."code", s."text") AS value, s."number", s."unit",
    CASE WHEN o."id" IS NOT NULL THEN json_build_object('slug', o."slug", 'name', o."name", 'acronym', o."acronym") END AS organisation,
    CASE WHEN z."id" IS NOT NULL THEN json_build_object('code', z."code", 'slug', z."slug", 'name', z."name", 'level', z."level") END AS zone,
    CASE WHEN other."id" IS NOT NULL THEN ${Prisma.raw(linkSql("other"))} END AS entity,
    s."since", s."until", s."about", s."moreThan", s."openList", s."basis",
    d."slug" AS source, d."title" AS "sourceTitle", d."publishedOn" AS "sourcePublishedOn", s."place" AS "table", s."lineStart", s."lineEnd"
  FROM "Entity" e JOIN "Statement" s ON s."entityId" = e."id" AND s."entityId" IS NOT NULL AND s."withdrawnById" IS NULL JOIN "Source" d ON d."id" = s."sourceId"
    LEFT JOIN "Organisation" o ON o."id" = s."valueOrganisationId" AND o."visibility" = 'public' AND o."publishedAt" IS NOT NULL
    LEFT JOIN "Zone" z ON z."id" = s."valueZoneId"
    LEFT JOIN "Entity" other ON other."id" = s."valueEntityId" AND ${Prisma.raw(isPublicSql("other"))}
  WHERE ${Prisma.raw(isPublicSql("e", shown))} AND ${which}
    AND (s."valueOrganisationId" IS NULL OR o."id" IS NOT NULL) AND (s."valueEntityId" IS NULL OR other."id" IS NOT NULL)
  ORDER BY e."noun", e."position", e."slug", d."position", s."position", s."id"`;

/** Of the entities that a condition on `e` chooses. */
const entitiesWhere = (which: Prisma.Sql, shown?: number, given?: Db): Promise<PublicEntity[]> =>
  read(async (db) => {
    const [rows, anchorOf] = await Promise.all([rowsOf(db, which, shown), readAnchors(db)]);
    return compose(rows, anchorOf);
  }, given);

/** All entities of some nouns, those of each in the order of their sources. */
export const listEntities = (...nouns: Noun[]): Promise<PublicEntity[]> => entitiesWhere(Prisma.sql`e."noun" = ANY (${nouns}::"Noun"[])`);

/** The entity of that noun and slug; null when there is none that the public may see. */
export const findEntity = async (noun: Noun, slug: string): Promise<PublicEntity | null> =>
  (await entitiesWhere(Prisma.sql`e."noun" = ${noun}::"Noun" AND e."slug" = ${slug}`))[0] ?? null;

/** What is recommended for a community, by its slug. */
export const recommendationsFor = (community: string): Promise<PublicEntity[]> =>
  entitiesWhere(Prisma.sql`e."noun" = 'recommendation' AND e."id" IN (
    SELECT s."entityId" FROM "Statement" s WHERE s."entityId" IS NOT NULL AND s."field" = 'scope' AND s."text" = ${community} AND s."withdrawnById" IS NULL)`);

/** Who works in a zone itself, place by place of the documents. */
export const presencesIn = (zone: string): Promise<PublicEntity[]> =>
  entitiesWhere(Prisma.sql`e."noun" = 'presence' AND e."id" IN (
    SELECT s."entityId" FROM "Statement" s JOIN "Zone" z ON z."id" = s."valueZoneId" WHERE s."entityId" IS NOT NULL AND z."code" = ${zone} AND s."withdrawnById" IS NULL)`);

/** What is said of the work of an organisation, which may not be public yet, in single places. */
export const presencesOf = (organisationId: number, given?: Db): Promise<PublicEntity[]> =>
  entitiesWhere(
    Prisma.sql`e."noun" = 'presence' AND e."id" IN (
      SELECT s."entityId" FROM "Statement" s WHERE s."valueOrganisationId" = ${organisationId} AND s."entityId" IS NOT NULL AND s."withdrawnById" IS NULL)`,
    organisationId,
    given,
  );

/** The entities of which a document says something, with all that is said of them. */
export async function entitiesOfSource(source: string): Promise<PublicEntity[]> {
  const entities = await entitiesWhere(Prisma.sql`e."id" IN (
    SELECT s."entityId" FROM "Statement" s JOIN "Source" d ON d."id" = s."sourceId" WHERE d."slug" = ${source} AND s."entityId" IS NOT NULL AND s."withdrawnById" IS NULL)`);
  // What it says may be a name that the public may not see.
  return entities.filter(({ fields }) => Object.values(fields).some((values) => values.some(({ citations }) => citations.some((by) => by.source === source))));
}

/** The values of each field, each once, with all places that say it; an entity without a name is none. */
function compose(rows: readonly Row[], anchorOf: AnchorOf): PublicEntity[] {
  const english = new Map(rows.flatMap((row) => (row.language === "en" ? [[placeOf(row), row.value!]] : [])));
  const entities = new Map<string, PublicEntity>();
  for (const row of rows) {
    const { noun, slug, field, language, value } = row;
    // A field of a later version of the directory is left out; English is read with the French that it goes with.
    if (!nounField(noun, field) || language === "en") continue;
    const key = `${noun}/${slug}`;
    const entity = entities.get(key) ?? { noun, slug, fields: {} };
    entities.set(key, entity);
    const said: EntityValue = {
      ...{ value: language === null ? value : null, text: language === null ? null : { fr: value!, en: english.get(placeOf(row)) ?? value! } },
      ...{ number: row.number, unit: row.unit },
      ...{ organisation: row.organisation, zone: row.zone, entity: row.entity },
      ...{ since: row.since, until: row.until, about: row.about, moreThan: row.moreThan, openList: row.openList },
      citations: [],
    };
    const values = (entity.fields[field] ??= []);
    const same = values.find((other) => wordsOf(other) === wordsOf(said));
    if (!same) values.push(said);
    const { basis, source, sourceTitle, sourcePublishedOn, table, lineStart, lineEnd } = row;
    (same ?? said).citations.push({
      ...{ basis, source, sourceTitle, sourcePublishedOn, table, lineStart, lineEnd },
      anchor: anchorOf({ source, place: table, lineStart }),
    });
  }
  return [...entities.values()].filter(({ noun, fields }) => NAMED_BY[noun] in fields);
}

/** What a text and its translation have in common. */
const placeOf = ({ noun, slug, field, position, source, lineStart }: Row): string => JSON.stringify([noun, slug, field, position, source, lineStart]);

const wordsOf = (said: EntityValue): string => JSON.stringify({ ...said, citations: [] });
