import { COVERAGE_NUMBERS, COVERAGE_TABLES, coverageCount, coverageQuery, type Coverage, type CoverageLine, type CoverageNumber } from "@/domain/coverage";
import { directorySearch, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** Whether the columns are places. */
export const byPlace = ({ table }: Coverage): "zone" | "other" => (COVERAGE_TABLES[table].columns === "zone" ? "zone" : "other");

/** How a row or a column is called. */
export const lineLabel = (locale: Locale, group: FilterGroup, { value, label, code }: CoverageLine): string =>
  filterValueLabel(locale, group, value, label, code);

export const rowLabel = (locale: Locale, { table, rows }: Coverage, row: number): string => lineLabel(locale, COVERAGE_TABLES[table].rows, rows[row]!);
export const columnLabel = (locale: Locale, { table, columns }: Coverage, column: number): string =>
  lineLabel(locale, COVERAGE_TABLES[table].columns, columns[column]!);

/** The zone around the columns, as a sentence names it: "tout le pays". */
export function aroundWords(locale: Locale, { around }: Coverage): string {
  const t = translator(locale, "coverage");
  if (!around) return "";
  return around.code.includes("-") ? t("around.zone", { name: around.name }) : t("around.country");
}

/** The head of the rows, of the column beside the table and of the row under it; null where there is none. */
export function heads(locale: Locale, coverage: Coverage): { rows: string; aside: string; unsaid: string | null } {
  const t = translator(locale, "coverage");
  const { rows } = COVERAGE_TABLES[coverage.table];
  return {
    rows: t(`head.${rows}`),
    aside: t(`head.aside.${byPlace(coverage)}`, { around: aroundWords(locale, coverage) }),
    unsaid: rows === "need" ? null : t(`head.unsaid.${rows}`),
  };
}

export type Said = { number: CoverageNumber; count: number; words: string; /** The list of those; null when there are none. */ href: string | null };

/** What a cell says, a number at a time, each with the list that it leads to. @param query of the table */
export function saidOfCell(locale: Locale, query: DirectoryQuery, coverage: Coverage, row: number, column: number): Said[] {
  const t = translator(locale, "coverage");
  const { rows } = COVERAGE_TABLES[coverage.table];
  const place = byPlace(coverage);
  return COVERAGE_NUMBERS.flatMap((number) => {
    const count = coverageCount(coverage, number, row, column);
    if (count === null) return [];
    const words =
      number === "here"
        ? t(`said.${place}`, { count, column: columnLabel(locale, coverage, column) })
        : number === "aside"
          ? t(`said.aside.${place}`, { count, around: aroundWords(locale, coverage) })
          : t(`said.unsaid.${rows as "theme" | "typology"}.${place}`, { count });
    return [{ number, count, words, href: listPath(locale, query, coverage, number, row, column) }];
  });
}

/** The list of those whom a number of a cell counts; null when there are none. */
export function listPath(locale: Locale, query: DirectoryQuery, coverage: Coverage, number: CoverageNumber, row: number, column: number): string | null {
  if (!coverageCount(coverage, number, row, column)) return null;
  return localPath(locale, `/organisations${directorySearch(coverageQuery(query, coverage, number, row, column))}`);
}

/** A cell as a sentence: "Assistance en transit, Kidal : aucune source ne nomme d’organisation à Kidal ; …". */
export function cellSentence(locale: Locale, query: DirectoryQuery, coverage: Coverage, row: number, column: number): string {
  const files = translator(locale, "files");
  const name = translator(locale, "coverage")("of", { row: rowLabel(locale, coverage, row), column: columnLabel(locale, coverage, column) });
  const text = saidOfCell(locale, query, coverage, row, column)
    .map(({ words }) => words)
    .join(files("separator"));
  return `${files("pair", { name, text })}.`;
}

/** Of a cell without organisations: whether there may be some among those that are named more widely or say less; else how full it is. */
export function cellTone(coverage: Coverage, row: number, column: number): "none" | "maybe" | "some" {
  if (coverage.here[row]![column]! > 0) return "some";
  return coverage.aside[row]! + (coverage.unsaid?.[column] ?? 0) > 0 ? "maybe" : "none";
}
