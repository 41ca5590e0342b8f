import { NO_CONTENT, type SourceAdapter, type SourceContent } from "../adapter";
import { entityContent, entityFaults } from "../entities";
import { notesOf } from "../notes";
import { crossCheck } from "./cross-check";
import { entries } from "./entries";
import { printedTables } from "./printed-tables";
import { MAPPING, readMapping } from "./read";
import { figures, statementsOfOrganisations, statementsOfTypologies } from "./statements";

/** The cartography of organisations of civil society in Mali, 2022. */
export const mappingOfMali: SourceAdapter = {
  slug: MAPPING,
  title: "the Mali cartography",
  release: { on: "2026-11-22", digest: "3ad483a39e0a709d" },
  async read(folder) {
    const { rows, sources, problems } = await readMapping(folder);
    // References into a file with bad rows would only repeat its faults.
    if (problems.length > 0) return { problems };
    const zones = rows.zones.map(({ code, slug, name, level, parent, lat, lon: lng, coordinates_source, note_fr, note_en, aliases, ...row }) => ({
      ...{ code, slug, name, level, parent, lat, lng, coordinatesSource: coordinates_source, note: { fr: note_fr, en: note_en }, otherNames: aliases },
      ...{ pcode: row.pcode, pcodeSource: row.pcode_source },
    }));
    const entity = entityContent(MAPPING, rows);
    const content: SourceContent = {
      ...NO_CONTENT,
      sources,
      zones,
      organisations: rows.organisations.map(({ slug, name, kind }) => ({ slug, name, kind })),
      entities: entity.entities,
      statements: () => [...statementsOfOrganisations(rows), ...statementsOfTypologies(rows), ...figures(rows), ...entity.statements()],
      entries: entries(rows),
      tables: printedTables(rows),
      notes: notesOf(MAPPING, rows.sourceNotes),
      parts: [
        { source: MAPPING, part: "mapped", place: "Tableau 2" },
        { source: MAPPING, part: "networks", place: "Tableau 11" },
        { source: MAPPING, part: "interviewed", place: "Tableau 13" },
      ],
    };
    return { problems, check: (known) => [...crossCheck({ rows, sources }), ...entityFaults(rows, known)], content };
  },
};
