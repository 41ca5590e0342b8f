/**
 * Several values in one cell of a file: "kayes-cercle | bamako". A stroke inside a value is written "\|", and a single value with a
 * semicolon in it ends with a stroke, so that what was written is what is read.
 */
export function joinCell(values: readonly string[]): string {
  const written = values.map((value) => value.replaceAll("|", "\\|"));
  return written.length === 1 && /[;\n]/.test(written[0]!) ? `${written[0]} |` : written.join(" | ");
}

/** The values of a cell, cut by strokes when it has any, else by semicolons or ends of line; empty ones are dropped. */
export function splitCell(text: string): string[] {
  const byStroke = text.split(/(?<!\\)\|/);
  const parts = byStroke.length > 1 ? byStroke : text.split(/[;\n]/);
  return parts.map((part) => part.replaceAll("\\|", "|").trim()).filter((part) => part !== "");
}
