/**
 * A cell that a spreadsheet would run as a formula is made text by a leading apostrophe (OWASP, CSV
 * injection), also one that begins with a full-width sign; a bare signed number, such as a telephone in E.164, cannot run and stays as it is.
 */
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Row = readonly (string | number | boolean | null)[];

/** Tells spreadsheets to read the accents; it begins a file. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Lines of RFC 4180, each with its end. @param rows null is an empty cell */
export function csvLines(rows: readonly Row[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
