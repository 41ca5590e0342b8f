import { z } from "zod";
import { NOUNS, nounField, type NounField } from "@/domain/nouns";
import { isTime } from "@/domain/time";
import { BASES } from "@/domain/vocabularies";
import { entityKey, type Known, type SourceContent } from "./adapter";
import { code, lineUpTo, optionalText, slug, text } from "./columns";
import type { ImportProblem } from "./problems";
import { qualified, QUALIFIED } from "./qualifiers";
import type { RowsOf } from "./read-table";
import { contradiction } from "./row-rules";

/** The two files in which a source gives what is no organisation: which there are, and what it says of each, a value a row. */

type Row = { noun: (typeof NOUNS)[number]; field: string; value: string; value_en: string | null };

/** What is wrong between a value and its field, or null. */
function valueFault({ noun, field, value }: Row): string | null {
  const described = nounField(noun, field);
  if (described?.shape === "code" && !(described.codes as readonly string[]).includes(value)) return `is not one of: ${described.codes.join(", ")}`;
  if (described?.shape === "time" && !isTime(value)) return "is not a time such as 2007 or 2007-08-29";
  if (described?.shape === "number" && !/^-?\d+(\.\d+)?$/.test(value)) return "is not a number such as 12 or 0.42";
  if (described?.shape === "website" && !/^https?:\/\/\S+$/.test(value)) return "is not an address with its scheme";
  return null;
}

/** @param last the number of lines of the document */
export const entityTables = (last: number) => {
  const line = lineUpTo(last);
  return {
    entities: { file: "entities.csv", row: z.object({ noun: code(NOUNS), slug: slug() }) },
    entityStatements: {
      file: "entity-statements.csv",
      row: z
        .object({
          noun: code(NOUNS),
          entity: slug(),
          field: text(),
          value: text(),
          value_en: optionalText(),
          basis: code(BASES),
          place: optionalText(),
          line_start: line(),
          line_end: line(),
          ...QUALIFIED,
        })
        .superRefine(contradiction(({ noun, field }) => nounField(noun, field) !== undefined, "field", "is no field of this noun: see src/domain/nouns.ts"))
        .superRefine((row, context) => {
          const fault = valueFault(row);
          if (fault) context.addIssue({ code: "custom", path: ["value"], message: fault });
        })
        .superRefine(
          contradiction(
            (row) => (nounField(row.noun, row.field)?.shape === "translated") === (row.value_en !== null),
            "value_en",
            "a text of ours is given in both languages, and nothing else is",
          ),
        )
        .superRefine(contradiction((row) => row.line_start <= row.line_end, "line_end", "ends before it begins")),
    },
  } as const;
};

type Rows = RowsOf<ReturnType<typeof entityTables>>;

/** What the files say of entities; the English of a text goes with its French, which is cited. */
export const entityContent = (source: string, { entities, entityStatements }: Rows): Pick<SourceContent, "entities" | "statements"> => ({
  entities: entities.map(({ noun, slug: name }) => ({ noun, slug: name })),
  statements: () =>
    entityStatements.flatMap(({ noun, entity, field, value, value_en, basis, place, line_start, line_end, ...row }) => {
      const said = { entity: { noun, slug: entity }, field, value, basis, source, place, lineStart: line_start, lineEnd: line_end, words: null };
      return qualified(said, value_en, row);
    }),
});

const REFERS: Partial<Record<NounField["shape"], { among: keyof Known; remedy: string }>> = {
  organisation: { among: "organisations", remedy: "Use a slug of organisations.csv." },
  zone: { among: "zones", remedy: "Use a code of zones.csv." },
  entity: { among: "entities", remedy: "Use a slug of entities.csv." },
};

/** Rows that name something which no file has. */
export const entityFaults = ({ entityStatements }: Rows, known: Known): ImportProblem[] =>
  entityStatements.flatMap(({ noun, entity, field, value, rowNumber }) => {
    const described = nounField(noun, field)!;
    const refers = REFERS[described.shape];
    const key = described.shape === "entity" ? entityKey({ noun: described.noun, slug: value }) : value;
    const problem = { file: "entity-statements.csv", row: rowNumber };
    return [
      ...(known.entities.has(entityKey({ noun, slug: entity }))
        ? []
        : [{ ...problem, column: "entity", wrong: `"${entity}" is unknown`, remedy: "Use a slug of entities.csv." }]),
      ...(refers && !known[refers.among].has(key) ? [{ ...problem, column: "value", wrong: `"${value}" is unknown`, remedy: refers.remedy }] : []),
    ];
  });
