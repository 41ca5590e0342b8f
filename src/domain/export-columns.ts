import { FIELD_CODES, fieldOf, FIELDS, type FieldCode } from "./fields";
import { keysFirst } from "./published/fields";
import type { CitationLine, ListItem } from "./published/answers";

export type Cell = string | number | boolean | null;

/** The columns of a file in their order, each with what it holds of a line. */
export type Columns<Line> = Readonly<Record<string, (line: Line) => Cell>>;

/** A column of the table of fields: several values are joined. */
const cellOf =
  (code: FieldCode) =>
  (line: ListItem): Cell => {
    const value = line[FIELDS[code].published as keyof ListItem] as Cell | readonly string[];
    return Array.isArray(value) ? value.join("|") || null : (value as Cell);
  };
const columns = Object.fromEntries(FIELD_CODES.flatMap((code) => (fieldOf(code).column ? [[fieldOf(code).column, cellOf(code)]] : []))) as Record<
  ColumnOf<FieldCode>,
  (line: ListItem) => Cell
>;
export type FieldColumn = ColumnOf<FieldCode>;
type ColumnOf<C extends FieldCode> = C extends C ? ((typeof FIELDS)[C] extends { column: infer N extends string } ? N : never) : never;

const FIRST = [
  "slug",
  "name",
  "acronym",
  "kind",
  "typology",
  "perimeter",
  "perimeter_scale",
  "formality",
  "legal_status",
  "budget_tier",
  "budget_basis",
] as const;

/** The columns of the export, one line an organisation. Names are stable; a new one goes last, before the moments and the address. */
export const EXPORT_COLUMNS = keysFirst([...FIRST, "network_scope", "zones", "countries", "themes"], {
  ...columns,
  slug: ({ slug }: ListItem): Cell => slug,
  formality: ({ formality }: ListItem): Cell => formality,
  budget_tier: ({ budgetTier }: ListItem): Cell => budgetTier?.value ?? null,
  budget_basis: ({ budgetTier }: ListItem): Cell => budgetTier?.basis ?? null,
  zones: ({ zones }: ListItem): Cell => zones.map(({ code }) => code).join("|") || null,
  countries: ({ countries }: ListItem): Cell => countries.join("|") || null,
  information_year: ({ informationYear }: ListItem): Cell => informationYear,
  corrected_on: ({ correctedOn }: ListItem): Cell => correctedOn,
  updated_at: ({ updatedAt }: ListItem): Cell => updatedAt,
  verified_at: ({ verifiedAt }: ListItem): Cell => verifiedAt,
  verified_how: ({ verification }: ListItem): Cell => verification?.how ?? null,
  changed_since_verified: ({ verification }: ListItem): Cell => verification?.changedSince ?? null,
  url: ({ url }: ListItem): Cell => url,
}) satisfies Columns<ListItem>;
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
  corrected_on: ({ correctedOn }) => correctedOn,
  replaced: ({ replaced }) => replaced,
} as const satisfies Columns<CitationLine>;

/** The field of the table that a column holds; undefined for a column of another kind. */
export const fieldOfColumn = (column: ExportColumn): FieldCode | undefined => FIELD_CODES.find((code) => fieldOf(code).column === column);
