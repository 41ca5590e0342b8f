import { z } from "zod";
import { FIELDS, fieldOf, type FieldCode } from "@/domain/fields";
import { BASES, ORGANISATION_KINDS, ZONE_LEVELS } from "@/domain/vocabularies";
import { NO_CONTENT, type ImportedStatement, type Known, type Release, type SourceAdapter, type SourceContent } from "./adapter";
import { code, lineUpTo, list, optionalText, slug, text } from "./columns";
import { entityContent, entityFaults, entityTables } from "./entities";
import { figureContent, figureFaults, figureTables } from "./figures";
import { NOTES, notesOf } from "./notes";
import type { ImportProblem } from "./problems";
import { qualified, QUALIFIED } from "./qualifiers";
import { readSources, readTables, type RowsOf } from "./read-table";
import { contradiction } from "./row-rules";

/** The fields of organisations that the running text of a document may give; its tables would have files of their own. */
const SAID = Object.keys(FIELDS).filter((field) => fieldOf(field as FieldCode).shape !== "contact") as [FieldCode, ...FieldCode[]];

/** The files in which a document gives zones, organisations, entities and what it says of them. @param last the number of its lines */
export const documentTables = (last: number) => {
  const line = lineUpTo(last);
  return {
    ...entityTables(last),
    ...figureTables(last),
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
          ...{ line_start: line(), line_end: line(), ...QUALIFIED },
        })
        .superRefine(
          contradiction(
            (row) => (fieldOf(row.field).shape === "translated") === (row.value_en !== null),
            "value_en",
            "a text of ours is given in both languages, and nothing else is",
          ),
        ),
    },
    sourceNotes: NOTES,
  } as const;
};
export type DocumentRows = RowsOf<ReturnType<typeof documentTables>>;

/** What a document in running text says of organisations. */
const statementsOf = (source: string, { statements }: DocumentRows): ImportedStatement[] =>
  statements.flatMap(({ organisation, field, value, value_en, text: words, basis, place, line_start, line_end, ...row }) =>
    qualified({ organisation, field, value, basis, source, place, lineStart: line_start, lineEnd: line_end, words }, value_en, row),
  );

/** Rows that name something which no file has. */
export function documentFaults(rows: DocumentRows, known: Known): ImportProblem[] {
  const unknown = (file: string, row: number, column: string, value: string, set: ReadonlySet<string>, remedy: string): ImportProblem[] =>
    set.has(value) ? [] : [{ file, row, column, wrong: `"${value}" is unknown`, remedy }];
  return [
    ...entityFaults(rows, known),
    ...figureFaults(rows, known),
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

/** What the rows of these files bring. */
export function documentContent(source: string, rows: DocumentRows): SourceContent {
  const entities = entityContent(source, rows);
  return {
    ...NO_CONTENT,
    zones: rows.zones.map(({ code: zone, slug: name, name: label, level, parent }) => ({
      ...{ code: zone, slug: name, name: label, level, parent, lat: null, lng: null, coordinatesSource: null, note: {}, otherNames: [] },
    })),
    organisations: rows.organisations.map(({ slug: name, name: label, kind }) => ({ slug: name, name: label, kind })),
    entities: entities.entities,
    statements: () => [...statementsOf(source, rows), ...entities.statements(), ...figureContent(source, rows)],
    notes: notesOf(source, rows.sourceNotes),
  };
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
    return { problems, check: (known) => documentFaults(rows, known), content: { ...documentContent(source, rows), sources } };
  },
});
