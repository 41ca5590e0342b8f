import type { Db } from "../client";
import { organisationsNamedBy } from "../entity/named";
import { lockEntries } from "../editing/lock-entries";
import { hold } from "../locks";
import { databaseTime } from "../clock";
import type { PrismaClient } from "../generated/prisma/client";
import { acceptChangeSet, type ChangeItem } from "../change/change-set";
import { projectEverything, publishChange, publishEverythingElse } from "../change/project";
import type { NewStatement } from "../change/statements";
import type { SourceAdapter } from "../sources/adapter";
import { ImportError } from "../sources/problems";
import { entityChanges, writeEntities } from "./entities";
import { filesDigest } from "./files-digest";
import { dateOrganisations, namedOrganisations, organisationChanges, type OrganisationCounts, throughMerges, writeNewOrganisations } from "./organisations";
import { writeEntries, writeNotes, writeOwnNames, writeParts, writeSearchLabels, writeSources } from "./reference";
import { readSources, type Reading } from "./read";
import { differences, staffFields } from "./statements";
import { writeTables } from "./tables";
import { writeZones } from "./zones";

export type ImportReport = {
  /** What was loaded, for the terminal. */
  title: string;
  organisations: OrganisationCounts;
  /** How many of each the files give. */
  given: { zones: number; statements: number; typologyStatements: number; figures: number; entries: number };
  /** Rows written that are not said of organisations; 0 when the database already held all. */
  otherChanges: number;
};

export type ImportOptions = {
  /** Each source with the folder of its files; "" for one that no file gives. */
  sources: readonly { adapter: SourceAdapter; folder: string }[];
  /** When it is said to be loaded; by the database's clock without it. Entries are dated from their files. */
  now?: Date;
  /** "group:code" → the labels of that code in every language, which search looks through. */
  searchLabels: ReadonlyMap<string, string>;
};

/**
 * Loads sources, all or nothing, as one accepted change set. A second run changes nothing and makes no set; a field that staff has
 * changed is left as it is, by field and not by entry.
 *
 * @throws ImportError with every bad row, before anything is written
 */
export async function loadSources(client: PrismaClient, { sources, now, searchLabels }: ImportOptions): Promise<ImportReport> {
  const reading = await readSources(sources);
  if (reading.problems.length > 0) throw new ImportError(reading.problems);
  const ofFiles = sources.filter(({ folder }) => folder !== "");
  const digests = await Promise.all(ofFiles.map(async ({ adapter: { slug }, folder }) => ({ slug, digest: await filesDigest(folder) })));
  const adapters = sources.map(({ adapter }) => adapter);
  return client.$transaction(
    async (db) => {
      // Two loads at once do the work once.
      await hold(db, "import");
      // All that was read is let go of before the projection is written.
      const { changed, named, afterwards, ...report } = await write(db, reading, now ?? (await databaseTime(db)), searchLabels, adapters);
      // A zone, a label or a typology stands in the rows of many organisations.
      // Until PostgreSQL looks at the tables by itself, it plans for them as they were, perhaps empty.
      if (report.organisations.added > 0) await db.$executeRaw`ANALYZE "Statement", "Entity", "Organisation", "OrganisationLink", "Zone"`;
      if (report.otherChanges > afterwards) await projectEverything(db);
      else if (changed.length + named.length > 0) {
        await lockEntries(db, [...changed, ...named]);
        await publishChange(db, [...changed, ...named], changed);
      } else if (afterwards > 0) await publishEverythingElse(db);
      await noteFiles(db, digests);
      return report;
    },
    { maxWait: 60_000, timeout: 600_000 },
  );
}

/** Which files of each source the database holds, so that a later start knows whether they have changed. */
async function noteFiles(db: Db, digests: readonly { slug: string; digest: string }[]): Promise<void> {
  for (const { slug, digest } of digests)
    await db.$executeRaw`UPDATE "Source" SET "filesDigest" = ${digest} WHERE "slug" = ${slug} AND "filesDigest" IS DISTINCT FROM ${digest}`;
}

