import "server-only";
import { inKeyOrder } from "@/domain/published/fields";
import {
  publicBudget,
  publicOrganisation,
  type OrganisationLink,
  type PublicOrganisation,
  type PublicOrganisationSummary,
  type PublishedDetails,
} from "@/domain/published/organisation";
import { publicZone } from "@/domain/published/zone";
import type { Db } from "../client";
import { read } from "../read";
import { DEFAULT_CHOICE } from "../search/resolve-groups";
import { summariesInOrder } from "../search/search";
import { presentIndex } from "../search/present";
import { publicOnly } from "./public";
import { statementsOfTypologies } from "./typologies";

type Row = { summary: PublicOrganisationSummary; details: PublishedDetails; members: OrganisationLink[] };

const byName = new Intl.Collator("fr");

/** The slug under which an entry stands now, for an address that it had before or that of an entry merged into it; null when there is none. */
export async function presentSlug(slug: string, given?: Db): Promise<string | null> {
  const row = await read(
    (db) => db.redirect.findFirst({ where: { slug, organisation: publicOnly }, select: { organisation: { select: { slug: true } } } }),
    given,
  );
  return row?.organisation.slug ?? null;
}

/** Everything public about one organisation, or null when there is none of that slug that the public may see. */
export async function findPublicOrganisation(slug: string, given?: Db): Promise<PublicOrganisation | null> {
  // The row is the public's; members are as many as they are, so they are asked for and not kept with it.
  const [row] = await read(
    (db) => db.$queryRaw<Row[]>`
      SELECT shown."summary", shown."details", coalesce((
        SELECT json_agg(json_build_object('slug', m."slug", 'name', m."name", 'acronym', m."acronym"))
        FROM "OrganisationLink" l JOIN "Organisation" m ON m."id" = l."organisationId"
        WHERE l."otherId" = o."id" AND l."field" = 'networks' AND m."visibility" = 'public' AND m."publishedAt" IS NOT NULL), '[]') AS members
      FROM "Organisation" o JOIN organisation_search shown ON shown."organisationId" = o."id" WHERE o."slug" = ${slug}`,
    given,
  );
  if (!row) return null;
  return inKeyOrder(publicOrganisation, {
    ...row.details,
    ...inSummaryOrder(row.summary),
    members: row.members.sort((a, b) => byName.compare(a.name, b.name)),
    typologyStatements: row.summary.typology ? await statementsOfTypologies([row.summary.typology]) : [],
  });
}

/** A summary and what it holds in the order in which they are published: the database keeps keys in an order of its own. */
function inSummaryOrder(summary: PublicOrganisationSummary): PublicOrganisationSummary {
  const { zones, budgetTier } = summary;
  return { ...summary, zones: zones.map((zone) => inKeyOrder(publicZone, zone)), budgetTier: budgetTier && inKeyOrder(publicBudget, budgetTier) };
}

/**
 * Other organisations that intervene in the same zones below the country, those that share most
 * first. Countries are left out: nearly everyone works "in Mali".
 */
export async function organisationsInSameZones(slug: string, limit: number): Promise<PublicOrganisationSummary[]> {
  const own = await read((db) => db.organisation.findFirst({ where: { slug, ...publicOnly }, select: { id: true, search: { select: { facets: true } } } }));
  if (!own?.search) return [];
  const { index, reference } = await presentIndex();
  const below = own.search.facets.filter((facet) => reference.zoneByCode.get(facet.replace(/^zone:/, ""))?.parentSlug);
  return summariesInOrder(index.sharing(below, DEFAULT_CHOICE, own.id, limit));
}
