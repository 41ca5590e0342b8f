import { BadFile, SHEET_BOUNDS, type FileFault, type Sheet } from "./fault";
import { decodeText, separatedRows } from "./separated";
import { workbookRows } from "./workbook";

const begins = (bytes: Uint8Array, ...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);

/** Reads what the bytes are, whatever the name says; a name that says something else is a mistake or a trap. */
async function rowsOf(bytes: Uint8Array, name: string): Promise<{ line: number; cells: string[] }[]> {
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const isZip = begins(bytes, 0x50, 0x4b, 3, 4);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new BadFile("old_excel");
  if (["xlsm", "xltm", "xlam", "xlsb"].includes(extension)) throw new BadFile("macros");
  if (isZip) {
    if (extension !== "xlsx") throw new BadFile("mislabelled");
    return (await workbookRows(bytes)).map((cells, index) => ({ line: index + 1, cells }));
  }
  if (extension === "xlsx" || extension === "xls") throw new BadFile("mislabelled");
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46) || begins(bytes, 0x89, 0x50, 0x4e, 0x47) || begins(bytes, 0x1f, 0x8b)) throw new BadFile("not_a_table");
  return separatedRows(decodeText(bytes));
}

const clean = (cell: string) => cell.replace(/\r\n?/g, "\n").trim().normalize("NFC").slice(0, SHEET_BOUNDS.cell);

/** The table of rows: what comes first is the heads; empty rows, and columns with neither head nor value, are dropped. */
function tableOf(rows: readonly { line: number; cells: string[] }[]): Sheet {
  const full = rows.map(({ line, cells }) => ({ line, cells: cells.map(clean) })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  const [first, ...others] = full;
  if (!first) throw new BadFile("empty");
  if (others.length === 0) throw new BadFile("no_heads");
  if (others.length > SHEET_BOUNDS.rows) throw new BadFile("too_many_rows", String(others.length));
  const width = full.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const used = Array.from({ length: width }, (_, index) => index).filter((index) => full.some(({ cells }) => (cells[index] ?? "") !== ""));
  if (used.length > SHEET_BOUNDS.columns) throw new BadFile("too_many_columns", String(used.length));
  const heads = used.map((index) => first.cells[index] ?? "");
  const nameless = heads.findIndex((head) => head === "");
  if (nameless >= 0) throw new BadFile("no_heads", String(nameless + 1));
  const repeated = heads.find((head, index) => heads.indexOf(head) !== index);
  if (repeated !== undefined) throw new BadFile("repeated_head", repeated);
  return { heads, rows: others.map(({ line, cells }) => ({ line, cells: used.map((index) => cells[index] ?? "") })) };
}

/**
 * Reads a file as a table: XLSX, or text cut by commas, semicolons or tabs in UTF-8, UTF-16 or Windows-1252.
 * @param name of the file, whose ending must go with what it is
 */
export async function readSheetFile(bytes: Uint8Array, name: string): Promise<{ ok: true; sheet: Sheet } | { ok: false; fault: FileFault; detail: string }> {
  try {
    if (bytes.length === 0) throw new BadFile("empty");
    if (bytes.length > SHEET_BOUNDS.bytes) throw new BadFile("too_large");
    return { ok: true, sheet: tableOf(await rowsOf(bytes, name)) };
  } catch (error) {
    if (error instanceof BadFile) return { ok: false, fault: error.fault, detail: error.detail };
    throw error;
  }
}
