import { z } from "zod";
import { FIELDS, fieldOf, type FieldCode } from "@/domain/fields";
import { SOURCE_NOTE_KINDS } from "@/domain/published/source";
import { BASES, ORGANISATION_KINDS, ZONE_LEVELS } from "@/domain/vocabularies";
import { NO_CONTENT, type ImportedStatement, type Known, type Release, type SourceAdapter, type SourceContent } from "./adapter";
import { code, integer, lineRanges, list, optionalText, slug, text } from "./columns";
import { entityContent, entityFaults, entityTables } from "./entities";
import type { ImportProblem } from "./problems";
import { readSources, readTables, type RowsOf } from "./read-table";
import { contradiction } from "./row-rules";

/** The fields of organisations that the running text of a document may give; its tables would have files of their own. */
const SAID = Object.keys(FIELDS).filter((field) => fieldOf(field as FieldCode).shape !== "contact") as [FieldCode, ...FieldCode[]];

const documentTables = (last: number) => {
  const line = () => integer(1, last);
  return {
    ...entityTables(last),
    zones: {
      file: "zones.csv",
      row: z.object({
        code: text("Use the ISO 3166 code, or that of the zone around and the slug, joined by a hyphen."),
        slug: slug(),
        name: text(),
        level: code(ZONE_LEVELS),
        parent: optionalText(),
        lines: list(),
      }),
    },
    organisations: { file: "organisations.csv", row: z.object({ slug: slug(), name: text(), kind: code(ORGANISATION_KINDS) }) },
    statements: {
      file: "statements.csv",
      row: z
        .object({
          ...{
            organisation: slug(),
            field: code(SAID),
            value: text(),
            value_en: optionalText(),
            text: optionalText(),
            basis: code(BASES),
            place: optionalText(),
          },
          ...{ line_start: line(), line_end: line(), since: optionalText(), until: optionalText(), qualifiers: list() },
        })
        .superRefine(
          contradiction(
            (row) => (fieldOf(row.field).shape === "translated") === (row.value_en !== null),
            "value_en",
            "a text of ours is given in both languages, and nothing else is",
          ),
        ),
    },
    sourceNotes: { file: "source-notes.csv", row: z.object({ kind: code(SOURCE_NOTE_KINDS), text_fr: text(), text_en: text(), lines: lineRanges() }) },
  } as const;
};
type Rows = RowsOf<ReturnType<typeof documentTables>>;

const qualifiersOf = (qualifiers: readonly string[]) => ({
  ...{ about: qualifiers.includes("about"), moreThan: qualifiers.includes("more_than"), openList: qualifiers.includes("open_list") },
});

/** What a document in running text says of organisations; the English of a text goes with its French, which is cited. */
const statementsOf = (source: string, { statements }: Rows): ImportedStatement[] => [
  ...statements.flatMap(({ organisation, field, value, value_en, text: words, basis, place, line_start, line_end, since, until, qualifiers }) => {
    const said: ImportedStatement = {
      ...{ organisation, field, value, basis, source, place, lineStart: line_start, lineEnd: line_end, words, since, until },
      ...qualifiersOf(qualifiers),
    };
    return value_en === null
      ? [said]
      : [
          { ...said, language: "fr" },
          { ...said, value: value_en, language: "en", cited: false },
        ];
  }),
];

function faultsOf(rows: Rows, known: Known): ImportProblem[] {
  const unknown = (file: string, row: number, column: string, value: string, set: ReadonlySet<string>, remedy: string): ImportProblem[] =>
    set.has(value) ? [] : [{ file, row, column, wrong: `"${value}" is unknown`, remedy }];
  return [
    ...entityFaults(rows, known),
    ...rows.statements.flatMap(({ organisation, field, value, rowNumber }) => {
      const { shape } = fieldOf(field);
      return [
        ...unknown("statements.csv", rowNumber, "organisation", organisation, known.organisations, "Use a slug of organisations.csv."),
        ...(shape === "organisation" ? unknown("statements.csv", rowNumber, "value", value, known.organisations, "Use a slug of organisations.csv.") : []),
        ...(shape === "zone" ? unknown("statements.csv", rowNumber, "value", value, known.zones, "Use a code of zones.csv.") : []),
      ];
    }),
  ];
}

/**
 * A document in running text, which needs no form of its own: what it says stands in the same files as that of others.
 * @param lines how many its text extract has
 */
export const documentAdapter = ({ slug: source, title, lines, release }: { slug: string; title: string; lines: number; release: Release }): SourceAdapter => ({
  ...{ slug: source, title, release },
  async read(folder) {
    const { rows, problems } = await readTables(folder, documentTables(lines));
    const sources = await readSources(folder, problems);
    if (problems.length > 0) return { problems };
    const entities = entityContent(source, rows);
    const content: SourceContent = {
      ...NO_CONTENT,
      sources,
      zones: rows.zones.map(({ code: zone, slug: name, name: label, level, parent }) => ({
        ...{ code: zone, slug: name, name: label, level, parent, lat: null, lng: null, coordinatesSource: null, note: {}, otherNames: [] },
      })),
      organisations: rows.organisations.map(({ slug: name, name: label, kind }) => ({ slug: name, name: label, kind })),
      entities: entities.entities,
      statements: () => [...statementsOf(source, rows), ...entities.statements()],
      notes: rows.sourceNotes.map(({ kind, text_fr, text_en, lines: where }) => ({ source, kind, text: { fr: text_fr, en: text_en }, lines: where })),
    };
    return { problems, check: (known) => faultsOf(rows, known), content };
  },
});
