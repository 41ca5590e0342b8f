import "server-only";
import { NEEDS, type Need } from "@/domain/needs";
import type {
  OrganisationLink,
  PublicOrganisation,
  PublicOrganisationSummary,
  PublicTypologyStatement,
} from "@/domain/public-organisation";
import type { PartnerClass, Typology, TypologyField } from "@/domain/vocabularies";
import { database, type Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { citationInclude, publicCitations, toPublicCitation } from "./citations";
import { budgetOfTypologies, publicOnly, publicSummaries, summaryInclude, toSummary } from "./public";

const linkSelect = { slug: true, name: true, acronym: true } as const;

const profileInclude = {
  ...summaryInclude,
  aliases: { orderBy: { name: "asc" } },
  contacts: { orderBy: { position: "asc" } },
  needs: true,
  statements: { orderBy: { position: "asc" } },
  partners: {
    where: { OR: [{ partnerId: null }, { partner: publicOnly }] },
    include: { partner: { select: linkSelect } },
    orderBy: { id: "asc" },
  },
  networks: { where: { network: publicOnly }, include: { network: { select: linkSelect } } },
  members: { where: { member: publicOnly }, include: { member: { select: linkSelect } } },
  citations: { include: citationInclude, orderBy: [{ position: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.OrganisationInclude;

const byName = new Intl.Collator("fr");
const sortLinks = (links: OrganisationLink[]) => links.sort((a, b) => byName.compare(a.name, b.name));

/** Everything public about one organisation, or null when there is none of that slug that the public may see. */
export async function findPublicOrganisation(slug: string, db: Db = database()): Promise<PublicOrganisation | null> {
  const row = await db.organisation.findFirst({ where: { slug, ...publicOnly }, include: profileInclude });
  if (!row) return null;
  const [budgets, typologyStatements, citations] = await Promise.all([
    budgetOfTypologies(db),
    row.typology ? statementsOfTypologies(db, [row.typology]) : [],
    publicCitations(db, row.citations),
  ]);
  const needs = new Set(row.needs.map(({ need }) => need));
  const ownBudget = row.citations.find((citation) => citation.field === "budget_tier" && citation.agrees);
  return {
    ...toSummary(row, budgets, ownBudget?.basis),
    memberNote: row.memberNote,
    description: { fr: row.descriptionFr, en: row.descriptionEn },
    aliases: row.aliases.map(({ name }) => name),
    contacts: row.contacts.map(({ channel, raw, value, state }) => ({ channel, raw, value, state })),
    partners: row.partners.map(({ partner, partnerClass }) =>
      partner ? { organisation: partner } : { partnerClass: partnerClass as PartnerClass },
    ),
    needs: NEEDS.filter((need: Need) => needs.has(need)),
    problems: row.statements.filter(({ field }) => field === "problems").map(({ text }) => text),
    addedValues: row.statements.filter(({ field }) => field === "added_values").map(({ text }) => text),
    networks: sortLinks(row.networks.map(({ network }) => network)),
    members: sortLinks(row.members.map(({ member }) => member)),
    citations: citations.map(toPublicCitation),
    typologyStatements,
  };
}

/** What the documents say of typologies, in their order. */
export async function statementsOfTypologies(db: Db, typologies: readonly Typology[]): Promise<PublicTypologyStatement[]> {
  const rows = await db.typologyStatement.findMany({
    where: { typology: { in: [...typologies] } },
    include: { source: { select: { slug: true, title: true } } },
    orderBy: [{ typology: "asc" }, { field: "asc" }, { position: "asc" }],
  });
  return rows.map((row) => ({
    typology: row.typology,
    field: row.field as TypologyField,
    code: row.code,
    text: row.text,
    textEn: row.textEn,
    source: row.source.slug,
    sourceTitle: row.source.title,
    table: row.place,
    lineStart: row.lineStart,
    lineEnd: row.lineEnd,
  }));
}

/**
 * Other organisations that intervene in the same zones below the country, those that share most
 * first. Countries are left out: nearly everyone works "in Mali".
 */
export async function organisationsInSameZones(slug: string, limit: number, db: Db = database()): Promise<PublicOrganisationSummary[]> {
  const rows = await db.$queryRaw<{ id: number }[]>`
    SELECT s."organisationId" AS id
    FROM "Organisation" target
    JOIN organisation_search own ON own."organisationId" = target."id"
    CROSS JOIN unnest(own."facets") f
    JOIN "Zone" z ON f = 'zone:' || z."code" AND z."level" <> 'country'
    JOIN organisation_search s ON s."organisationId" <> target."id" AND s."facets" @> ARRAY[f]
      AND s."facets" && ARRAY['kind:cso', 'kind:network']
    WHERE target."slug" = ${slug}
    GROUP BY s."organisationId", s."nameKey"
    ORDER BY count(*) DESC, s."nameKey" LIMIT ${limit}`;
  return publicSummaries(db, rows.map((row) => row.id));
}

