import { setImmediate } from "node:timers/promises";
import { readSheet } from "read-excel-file/node";
import { BadFile, SHEET_BOUNDS } from "./fault";
import { unpack, zipEntries, type ZipEntry } from "./zip";

const SHEET_PART = /^xl\/worksheets\/[^/]+\.xml$/;
const CELL = /<(?:\w+:)?(?:c|row)\s[^>]*?\br="([A-Z]{0,3})(\d{1,7})"/g;
/** A cell may be far from the others, and a table has a cell in each place up to it. */
const SLICE = 4 * 1024 * 1024;

const columnNumber = (letters: string): number => [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);

/** Refuses a sheet whose last cell stands where no table of ours ends: its empty places alone would fill the memory. */
async function boundPlaces(xml: Uint8Array): Promise<void> {
  const text = Buffer.from(xml.buffer, xml.byteOffset, xml.byteLength);
  for (let from = 0; from < text.length; from += SLICE) {
    for (const [, column = "", row] of text.toString("latin1", Math.max(0, from - 200), from + SLICE).matchAll(CELL)) {
      if (Number(row) > SHEET_BOUNDS.rows + 1000) throw new BadFile("too_many_rows");
      if (columnNumber(column) > SHEET_BOUNDS.columns + 100) throw new BadFile("too_many_columns");
    }
    await setImmediate();
  }
}

/** Looks through a workbook before its reader does. @throws BadFile */
async function inspect(entries: readonly ZipEntry[]): Promise<void> {
  if (entries.some(({ locked, name }) => locked || name === "EncryptedPackage")) throw new BadFile("locked");
  if (entries.some(({ name }) => /vbaProject/i.test(name) || /^xl\/macrosheets\//i.test(name))) throw new BadFile("macros");
  const types = entries.find(({ name }) => name === "[Content_Types].xml");
  if (!types || !entries.some(({ name }) => SHEET_PART.test(name))) throw new BadFile("mislabelled");
  if (/macroEnabled/i.test(new TextDecoder().decode(await unpack(types)))) throw new BadFile("macros");
  for (const entry of entries) {
    if (!/\.(xml|rels)$/.test(entry.name)) continue;
    const whole = await unpack(entry);
    if (/<!DOCTYPE|<!ENTITY/i.test(Buffer.from(whole.subarray(0, 2000)).toString("latin1"))) throw new BadFile("damaged");
    if (SHEET_PART.test(entry.name)) await boundPlaces(whole);
  }
}

const two = (number: number) => String(number).padStart(2, "0");

/** A cell as a person would type it: a day is ISO 8601. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`;
  return String(value);
}

/** The rows of the first sheet of an XLSX workbook. @throws BadFile */
export async function workbookRows(bytes: Uint8Array): Promise<string[][]> {
  await inspect(zipEntries(bytes));
  try {
    const rows = await readSheet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false });
    return rows.map((row) => row.map(cellText));
  } catch {
    throw new BadFile("damaged");
  }
}
