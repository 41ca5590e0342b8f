/** What a spreadsheet reads as a formula: it begins with a sign, a full-width one too, be it after spaces or a line's end. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;
/**
 * A sign and digits in groups, as telephones are written ("+223 20 24 11 22", "+33 (0)1.48"): without an operator, a letter or a second
 * sign there is nothing to run, and at most a number to read. "+223-20-24" is a subtraction, "+22320/21" a division: those are none.
 */
const TELEPHONE = /^[+-][\d\s.()]*\d[\d\s.()]*$/;

/** A cell that a spreadsheet would run is made text by a leading apostrophe (OWASP, CSV injection), whatever field it is in. */
function cell(value: string | number | boolean | null, separator: string): string {
  if (value === null) return "";
  const text = String(value);
  const safe = typeof value === "string" && FORMULA.test(text) && !TELEPHONE.test(text) ? `'${text}` : text;
  return safe.includes(separator) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Row = readonly (string | number | boolean | null)[];

/** Tells spreadsheets to read the accents; it begins a file. */
export const BYTE_ORDER_MARK = "\ufeff";

/** Lines of RFC 4180, each with its end. @param rows null is an empty cell @param separator the semicolon is what Excel expects where a comma is in numbers */
export function csvLines(rows: readonly Row[], separator: "," | ";" = ","): string {
  return rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join("");
}
