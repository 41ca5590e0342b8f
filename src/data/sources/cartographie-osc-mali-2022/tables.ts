import { z } from "zod";
import { CITED_FIELDS } from "@/domain/fields";
import { NEEDS, type Need } from "@/domain/needs";
import {
  BASES,
  CONTACT_CHANNELS,
  CONTACT_STATES,
  LEGAL_STATUSES,
  NETWORK_SCOPES,
  ORGANISATION_KINDS,
  PERIMETERS,
  PERIMETER_SCALES,
  THEMES,
  TYPOLOGIES,
  TYPOLOGY_FIELDS,
  ZONE_LEVELS,
} from "@/domain/vocabularies";
import { code, degrees, integer, lineUpTo, list, optionalCode, optionalInteger, optionalText, optionalTime, optionalUrl, slug, text } from "../columns";
import { entityTables } from "../entities";
import { FIGURE, figureTables } from "../figures";
import { NOTES } from "../notes";
import type { RowsOf } from "../read-table";
import { contactFault, contradiction } from "../row-rules";

/** Lines of the mapping: `cat -n` of its text extract, which has 923 lines. */
const line = lineUpTo(923);

/** The files of `seed-data/`, each with the schema of a row; their meaning is in its README. */

const perimeter = {
  perimeter: code(PERIMETERS),
  perimeter_scale: optionalCode(PERIMETER_SCALES),
};
const scaleFitsPerimeter = contradiction<{ perimeter: string; perimeter_scale: string | null }>(
  (row) => row.perimeter_scale === null || row.perimeter === "local",
  "perimeter_scale",
  "only a local perimeter has a scale",
);
const statistic = z.object({ ...FIGURE, line: line() });

export const TABLES = {
  ...entityTables(923),
  ...figureTables(923),
  zones: {
    file: "zones.csv",
    row: z
      .object({
        code: text("Use the ISO 3166 code, or the region's code and the slug joined by a hyphen."),
        slug: slug(),
        name: text(),
        level: code(ZONE_LEVELS),
        parent: optionalText(),
        lat: degrees(90),
        lon: degrees(180),
        coordinates_source: optionalText(),
        pcode: optionalText(),
        pcode_source: optionalText(),
        aliases: list(),
        note_fr: optionalText(),
        note_en: optionalText(),
        lines: list(),
      })
      .superRefine(contradiction((row) => (row.lat === null) === (row.lon === null), "lon", "a latitude goes with a longitude"))
      .superRefine(contradiction((row) => row.lat === null || row.coordinates_source !== null, "coordinates_source", "coordinates need a source"))
      .superRefine(contradiction((row) => (row.pcode === null) === (row.pcode_source === null), "pcode_source", "a P-code goes with the list that gives it")),
  },
  organisations: {
    file: "organisations.csv",
    row: z.object({ slug: slug(), name: text(), acronym: optionalText(), kind: code(ORGANISATION_KINDS) }),
  },
  aliases: {
    file: "aliases.csv",
    row: z.object({ organisation: slug(), alias: text(), as_written_place: optionalText(), line: line() }),
  },
  tableau02: {
    file: "tableau-02.csv",
    row: z
      .object({
        number: integer(1, 27),
        typology: code(TYPOLOGIES),
        typology_as_written: text(),
        typology_line: line(),
        organisation: slug(),
        as_written: text(),
        perimeter_as_written: text(),
        ...perimeter,
        perimeter_basis: code(["stated", "inferred"]),
        zones: list(),
        status_as_written: text(),
        legal_status: code(LEGAL_STATUSES),
        line: line(),
      })
      .superRefine(scaleFitsPerimeter),
  },
  tableau05: {
    file: "tableau-05.csv",
    row: z.object({ theme: code(THEMES), organisation: slug(), as_written: text(), line: line() }),
  },
  tableau06: {
    file: "tableau-06.csv",
    row: z
      .object({ organisation: slug(), as_written: text(), perimeter_as_written: text(), ...perimeter, zones: list(), line: line() })
      .superRefine(scaleFitsPerimeter),
  },
  tableau11: {
    file: "tableau-11.csv",
    row: z.object({
      scope: code(NETWORK_SCOPES),
      organisation: slug(),
      as_written: text(),
      member_count: optionalInteger(1, 1_000_000),
      member_note_as_written: optionalText(),
      website_as_written: optionalText(),
      website: optionalUrl(),
      zones: list(),
      line: line(),
    }),
  },
  tableau13: {
    file: "tableau-13.csv",
    row: z.object({
      number: integer(1, 23),
      organisation: slug(),
      as_written: text(),
      member_count: optionalInteger(1, 1_000_000),
      member_note_as_written: optionalText(),
      line: line(),
    }),
  },
  contacts: {
    file: "tableau-13-contacts.csv",
    row: z
      .object({
        number: integer(1, 23),
        organisation: slug(),
        channel: code(CONTACT_CHANNELS),
        raw: text(),
        value: optionalText(),
        state: code(CONTACT_STATES),
        line: line(),
      })
      .superRefine((row, context) => {
        const fault = contactFault(row);
        if (fault) context.addIssue({ code: "custom", path: ["value"], message: fault });
      }),
  },
  typologies: {
    file: "typologies.csv",
    row: z.object({
      typology: code(TYPOLOGIES),
      field: code(TYPOLOGY_FIELDS),
      code: optionalText(),
      text: text(),
      text_en: text(),
      table: optionalText(),
      line_start: line(),
      line_end: line(),
    }),
  },
  tableau12: {
    file: "tableau-12.csv",
    row: z.object({ need: code(NEEDS as readonly [Need, ...Need[]]), text_as_written: text(), line: line() }),
  },
  tableau01: { file: "tableau-01.csv", row: statistic },
  tableau08: { file: "tableau-08.csv", row: statistic },
  tableau14: {
    file: "tableau-14.csv",
    row: z.object({ phase: integer(1, 5), phase_as_written: text(), kind: code(["activity", "paragraph"]), text: text(), line: line() }),
  },
  tables: {
    file: "tables.csv",
    row: z.object({ table: integer(1, 14), caption: text(), page: optionalInteger(1, 45), line: line(), heads: list() }),
  },
  rowHeads: { file: "row-heads.csv", row: z.object({ table: integer(1, 14), line_start: line(), line_end: line(), text: text() }) },
  acronyms: { file: "acronyms.csv", row: z.object({ acronym: text(), expansion: text(), line_start: line(), line_end: line() }) },
  bibliography: { file: "bibliography.csv", row: z.object({ reference: text(), url: optionalUrl(), line: line() }) },
  statements: {
    file: "statements.csv",
    row: z.object({
      organisation: slug(),
      field: code(CITED_FIELDS),
      value: optionalText().describe("Write the code, slug, number or sentence that is said; leave it empty for one more place of the description above."),
      value_en: optionalText(),
      text: text(),
      basis: code(BASES),
      table: optionalText(),
      line_start: line(),
      line_end: line(),
      since: optionalTime(),
    }),
  },
  sourceNotes: NOTES,
} as const;

export type TableName = keyof typeof TABLES;
export type MappingRows = RowsOf<typeof TABLES>;
/** A parsed row with the number of its line in the file (the header is line 1). */
export type Row<Name extends TableName> = MappingRows[Name][number];
