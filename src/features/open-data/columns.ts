import type { ExportColumn } from "@/domain/export-columns";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";

type Cell = string | number | boolean | null;

/** How each column of the export reads an organisation; a column without a reader does not compile. */
export const EXPORT_CELLS: Record<ExportColumn, (row: PublicOrganisationSummary, origin: string) => Cell> = {
  slug: (row) => row.slug,
  name: (row) => row.name,
  acronym: (row) => row.acronym,
  kind: (row) => row.kind,
  typology: (row) => row.typology,
  perimeter: (row) => row.perimeter,
  perimeter_scale: (row) => row.perimeterScale,
  formality: (row) => row.formality,
  legal_status: (row) => row.legalStatus,
  budget_tier: (row) => row.budgetTier?.value ?? null,
  budget_basis: (row) => row.budgetTier?.basis ?? null,
  network_scope: (row) => row.networkScope,
  zones: (row) => row.zones.map((zone) => zone.code).join("|") || null,
  countries: (row) => row.countries.join("|") || null,
  themes: (row) => row.themes.join("|") || null,
  member_count: (row) => row.memberCount,
  founded_year: (row) => row.foundedYear,
  interviewed: (row) => row.interviewed,
  updated_at: (row) => row.updatedAt,
  verified_at: (row) => row.verifiedAt,
  url: (row, origin) => organisationUrl(origin, row.slug),
};

export function organisationUrl(origin: string, slug: string): string {
  return `${origin}/organisations/${slug}`;
}
