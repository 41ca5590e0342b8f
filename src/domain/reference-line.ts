/**
 * How a form writes a record so that a person reads its name and a program finds its key:
 * "Cercle de Kayes [kayes-cercle]".
 */
export function referenceLine(name: string, key: string): string {
  return `${name} [${key}]`;
}

/** What to look for: the key in brackets, or else the whole text, which may be any name of the record. */
export function referenceKey(line: string): string {
  return /\[([^[\]]+)\]\s*$/.exec(line)?.[1]?.trim() ?? line.trim();
}
