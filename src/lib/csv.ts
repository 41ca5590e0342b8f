/**
 * A cell that a spreadsheet would run as a formula is made text by a leading apostrophe (OWASP, CSV
 * injection); a bare signed number, such as a telephone in E.164, cannot run and stays as it is.
 */
function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) && !/^[+-]\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * RFC 4180, with a byte order mark so that spreadsheets read the accents.
 * @param rows the header first; null is an empty cell
 */
export function toCsv(rows: readonly (readonly (string | number | boolean | null)[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
