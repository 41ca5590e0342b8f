import type { ImportReport } from "./load";

/** What an import did, for the terminal. @param milliseconds how long it took */
export function describeImport({ title, organisations, given, otherChanges }: ImportReport, milliseconds: number): string {
  const { added, updated, unchanged, keptForStaff } = organisations;
  const changed = added + updated + otherChanges > 0;
  const name = title.replace(/^the /, "");
  return [
    changed ? `Loaded the ${name} in ${(milliseconds / 1000).toFixed(1)} s:` : `The ${name} was already loaded; nothing changed.`,
    `  ${added + updated + unchanged} organisations (${added} new, ${updated} updated, ${unchanged} as they were; ${keptForStaff} with fields left as staff changed them)`,
    `  ${given.zones} zones, ${given.statements} statements about organisations, ${given.typologyStatements} about typologies`,
    `  ${given.figures} figures, ${given.entries} entries of lists`,
  ].join("\n");
}
