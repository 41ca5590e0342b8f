import type { PrismaClient } from "../generated/prisma/client";
import { refreshEverythingElse, refreshWholeSearch } from "../search/search-rows";
import { readStudy, studyFaults, writeStudy } from "./communities";
import { crossCheck } from "./cross-check";
import { gatherOrganisations, MAPPING } from "./gather";
import { SeedError } from "./problems";
import { readSeedFiles } from "./read";
import { writeOrganisations, type OrganisationCounts } from "./write-organisations";
import { writeEntries, writeSearchLabels, writeSources, writeStatistics, writeTypologyStatements } from "./write-reference";
import { writeZones } from "./write-zones";

export type SeedReport = {
  organisations: OrganisationCounts;
  /** Rows in the files. */
  zones: number;
  citations: number;
  contacts: number;
  typologyStatements: number;
  needs: number;
  figures: number;
  acronyms: number;
  references: number;
  communities: number;
  /** Rows written that are not organisations; 0 when the database already held all. */
  otherChanges: number;
};

export type SeedOptions = {
  folder: string;
  now: Date;
  /** "group:code" → the labels of that code in every language, which search looks through. */
  searchLabels: ReadonlyMap<string, string>;
};

/** So that two seeds at once do the work once. */
const SEED_LOCK = 20_220_830;

/**
 * Loads the files of `seed-data/`, all or nothing. A second run changes nothing; an organisation
 * that staff has touched is left as it is.
 *
 * @throws SeedError with every bad row, before anything is written
 */
export async function loadSeed(client: PrismaClient, { folder, now, searchLabels }: SeedOptions): Promise<SeedReport> {
  const { rows, sources, problems } = await readSeedFiles(folder);
  const { study, problems: studyProblems } = await readStudy(folder);
  const found = [...problems, ...studyProblems];
  // References into a file with bad rows would only repeat its faults.
  if (found.length === 0) {
    const slugs = (records: readonly { slug: string }[]) => new Set(records.map(({ slug }) => slug));
    const known = { zones: new Set(rows.zones.map(({ code }) => code)), organisations: slugs(rows.organisations), sources: slugs(sources) };
    found.push(...crossCheck({ rows, sources }), ...studyFaults(study, known));
  }
  if (found.length > 0) throw new SeedError(found);
  const organisations = gatherOrganisations(rows);

  return client.$transaction(
    async (db) => {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${SEED_LOCK}::bigint)`;
      const source = await writeSources(db, sources);
      const sourceId = source.ids.get(MAPPING)!;
      const zone = await writeZones(db, rows.zones);
      const others = [
        source.changes,
        zone.changes,
        await writeEntries(db, rows, sourceId),
        await writeTypologyStatements(db, rows, sourceId),
        await writeStatistics(db, rows, sourceId, zone.ids),
        await writeSearchLabels(db, searchLabels),
      ];
      const otherChanges = others.reduce((sum, count) => sum + count, 0);
      const counts = await writeOrganisations(db, organisations, { zoneIds: zone.ids, sourceIds: source.ids, now, importName: MAPPING });
      const studyChanges = await writeStudy(db, study, { zoneIds: zone.ids, sourceIds: source.ids });
      // A zone, a label or a typology stands in the search rows of many organisations.
      if (otherChanges + counts.added + counts.updated > 0) await refreshWholeSearch(db);
      else if (studyChanges > 0) await refreshEverythingElse(db);
      return {
        organisations: counts,
        zones: rows.zones.length,
        citations: organisations.reduce((sum, { citations }) => sum + citations.length, 0),
        contacts: organisations.reduce((sum, { contacts }) => sum + contacts.length, 0),
        typologyStatements: rows.typologies.length,
        needs: rows.tableau12.length,
        figures: rows.tableau01.length + rows.tableau08.length + rows.keyFigures.length,
        acronyms: rows.acronyms.length,
        references: rows.bibliography.length,
        communities: study.communities.length,
        otherChanges: otherChanges + studyChanges,
      };
    },
    { maxWait: 60_000, timeout: 180_000 },
  );
}
