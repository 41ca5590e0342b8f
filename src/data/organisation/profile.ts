import "server-only";
import { NEEDS, type Need } from "@/domain/needs";
import type { OrganisationLink, PublicOrganisation, PublicOrganisationSummary } from "@/domain/published/organisation";
import type { PublicTypologyStatement } from "@/domain/published/statement";
import type { PartnerClass, Typology, TypologyField } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { read } from "../read";
import { citationInclude, publicCitations, toPublicCitation } from "./citations";
import { budgetOfTypologies, publicOnly, summaryInclude, toSummary } from "./public";
import { DEFAULT_CHOICE } from "../search/resolve-groups";
import { summariesInOrder } from "../search/search";
import { presentIndex } from "../search/present";

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
export function findPublicOrganisation(slug: string, given?: Db): Promise<PublicOrganisation | null> {
  return read(async (db) => {
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
      partners: row.partners.map(({ partner, partnerClass }) => (partner ? { organisation: partner } : { partnerClass: partnerClass as PartnerClass })),
      needs: NEEDS.filter((need: Need) => needs.has(need)),
      problems: row.statements.filter(({ field }) => field === "problems").map(({ text }) => text),
      addedValues: row.statements.filter(({ field }) => field === "added_values").map(({ text }) => text),
      networks: sortLinks(row.networks.map(({ network }) => network)),
      members: sortLinks(row.members.map(({ member }) => member)),
      citations: citations.map(toPublicCitation),
      typologyStatements,
    };
  }, given);
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
export async function organisationsInSameZones(slug: string, limit: number): Promise<PublicOrganisationSummary[]> {
  const own = await read((db) => db.organisation.findFirst({ where: { slug, ...publicOnly }, select: { id: true, search: { select: { facets: true } } } }));
  if (!own?.search) return [];
  const { index, reference } = await presentIndex();
  const below = own.search.facets.filter((facet) => reference.zoneByCode.get(facet.replace(/^zone:/, ""))?.parentSlug);
  return summariesInOrder(index.sharing(below, DEFAULT_CHOICE, own.id, limit));
}
