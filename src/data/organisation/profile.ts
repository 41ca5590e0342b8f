import "server-only";
import { inKeyOrder } from "@/domain/published/fields";
import {
  publicBudget,
  publicOrganisation,
  type PublicOrganisation,
  type PublicOrganisationSummary,
  type PublishedDetails,
} from "@/domain/published/organisation";
import type { Complements } from "@/domain/complement";
import type { OrganisationLink } from "@/domain/published/organisation-link";
import { publicZone } from "@/domain/published/zone";
import { readBeside } from "@/lib/request-outcome";
import { besideEntries } from "../at-revision";
import type { Db } from "../client";
import { read, readEntries, readRows } from "../read";
import { presencesOf } from "../entity/entities";
import { isPublicSql, linkSql } from "../entity/link";
import { DEFAULT_CHOICE } from "../search/resolve-groups";
import { listedIndex } from "../search/present";
import { linksInOrder } from "../search/in-order";
import { complementsOf } from "./complements";
import { statementsOfTypologies } from "./typologies";

type NamedBy = Pick<PublicOrganisation, "members" | "sections" | "partnerOf" | "mentionedIn" | "presences">;
type Row = { id: number; slug: string; summary: PublicOrganisationSummary; details: PublishedDetails; facets: string[] };

const byName = new Intl.Collator("fr");

/** With no more organisations that complete one, its neighbours are told too. */
const FEW = 2;

/** What an address is of which no public entry stands there: that of one that moved or was merged, or of one that was public and is archived. */
export type FormerAddress = { slug: string; merged: boolean } | "gone";

/**
 * What became of the entry at an address: where it stands now, or that it is gone; null when the public never saw one there. A merge may
 * have been followed by another.
 */
export async function formerAddress(slug: string, given?: Db): Promise<FormerAddress | null> {
  const rows = await read(
    (db) => db.$queryRaw<{ slug: string; shown: boolean; gone: boolean; merged: boolean }[]>`
      WITH RECURSIVE followed AS (
        SELECT o."id", o."mergedIntoId", false AS merged FROM "Organisation" o
        WHERE (o."slug" = ${slug} AND o."publishedBefore" IS NOT NULL AND o."visibility" = 'public')
          OR o."id" = (SELECT "organisationId" FROM "Redirect" WHERE "slug" = ${slug})
        UNION SELECT o."id", o."mergedIntoId", true FROM followed JOIN "Organisation" o ON o."id" = followed."mergedIntoId")
      SELECT o."slug", followed.merged, o."publishedAt" IS NOT NULL AS shown, o."publishedBefore" IS NOT NULL AND o."archivedAt" IS NOT NULL AS gone
      FROM followed JOIN "Organisation" o ON o."id" = followed."id" WHERE followed."mergedIntoId" IS NULL AND o."visibility" = 'public'`,
    given,
  );
  const [found] = rows;
  if (!found || (!found.shown && !found.gone)) return null;
  return found.shown ? { slug: found.slug, merged: found.merged } : "gone";
}

/** What names the organisation `o`: public entries, as its members or as those that declare a partnership which it does not declare itself, and entities. */
const NAMED_BY = `coalesce((
       SELECT json_agg(json_build_object('slug', m."slug", 'name', m."name", 'acronym', m."acronym"))
       FROM "OrganisationLink" l JOIN "Organisation" m ON m."id" = l."organisationId"
       WHERE l."otherId" = o."id" AND l."field" = 'networks' AND m."visibility" = 'public' AND m."publishedAt" IS NOT NULL), '[]') AS members, coalesce((
       SELECT json_agg(json_build_object('slug', m."slug", 'name', m."name", 'acronym', m."acronym"))
       FROM "OrganisationLink" l JOIN "Organisation" m ON m."id" = l."organisationId"
       WHERE l."otherId" = o."id" AND l."field" = 'part_of' AND m."visibility" = 'public' AND m."publishedAt" IS NOT NULL), '[]') AS sections, coalesce((
       SELECT json_agg(json_build_object('organisation', json_build_object('slug', m."slug", 'name', m."name", 'acronym', m."acronym"), 'citations', said."citations"))
       FROM "OrganisationLink" l JOIN "Organisation" m ON m."id" = l."organisationId" JOIN organisation_search theirs ON theirs."organisationId" = m."id"
       CROSS JOIN LATERAL (
         SELECT coalesce(json_agg(one), '[]') AS citations FROM json_array_elements(theirs."details"->'citations') one
         WHERE one->>'field' = 'partners' AND one->>'value' = o."slug") said
       WHERE l."otherId" = o."id" AND l."field" = 'partners' AND m."visibility" = 'public' AND m."publishedAt" IS NOT NULL AND NOT EXISTS (
         SELECT FROM "OrganisationLink" own WHERE own."organisationId" = o."id" AND own."field" = 'partners' AND own."otherId" = m."id")), '[]') AS "partnerOf", coalesce((
       SELECT json_agg(${linkSql("e")} ORDER BY e."noun", e."position")
       FROM "Entity" e WHERE e."noun" <> 'presence' AND ${isPublicSql("e")} AND e."id" IN (
         SELECT n."entityId" FROM "Statement" n WHERE n."valueOrganisationId" = o."id" AND n."entityId" IS NOT NULL AND n."withdrawnById" IS NULL)), '[]') AS "mentionedIn"`;