/** @returns the report, the organisations of which something is said anew, those that an entity names of which something is, and how many rows were written that no organisation shows */
async function write(
  db: Db,
  { content, released }: Reading,
  now: Date,
  searchLabels: ReadonlyMap<string, string>,
  adapters: readonly SourceAdapter[],
): Promise<ImportReport & { changed: number[]; named: number[]; afterwards: number }> {
  const source = await writeSources(db, content.sources);
  const zone = await writeZones(db, content.zones);
  const added = await writeNewOrganisations(db, content.organisations, now);
  const entity = await writeEntities(db, content.entities, now);
  const said = content.statements();
  const ids = { entities: entity.ids, sources: source.ids, zones: zone.ids, organisations: await namedOrganisations(db, said, added.ids) };
  const staff = await staffFields(db, added.present);
  const { made, withdrawn } = await differences(db, said, ids, content.sources, { present: added.present, staff });
  const { items, counts, changed } = await organisationChanges(db, said, { made, withdrawn }, added, staff);
  const days = new Map([...released].map(([slug, day]) => [source.ids.get(slug)!, day]));
  await dateOrganisations(db, { made, withdrawn }, days);
  const others: ChangeItem[] = [
    ...source.changed.map((sourceId) => ({ sourceId, field: null })),
    ...zone.changed.map((zoneId) => ({ zoneId, field: null })),
    ...aboutOthers(made),
  ];
  const entities = await entityChanges(db, { made, withdrawn }, entity.added, days);
  if (items.length + others.length + entities.length + withdrawn.length > 0) {
    await acceptChangeSet(
      db,
      { author: { importName: importName(adapters, [...made, ...withdrawn], source.ids) }, action: "imported", at: now },
      { items: [...items, ...others, ...entities], statements: made, withdrawn: withdrawn.map(({ id }) => id) },
    );
  }
  const otherChanges =
    others.length +
    withdrawn.filter(({ organisationId, entityId }) => organisationId === null && entityId === null).length +
    zone.names +
    (await writeEntries(db, content.entries, source.ids)) +
    (await writeTables(db, content.tables, source.ids, await throughMerges(db, ids.organisations))) +
    (await writeNotes(db, content.notes, source.ids)) +
    (await writeParts(db, content.parts, source.ids)) +
    (await writeOwnNames(db, content.ownNames)) +
    (await writeSearchLabels(db, searchLabels));
  // No organisation shows them in its row.
  const afterwards = entities.length;

  const of = (key: string) => said.filter((statement) => key in statement && statement.cited !== false).length;
  return {
    title: adapters[0]!.title,
    organisations: counts,
    given: {
      zones: content.zones.length,
      statements: of("organisation"),
      typologyStatements: of("typology"),
      figures: of("zone"),
      entries: content.entries.length,
    },
    otherChanges: otherChanges + afterwards,
    changed,
    named: await organisationsNamedBy(
      db,
      entities.map(({ entityId }) => entityId),
    ),
    afterwards,
  };
}

/** An import is named after the sources that say something else than before; one that only describes a source anew, after the first. */
function importName(adapters: readonly SourceAdapter[], said: readonly { sourceId: number }[], ids: ReadonlyMap<string, number>): string {
  const saying = new Set(said.map(({ sourceId }) => sourceId));
  const slugs = adapters.map(({ slug }) => slug);
  return slugs.filter((slug) => saying.has(ids.get(slug)!)).join(", ") || slugs[0]!;
}

/** One item for each typology and zone of which something is said. */
function aboutOthers(made: readonly NewStatement[]): ChangeItem[] {
  const typologies = new Set(made.flatMap(({ typology }) => typology ?? []));
  const zones = new Set(made.flatMap(({ zoneId }) => zoneId ?? []));
  return [...[...typologies].map((typology) => ({ typology, field: "statements" })), ...[...zones].map((zoneId) => ({ zoneId, field: "figures" }))];
}
