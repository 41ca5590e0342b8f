/** Why a file cannot be read as a table; a sentence for each stands in the catalogues. */
export const FILE_FAULTS = [
  "empty",
  "too_large",
  "too_many_rows",
  "too_many_columns",
  "no_heads",
  "repeated_head",
  "not_a_table",
  "old_excel",
  "macros",
  "locked",
  "swollen",
  "damaged",
  "mislabelled",
  "zero_bytes",
  "encoding",
  "quotes",
] as const;
export type FileFault = (typeof FILE_FAULTS)[number];

/** A file that is refused, and the line or the words that make it so. */
export class BadFile extends Error {
  constructor(
    readonly fault: FileFault,
    readonly detail = "",
  ) {
    super(fault);
  }
}

/** A table as a file has it; `line` as spreadsheets count, the heads being line 1. Every row has as many cells as there are heads. */
export type Sheet = { heads: string[]; rows: { line: number; cells: string[] }[] };

export const SHEET_BOUNDS = { bytes: 20 * 1024 * 1024, rows: 50_000, columns: 300, cell: 20_000 } as const;
