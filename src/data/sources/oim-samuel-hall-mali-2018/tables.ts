import { z } from "zod";
import {
  ACTOR_DIMENSION_COUNT,
  COMMUNITY_DIMENSIONS,
  COMMUNITY_INDICATOR_GROUPS,
  COMMUNITY_INDICATORS,
  COMMUNITY_LANGUAGES,
  COMMUNITY_NOTE_KINDS,
  MUNICIPALITY_TYPES,
} from "@/domain/community";
import { code, integer, lineRange, lineRanges, lineUpTo, list, optionalCode, optionalInteger, optionalText, slug, text } from "../columns";
import { documentTables } from "../document";
import type { RowsOf } from "../read-table";
import { contradiction } from "../row-rules";

/** The files about the communities of the 2018 study and about the sources; their meaning is in seed-data/COMMUNITIES.md. */

/** The text extract of the study has 5,241 lines. */
const studyLine = lineUpTo(5241);

const optionalNumber = (min: number, max: number) =>
  z
    .string()
    .refine((value) => value === "" || (/^-?\d+(\.\d+)?$/.test(value) && Number(value) >= min && Number(value) <= max), `is not a number from ${min} to ${max}`)
    .transform((value) => (value === "" ? null : Number(value)))
    .describe(`Write a number from ${min} to ${max} with a point as decimal mark, or leave the cell empty.`);

const codeOfList = <const Codes extends readonly [string, ...string[]]>(codes: Codes) =>
  list()
    .pipe(z.array(z.enum(codes)))
    .describe(`Join codes with "|": ${codes.join(", ")}.`);

const rightOrder = contradiction<{ line_start: number; line_end: number }>((row) => row.line_start <= row.line_end, "line_end", "comes before line_start");
const bothLanguages = (fr: string, en: string) =>
  contradiction<Record<string, unknown>>((row) => (row[fr] === null) === (row[en] === null), en, "a text has both languages or neither");

export const STUDY_TABLES = {
  ...documentTables(5241),
  communities: {
    file: "communities.csv",
    row: z
      .object({
        slug: slug(),
        name: text(),
        name_as_written: text(),
        name_line: studyLine(),
        municipality_type: code(MUNICIPALITY_TYPES),
        municipality_type_lines: lineRange(),
        study_area: code(MUNICIPALITY_TYPES),
        study_area_lines: lineRange(),
        cercle: text(),
        cercle_line: studyLine(),
        region: text(),
        region_line: studyLine(),
        zone: optionalText(),
        languages: codeOfList(COMMUNITY_LANGUAGES),
        languages_lines: lineRange(),
        population: optionalInteger(1, 1_000_000_000),
        population_quality: optionalCode(["approximate"]),
        population_year: optionalInteger(1900, 2200),
        population_lines: lineRange(),
        population_note_fr: optionalText(),
        population_note_en: optionalText(),
        population_note_lines: z
          .literal("")
          .transform(() => null)
          .or(lineRanges()),
        summary_fr: text(),
        summary_en: text(),
        summary_lines: lineRanges(),
        line_start: studyLine(),
        line_end: studyLine(),
      })
      .superRefine(bothLanguages("population_note_fr", "population_note_en"))
      .superRefine(
        contradiction(
          (row) => (row.population_note_fr === null) === (row.population_note_lines === null),
          "population_note_lines",
          "go with a note and with nothing else",
        ),
      )
      .superRefine(rightOrder),
  },
  indicators: {
    file: "communities-indicators.csv",
    row: z
      .object({
        community: slug(),
        group: code(COMMUNITY_INDICATOR_GROUPS),
        code: text(),
        value: optionalNumber(-100, 100),
        rank: optionalInteger(1, 100),
        mean: optionalNumber(0, 100),
        line_start: studyLine(),
        line_end: studyLine(),
        note_fr: optionalText(),
        note_en: optionalText(),
      })
      .superRefine(contradiction((row) => (COMMUNITY_INDICATORS[row.group] as readonly string[]).includes(row.code), "code", "is not a code of this group"))
      .superRefine(contradiction((row) => row.value !== null || row.rank !== null, "value", "a row has a value, a rank or both"))
      .superRefine(bothLanguages("note_fr", "note_en"))
      .superRefine(rightOrder),
  },
  actors: {
    file: "communities-actors.csv",
    row: z
      .object({
        community: slug(),
        name: text(),
        organisations: list(),
        marks: integer(0, ACTOR_DIMENSION_COUNT),
        activity_fr: text(),
        activity_en: text(),
        strengths_fr: optionalText(),
        strengths_en: optionalText(),
        weaknesses_fr: optionalText(),
        weaknesses_en: optionalText(),
        line_start: studyLine(),
        line_end: studyLine(),
      })
      .superRefine(bothLanguages("strengths_fr", "strengths_en"))
      .superRefine(bothLanguages("weaknesses_fr", "weaknesses_en"))
      .superRefine(rightOrder),
  },
  notes: {
    file: "communities-notes.csv",
    row: z
      .object({
        community: slug(),
        kind: code(COMMUNITY_NOTE_KINDS),
        dimension: optionalCode(COMMUNITY_DIMENSIONS),
        text_fr: text(),
        text_en: text(),
        lines: lineRanges(),
      })
      .superRefine(
        contradiction(
          (row) => (row.dimension !== null) === (row.kind === "opportunity" || row.kind === "constraint"),
          "dimension",
          "only an opportunity or a constraint has a dimension",
        ),
      ),
  },
} as const;

export type StudyRows = RowsOf<typeof STUDY_TABLES>;
export type StudyRow<Name extends keyof StudyRows> = StudyRows[Name][number];
