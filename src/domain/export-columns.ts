import type { CitationLine, ListItem } from "./published/answers";

export type Cell = string | number | boolean | null;

/** The columns of a file in their order, each with what it holds of a line. */
export type Columns<Line> = Readonly<Record<string, (line: Line) => Cell>>;

/** The columns of the export, one line an organisation. Names are stable and a new one goes last. */
export const EXPORT_COLUMNS = {
  slug: ({ slug }) => slug,
  name: ({ name }) => name,
  acronym: ({ acronym }) => acronym,
  kind: ({ kind }) => kind,
  typology: ({ typology }) => typology,
  perimeter: ({ perimeter }) => perimeter,
  perimeter_scale: ({ perimeterScale }) => perimeterScale,
  formality: ({ formality }) => formality,
  legal_status: ({ legalStatus }) => legalStatus,
  budget_tier: ({ budgetTier }) => budgetTier?.value ?? null,
  budget_basis: ({ budgetTier }) => budgetTier?.basis ?? null,
  network_scope: ({ networkScope }) => networkScope,
  zones: ({ zones }) => zones.map(({ code }) => code).join("|") || null,
  countries: ({ countries }) => countries.join("|") || null,
  themes: ({ themes }) => themes.join("|") || null,
  member_count: ({ memberCount }) => memberCount,
  founded_year: ({ foundedYear }) => foundedYear,
  interviewed: ({ interviewed }) => interviewed,
  updated_at: ({ updatedAt }) => updatedAt,
  verified_at: ({ verifiedAt }) => verifiedAt,
  url: ({ url }) => url,
} as const satisfies Columns<ListItem>;
export type ExportColumn = keyof typeof EXPORT_COLUMNS;
export const EXPORT_COLUMN_NAMES = Object.keys(EXPORT_COLUMNS) as ExportColumn[];

/** The columns of the file of citations, one line a citation. */
export const CITATION_COLUMNS = {
  organisation: ({ organisation }) => organisation,
  field: ({ field }) => field,
  value: ({ value }) => value,
  text: ({ text }) => text,
  basis: ({ basis }) => basis,
  source: ({ source }) => source,
  table: ({ table }) => table,
  line_start: ({ lineStart }) => lineStart,
  line_end: ({ lineEnd }) => lineEnd,
  said_on: ({ saidOn }) => saidOn,
  agrees: ({ agrees }) => agrees,
} as const satisfies Columns<CitationLine>;
