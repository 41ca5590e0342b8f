import "server-only";
import { formalityOf } from "@/domain/formality";
import type { PublicBudget, PublicOrganisationSummary } from "@/domain/published/organisation";
import type { PublicZone } from "@/domain/published/zone";
import { THEMES, type BudgetTier, type Theme, type Typology } from "@/domain/vocabularies";
import type { Db } from "../client";
import type { Prisma } from "../generated/prisma/client";

/** The one condition under which an organisation is public. Search rows exist on the same condition. */
export const publicOnly = {
  visibility: "public",
  publishedAt: { not: null },
} as const satisfies Prisma.OrganisationWhereInput;

/** What a summary needs to be read with. */
export const summaryInclude = {
  zones: { include: { zone: { select: { code: true, slug: true, name: true, level: true, path: true } } } },
  themes: { select: { theme: true } },
} as const satisfies Prisma.OrganisationInclude;

type SummaryRow = Prisma.OrganisationGetPayload<{ include: typeof summaryInclude }>;

const LEVEL_ORDER: PublicZone["level"][] = ["country", "region", "cercle", "commune", "locality"];
const byName = new Intl.Collator("fr");

/** The budget tier that the documents give to each typology, first statement first. */
export async function budgetOfTypologies(db: Db): Promise<Map<Typology, BudgetTier>> {
  const rows = await db.typologyStatement.findMany({
    where: { field: "budget_tier", code: { not: null } },
    orderBy: { position: "desc" },
    select: { typology: true, code: true },
  });
  return new Map(rows.map((row) => [row.typology, row.code as BudgetTier]));
}

/**
 * Turns a row into what may leave.
 * @param typologyBudgets from {@link budgetOfTypologies}: a tier said of the typology is given with that basis
 * @param ownBasis the basis of the organisation's own tier, when it has one
 */
export function toSummary(row: SummaryRow, typologyBudgets: Map<Typology, BudgetTier>, ownBasis: PublicBudget["basis"] = "stated"): PublicOrganisationSummary {
  const typologyTier = row.typology ? typologyBudgets.get(row.typology) : undefined;
  const zones = row.zones.map(({ zone }) => zone).sort((a, b) => LEVEL_ORDER.indexOf(a.level) - LEVEL_ORDER.indexOf(b.level) || byName.compare(a.name, b.name));
  const themes = new Set(row.themes.map(({ theme }) => theme));
  return {
    slug: row.slug,
    name: row.name,
    acronym: row.acronym,
    kind: row.kind,
    typology: row.typology,
    perimeter: row.perimeter,
    perimeterScale: row.perimeterScale,
    formality: formalityOf(row.legalStatus),
    legalStatus: row.legalStatus,
    budgetTier: row.budgetTier ? { value: row.budgetTier, basis: ownBasis } : typologyTier ? { value: typologyTier, basis: "typology" } : null,
    networkScope: row.networkScope,
    zones: zones.map(({ code, slug, name, level }) => ({ code, slug, name, level })),
    countries: [...new Set(zones.map(({ path }) => path.split("/")[0]!))].sort(),
    themes: THEMES.filter((theme: Theme) => themes.has(theme)),
    memberCount: row.memberCount,
    foundedYear: row.foundedYear,
    interviewed: row.interviewed,
    updatedAt: row.updatedAt.toISOString(),
    verifiedAt: row.verifiedAt?.toISOString() ?? null,
  };
}
