import type { SeedReport } from "./load";

/** What a seed did, for the terminal. @param milliseconds how long it took */
export function describeSeed(report: SeedReport, milliseconds: number): string {
  const { added, updated, unchanged, keptForStaff } = report.organisations;
  const total = added + updated + unchanged + keptForStaff;
  const changed = added + updated + report.otherChanges > 0;
  return [
    changed ? `Loaded the Mali cartography in ${(milliseconds / 1000).toFixed(1)} s:` : `The Mali cartography was already loaded; nothing changed.`,
    `  ${total} organisations (${added} new, ${updated} updated, ${unchanged} as they were, ${keptForStaff} left as staff edited them)`,
    `  ${report.zones} zones, ${report.contacts} contacts, ${report.citations} citations`,
    `  ${report.typologyStatements} statements about typologies, ${report.needs} needs, ${report.figures} figures`,
    `  ${report.acronyms} acronyms, ${report.references} bibliography entries, ${report.communities} communities`,
  ].join("\n");
}
