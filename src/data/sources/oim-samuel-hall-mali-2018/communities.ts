import { indicatorField, noteField } from "@/domain/community";
import type { ImportedStatement, Known, SourceContent } from "../adapter";
import type { ImportProblem } from "../problems";
import { STUDY_TABLES, type StudyRow, type StudyRows } from "./tables";

/** The document of all rows about communities. */
export const STUDY_SOURCE = "oim-samuel-hall-mali-2018";

/** The part of the study that describes each community by itself, and where it begins. */
const PROFILES = "Profils communautaires";
const PROFILES_FROM = 1931;

/** Rows that name something which no file has. */
export function studyFaults(study: StudyRows, known: Known): ImportProblem[] {
  const communities = new Set(study.communities.map((row) => row.slug));
  const problems: ImportProblem[] = [];
  const check = (table: keyof StudyRows, rowNumber: number, column: string, value: string | null, set: ReadonlySet<string>, remedy: string) => {
    if (value === null || set.has(value)) return;
    problems.push({ file: STUDY_TABLES[table].file, row: rowNumber, column, wrong: `"${value}" is unknown`, remedy });
  };
  if (!known.sources.has(STUDY_SOURCE)) {
    problems.push({
      file: "sources.json",
      row: null,
      column: "slug",
      wrong: `has no document "${STUDY_SOURCE}"`,
      remedy: "The communities cite it: put it back.",
    });
  }
  for (const row of study.communities) check("communities", row.rowNumber, "zone", row.zone, known.zones, "Use a code of zones.csv, or leave the cell empty.");
  for (const table of ["indicators", "actors", "notes"] as const) {
    for (const row of study[table]) check(table, row.rowNumber, "community", row.community, communities, "Use a slug of communities.csv.");
  }
  for (const row of study.actors) {
    for (const slug of row.organisations)
      check("actors", row.rowNumber, "organisations", slug, known.organisations, "Use slugs of organisations.csv, or leave the cell empty.");
  }
  return problems;
}

/** A range of lines. */
type Range = readonly [from: number, to: number];

const rangeOf = (written: string): Range => {
  const [from, to = from] = written.split("-").map(Number) as [number, number?];
  return [from, to];
};

/** The ranges of a cell: "1931-1934, 1947". */
const rangesOf = (cell: string): Range[] => cell.split(", ").map(rangeOf);

/** Says values of one community; a text is given in both languages, and said at each place that it rests on. */
function sayingOf(slug: string) {
  const about = { entity: { noun: "community", slug }, basis: "stated", source: STUDY_SOURCE, words: null } as const;
  const one = (field: string, value: string | number | null, [lineStart, lineEnd]: Range, more: Partial<ImportedStatement> = {}): ImportedStatement[] =>
    value === null ? [] : [{ ...about, place: lineStart < PROFILES_FROM ? null : PROFILES, field, value: String(value), lineStart, lineEnd, ...more }];
  const text = (field: string, fr: string | null, en: string | null, ranges: readonly Range[], more: Partial<ImportedStatement> = {}): ImportedStatement[] =>
    ranges.flatMap((range) => [...one(field, fr, range, { ...more, language: "fr" }), ...one(field, en, range, { ...more, language: "en", cited: false })]);
  return { one, text };
}

/** What a profile says of a community itself. */
function profileOf(row: StudyRow<"communities">): ImportedStatement[] {
  const { one, text } = sayingOf(row.slug);
  const line = (number: number): Range => [number, number];
  const census = { since: row.population_year === null ? null : String(row.population_year), about: row.population_quality === "approximate" };
  return [
    ...one("name", row.name, line(row.name_line)),
    ...one("name_as_written", row.name_as_written, [row.line_start, row.line_end]),
    ...one("zone", row.zone, line(row.name_line)),
    ...one("municipality_type", row.municipality_type, rangeOf(row.municipality_type_lines)),
    ...one("study_area", row.study_area, rangeOf(row.study_area_lines)),
    ...one("cercle", row.cercle, line(row.cercle_line)),
    ...one("region", row.region, line(row.region_line)),
    ...row.languages.flatMap((language) => one("languages", language, rangeOf(row.languages_lines))),
    ...one("population", row.population, rangeOf(row.population_lines), census),
    ...(row.population_note_lines === null ? [] : text("population_note", row.population_note_fr, row.population_note_en, rangesOf(row.population_note_lines))),
    ...text("summary", row.summary_fr, row.summary_en, rangesOf(row.summary_lines)),
  ];
}

/** A figure or a rank, with the mean that its profile prints and what is to be known of it. */
function figureOf({ community, group, code, value, rank, mean, note_fr, note_en, line_start, line_end }: StudyRow<"indicators">): ImportedStatement[] {
  const { one, text } = sayingOf(community);
  const range: Range = [line_start, line_end];
  const at = group === "reintegration_score" ? { place: "Tableau 1" } : {};
  return [
    ...one(indicatorField(group, code), value, range, at),
    ...one(indicatorField(group, code, "rank"), rank, range, at),
    ...one(indicatorField(group, code, "mean"), mean, range, at),
    ...text(indicatorField(group, code, "note"), note_fr, note_en, [range], at),
  ];
}

const noteOf = ({ community, kind, dimension, text_fr, text_en, lines }: StudyRow<"notes">): ImportedStatement[] =>
  sayingOf(community).text(noteField(kind, dimension), text_fr, text_en, rangesOf(lines));

/** The communities, value by value. */
export const communityContent = ({ communities, indicators, notes }: StudyRows): Pick<SourceContent, "entities" | "statements"> => ({
  entities: communities.map(({ slug }) => ({ noun: "community", slug })),
  statements: () => [...communities.flatMap(profileOf), ...indicators.flatMap(figureOf), ...notes.flatMap(noteOf)],
});
