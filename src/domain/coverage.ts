import {
  directorySearch,
  PAGE_SIZES,
  UNKNOWN,
  UNKNOWN_GROUPS,
  type CodedFilter,
  type DirectoryQuery,
  type FilterGroup,
  type ParameterProblem,
} from "./filters";

/** What each table of coverage sets against what. Columns that are zones are those inside one zone. */
export const COVERAGE_TABLES = {
  theme_zone: { rows: "theme", columns: "zone" },
  typology_zone: { rows: "typology", columns: "zone" },
  theme_typology: { rows: "theme", columns: "typology" },
  need_typology: { rows: "need", columns: "typology" },
} as const satisfies Record<string, { rows: CodedFilter; columns: FilterGroup }>;
export type CoverageTable = keyof typeof COVERAGE_TABLES;
export const COVERAGE_TABLE_NAMES = Object.keys(COVERAGE_TABLES) as CoverageTable[];

/** A row or a column: a value as the filters of the list take it; `label` and `code` as facets have them. */
export type CoverageLine = { value: string; label: string | null; code?: string };

/**
 * A table of who has what. A cell counts who has both values, which does not say that the one is done at the other. Beside it stand two
 * numbers that it may hide: who has the value of the row and is named for the whole zone around only (`aside`; where columns are no zones, for
 * no known value of the columns), and who has the value of the column and no known value of the rows (`unsaid`).
 */
export type Coverage = {
  table: CoverageTable;
  rows: readonly CoverageLine[];
  columns: readonly CoverageLine[];
  /** By row and column. */
  here: readonly (readonly number[])[];
  /** By row. */
  aside: readonly number[];
  /** By column; null where the list cannot be asked for the unknown. */
  unsaid: readonly number[] | null;
  /** The zone in which the columns lie, and the slugs of what lies directly inside it; null where they are no zones. */
  around: { slug: string; name: string; code: string; inside: readonly string[] } | null;
  /** Places that are not among the columns, since they would be too many; those of the most organisations are shown. */
  left: number;
};

/** The three numbers of a cell. */
export const COVERAGE_NUMBERS = ["here", "aside", "unsaid"] as const;
export type CoverageNumber = (typeof COVERAGE_NUMBERS)[number];

/** A number of a cell, by the places of its row and its column; null when it is not counted. */
export function coverageCount({ here, aside, unsaid }: Coverage, number: CoverageNumber, row: number, column: number): number | null {
  if (number === "here") return here[row]![column]!;
  return number === "aside" ? aside[row]! : (unsaid?.[column] ?? null);
}

/** The query of the list that shows exactly those that a number counts. @param query of the table */
export function coverageQuery(
  query: DirectoryQuery,
  { table, rows, columns, around }: Coverage,
  number: CoverageNumber,
  row: number,
  column: number,
): DirectoryQuery {
  const { rows: down, columns: across } = COVERAGE_TABLES[table];
  const groups = { ...query.groups, [down]: [number === "unsaid" ? UNKNOWN : rows[row]!.value] };
  const asked = { ...query, page: 1 };
  if (number !== "aside") return { ...asked, groups: { ...groups, [across]: [columns[column]!.value] } };
  if (!around) return { ...asked, groups: { ...groups, [across]: [UNKNOWN] } };
  const zone = [...new Set([...(query.excluded.zone ?? []), ...around.inside])];
  return { ...asked, groups: { ...groups, zone: [around.slug] }, excluded: { ...query.excluded, zone } };
}

/** Whether the list can be asked for what has no known value of a group. */
export const hasUnknown = (group: FilterGroup): boolean => UNKNOWN_GROUPS.includes(group);

/** The table that an address asks for; the first when it asks for none. */
export function parseCoverageTable(asked: readonly string[] = []): { ok: true; table: CoverageTable } | { ok: false; problems: ParameterProblem[] } {
  const value = asked.findLast((one) => one.trim() !== "") ?? COVERAGE_TABLE_NAMES[0]!;
  const table = COVERAGE_TABLE_NAMES.find((name) => name === value);
  if (table) return { ok: true, table };
  return { ok: false, problems: [{ parameter: "table", value: value.slice(0, 60), reason: "unknown_value", accepted: [...COVERAGE_TABLE_NAMES] }] };
}

/** The search string of a table, without what is the default. @param more other parameters */
export function coverageSearch(query: DirectoryQuery, table: CoverageTable, more: Readonly<Record<string, string>> = {}): string {
  const search = new URLSearchParams(directorySearch({ ...query, page: 1, pageSize: PAGE_SIZES.default, sort: query.q ? "relevance" : "name" }));
  if (table !== COVERAGE_TABLE_NAMES[0]) search.set("table", table);
  for (const [name, value] of Object.entries(more)) search.set(name, value);
  const text = search.toString();
  return text ? `?${text}` : "";
}
