import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { SourceRecord } from "./adapter";
import { slug, text } from "./columns";
import type { ImportProblem } from "./problems";

/** The files of a source, each with the schema of a row. */
export type Tables = Record<string, { file: string; row: z.ZodType & { shape: z.ZodRawShape } }>;
/** The rows of each table, with the number of the line in the file (the header is line 1). */
export type RowsOf<T extends Tables> = { [Name in keyof T]: (z.output<T[Name]["row"]> & { rowNumber: number })[] };

/**
 * Reads and parses every file of a folder. A bad row is left out and told in `problems`; the
 * caller loads nothing while there is one.
 */
export async function readTables<T extends Tables>(folder: string, tables: T): Promise<{ rows: RowsOf<T>; problems: ImportProblem[] }> {
  const problems: ImportProblem[] = [];
  const read = Object.entries(tables).map(async ([name, { file, row }]) => [name, await readTable(folder, file, row, problems)] as const);
  return { rows: Object.fromEntries(await Promise.all(read)) as RowsOf<T>, problems };
}

async function readText(folder: string, file: string, problems: ImportProblem[]): Promise<string | null> {
  try {
    return await readFile(path.join(folder, file), "utf8");
  } catch {
    problems.push({ file, row: null, column: null, wrong: "cannot be read", remedy: "Put the file back; the README of the folder lists them all." });
    return null;
  }
}

/** Reads one file by its schema; bad rows are left out and told in `problems`. */
async function readTable(folder: string, file: string, schema: z.ZodType & { shape: z.ZodRawShape }, problems: ImportProblem[]) {
  const content = await readText(folder, file, problems);
  if (content === null) return [];
  const columns = Object.keys(schema.shape);
  const lines = splitCsv(content, file, problems);
  const [header, ...records] = lines;
  if (!header) return [];
  if (header.cells.join() !== columns.join()) {
    problems.push({ file, row: 1, column: null, wrong: `the header is "${header.cells.join(",")}"`, remedy: `Write it as "${columns.join(",")}".` });
    return [];
  }
  const rows: unknown[] = [];
  for (const { cells, line } of records) {
    if (cells.length !== columns.length) {
      const remedy = "Put quotes around a cell that holds a comma, and one comma between cells.";
      problems.push({ file, row: line, column: null, wrong: `has ${cells.length} cells instead of ${columns.length}`, remedy });
      continue;
    }
    const parsed = schema.safeParse(Object.fromEntries(columns.map((column, index) => [column, cells[index]])));
    if (parsed.success) rows.push({ ...(parsed.data as object), rowNumber: line });
    else problems.push(...faultsOf(parsed.error, schema.shape, file, line));
  }
  return rows;
}

type Line = { cells: string[]; line: number };

function splitCsv(content: string, file: string, problems: ImportProblem[]): Line[] {
  try {
    const records = parse(content, { bom: true, info: true, relaxColumnCount: true, skipEmptyLines: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const row = error instanceof Error && "lines" in error && typeof error.lines === "number" ? error.lines : null;
    problems.push({ file, row, column: null, wrong: "is not comma-separated text", remedy: 'Close every quote, and write a quote inside a cell as "".' });
    return [];
  }
}

function faultsOf(error: z.ZodError, shape: z.ZodRawShape, file: string, row: number | null): ImportProblem[] {
  return error.issues.map((issue) => {
    const column = issue.path.length > 0 ? String(issue.path[0]) : null;
    const described = column === null ? undefined : (shape[column] as z.ZodType | undefined)?.description;
    return { file, row, column, wrong: issue.message, remedy: described ?? "See the README of the folder for what this column holds." };
  });
}

/** sources.json: one object a document. */
const sourceSchema = z.strictObject({
  slug: slug(),
  title: text(),
  author: z.string().nullable(),
  publisher: z.string().nullable(),
  publishedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "is not a date")
    .nullable()
    .describe('Write "2022", "2022-08", "2022-08-30" or null.'),
  kind: text(),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, "is not a language")
    .describe('Write an ISO 639-1 code such as "fr".'),
  url: z.url({ protocol: /^https?$/ }).nullable(),
  licence: z.string().nullable(),
  note_fr: z.string().nullable(),
  note_en: z.string().nullable(),
});

/** The documents of a folder; a bad one is left out and told in `problems`. */
export async function readSources(folder: string, problems: ImportProblem[]): Promise<SourceRecord[]> {
  const file = "sources.json";
  const content = await readText(folder, file, problems);
  if (content === null) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    problems.push({ file, row: null, column: null, wrong: "is not JSON", remedy: "Write a list of objects, one a document." });
    return [];
  }
  const result = z.array(z.unknown()).min(1).safeParse(parsed);
  if (!result.success) {
    problems.push({ file, row: null, column: null, wrong: "is not a list with at least one document", remedy: "Write a list of objects, one a document." });
    return [];
  }
  return result.data.flatMap((item, index) => {
    const source = sourceSchema.safeParse(item);
    if (source.success) {
      const { note_fr: fr, note_en: en, ...record } = source.data;
      return [{ ...record, note: { fr, en } }];
    }
    const faults = faultsOf(source.error, sourceSchema.shape, file, null);
    problems.push(...faults.map((fault) => ({ ...fault, wrong: `document ${index + 1}: ${fault.wrong}` })));
    return [];
  });
}