const ASK_NAMED_BY = `SELECT ${NAMED_BY} FROM "Organisation" o WHERE o."id" = $1`;
/** The entries whose names that shows. */
const ASK_NAMING = `SELECT "organisationId" AS id FROM "OrganisationLink" WHERE "otherId" = $1`;

/** What others say of the entry of this id, public or not. */
export async function namedBy(db: Db, id: number): Promise<NamedBy> {
  const [[others], presences] = await Promise.all([db.$queryRawUnsafe<Omit<NamedBy, "presences">[]>(ASK_NAMED_BY, id), presencesOf(id, db)]);
  return { ...others!, presences };
}

const BY_NOBODY = (): NamedBy => ({ members: [], sections: [], partnerOf: [], mentionedIn: [], presences: [] });

/** The organisations that some entity names, or of which another is a section, by id. */
const inEntities = besideEntries(async () => {
  const rows = await readRows<{ id: number }>(
    `SELECT "valueOrganisationId" AS id FROM "Statement" WHERE "entityId" IS NOT NULL AND "valueOrganisationId" IS NOT NULL AND "withdrawnById" IS NULL
     UNION SELECT "otherId" FROM "OrganisationLink" WHERE "field" = 'part_of'`,
    [],
  );
  return new Set(rows.map(({ id }) => id));
});

/** The same for a public entry. Nobody names most of them, which the index tells without asking the database: planning that statement takes longer than all else. */
async function namedByOthers({ id, slug }: Row): Promise<NamedBy> {
  const [{ index }, mentioned] = await Promise.all([listedIndex(), inEntities()]);
  const isNamed = mentioned.has(id) || ["network", "partner"].some((group) => index.facets.find(`${group}:${slug}`) !== undefined);
  if (!isNamed) return BY_NOBODY();
  const [[others], presences] = await Promise.all([
    readBeside(() => readRows<Omit<NamedBy, "presences">>(ASK_NAMED_BY, [id])),
    mentioned.has(id) ? presencesOf(id) : [],
    readEntries(ASK_NAMING, [id]),
  ]);
  return { ...others!, presences };
}

/** What the public reads of the organisation of that slug; null when it may read nothing. */
async function findRow(slug: string): Promise<Row | null> {
  // The row is the public's; those that name it are as many as they are, so they are asked for and not kept with it.
  const [row] = await readEntries<Row>(
    `SELECT o."id", o."slug", shown."summary", shown."details", shown."facets"
     FROM "Organisation" o JOIN organisation_search shown ON shown."organisationId" = o."id" WHERE o."slug" = $1`,
    [slug],
  );
  return row ?? null;
}

/** An organisation with what is not kept in its row. */
export async function wholeOrganisation({
  summary,
  details,
  members,
  sections,
  partnerOf,
  mentionedIn,
  presences,
}: Pick<Row, "summary" | "details"> & NamedBy): Promise<PublicOrganisation> {
  return inKeyOrder(publicOrganisation, {
    ...details,
    ...inSummaryOrder(summary),
    members: members.sort((a, b) => byName.compare(a.name, b.name)),
    partnerOf: partnerOf.sort((a, b) => byName.compare(a.organisation.name, b.organisation.name)),
    sections: sections.sort((a, b) => byName.compare(a.name, b.name)),
    mentionedIn,
    presences,
    typologyStatements: summary.typology ? await statementsOfTypologies([summary.typology]) : [],
  });
}

/** Everything public about one organisation, or null when there is none of that slug that the public may see. */
export async function findPublicOrganisation(slug: string): Promise<PublicOrganisation | null> {
  const row = await findRow(slug);
  return row && wholeOrganisation({ ...row, ...(await namedByOthers(row)) });
}

/** The same with those that complete it, and others that intervene in the same zones below the country, those that share most first: none where enough complete it. */
export async function findWithNeighbours(
  slug: string,
  limit: number,
): Promise<{ organisation: PublicOrganisation; neighbours: OrganisationLink[]; complements: Complements } | null> {
  const [row, { index, reference }] = await Promise.all([findRow(slug), listedIndex()]);
  if (!row) return null;
  // Countries are left out: nearly everyone works "in Mali".
  const below = row.facets.filter((facet) => reference.zoneByCode.get(facet.replace(/^zone:/, ""))?.parentSlug);
  const [organisation, neighbours, complements] = await Promise.all([
    namedByOthers(row).then((named) => wholeOrganisation({ ...row, ...named })),
    linksInOrder(index.sharing(below, DEFAULT_CHOICE, row.id, limit)),
    complementsOf(row),
  ]);
  const told = new Set(complements.shown.map((one) => one.organisation.slug));
  return { organisation, neighbours: told.size > FEW ? [] : neighbours.filter((one) => !told.has(one.slug)), complements };
}

/** A summary and what it holds in the order in which they are published: the database keeps keys in an order of its own. */
function inSummaryOrder(summary: PublicOrganisationSummary): PublicOrganisationSummary {
  const { zones, budgetTier } = summary;
  return { ...summary, zones: zones.map((zone) => inKeyOrder(publicZone, zone)), budgetTier: budgetTier && inKeyOrder(publicBudget, budgetTier) };
}
