import { z } from "zod";
import type { ImportedStatement, Known } from "./adapter";
import { code, decimal, lineUpTo, optionalText, text } from "./columns";
import type { ImportProblem } from "./problems";
import { qualified, QUALIFIED } from "./qualifiers";
import type { RowsOf } from "./read-table";

/** How the value of a figure is to be read. */
const UNITS = ["percent", "persons", "associations", "organisations", "countries", "accounts", "euros", "xof"] as const;

/** The columns that every figure has. */
export const FIGURE = {
  zone: text("Use a code of zones.csv."),
  measure: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/, "is not a code")
    .describe("Use lower-case letters, digits and underscores."),
  value: decimal(),
  unit: code(UNITS),
} as const;

/** The file of the figures of running text, of their time and with their reserves. @param last the number of lines of the document */
export const figureTables = (last: number) => {
  const line = lineUpTo(last);
  return { figures: { file: "figures.csv", row: z.object({ ...FIGURE, place: optionalText(), line_start: line(), line_end: line(), ...QUALIFIED }) } } as const;
};
type Rows = RowsOf<ReturnType<typeof figureTables>>;

export const figureContent = (source: string, { figures }: Rows): ImportedStatement[] =>
  figures.flatMap(({ zone, measure, value, unit, place, line_start: lineStart, line_end: lineEnd, ...row }) =>
    qualified(
      { zone, field: measure, shape: "number", value: String(value), unit, basis: "stated", source, place, lineStart, lineEnd, words: null },
      null,
      row,
    ),
  );

export const figureFaults = ({ figures }: Rows, known: Known): ImportProblem[] =>
  figures.flatMap(({ zone, rowNumber }) =>
    known.zones.has(zone) ? [] : [{ file: "figures.csv", row: rowNumber, column: "zone", wrong: `"${zone}" is unknown`, remedy: "Use a code of zones.csv." }],
  );
