import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/data/generated/prisma/client";
import { loadSources, type ImportReport } from "@/data/import/load";
import { ImportError } from "@/data/sources/problems";
import { scratchDatabase } from "../support/scratch-database";
import { seedCopies } from "../support/seed-copies";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";
import { isOlder } from "../../scripts/runtime/database-commands";
import { SOURCES } from "@/data/sources/all";
import { tableRows } from "../support/table-rows";

const MAPPING = "cartographie-osc-mali-2022";

const STUDY = "oim-samuel-hall-mali-2018";
const copySeed = seedCopies();

describe("loading seed-data", () => {
  let client: PrismaClient;
  let drop: () => Promise<void>;
  let url: string;
  let first: ImportReport;

  const NOW = new Date("2024-05-06T07:08:09.000Z");
  const SEARCH_LABELS = new Map([["theme:youth_support", "Accompagnement de jeunes Support to young people"]]);
  const seed = (folder = SEED_FOLDER, now = new Date()) => loadSources(client, { sources: sourcesIn(folder), now, searchLabels: SEARCH_LABELS });
  const find = (slug: string) => client.organisation.findUniqueOrThrow({ where: { slug } });

  beforeAll(async () => {
    ({ client, drop, url } = await scratchDatabase());
  }, 60_000);
  afterAll(() => drop());

  it("loads nothing at all when one row is bad", async () => {
    const copy = await copySeed();
    await copy.replace(`${MAPPING}/tableau-13.csv`, ",834", ",eight");
    await expect(seed(copy.folder)).rejects.toThrow(ImportError);
    expect(await client.organisation.count()).toBe(0);
    expect(await client.zone.count()).toBe(0);
    expect(await client.source.count()).toBe(0);
    expect(await client.changeSet.count()).toBe(0);
  });

  it("loads everything into an empty database", async () => {
    first = await seed(SEED_FOLDER, NOW);
    expect(first.organisations).toEqual({ added: 326, updated: 0, unchanged: 0, keptForStaff: 0 });
    expect(await client.organisation.count({ where: { visibility: "public", publishedAt: { not: null } } })).toBe(326);
    expect(await client.organisation.count({ where: { networkScope: { not: null } } })).toBe(22);
    const count = (of: "organisationId" | "typology" | "zoneId") => client.statement.count({ where: { [of]: { not: null }, cited: true } });
    expect([await count("organisationId"), await count("typology"), await count("zoneId")]).toEqual([
      first.given.statements,
      first.given.typologyStatements,
      first.given.figures,
    ]);
    // The 103 of Tableau 13 and the 15 sites of Tableau 11.
    expect(await client.statement.count({ where: { field: "contacts" } })).toBe(118);
    expect(await client.zone.count()).toBe(first.given.zones);
    expect(await client.sourceEntry.count()).toBe(first.given.entries);
    expect(await client.sourceEntry.groupBy({ by: ["section"], _count: true, orderBy: { section: "asc" } })).toEqual([
      { section: "acronym", _count: 108 },
      { section: "bibliography", _count: 43 },
      { section: "method", _count: 16 },
      { section: "need", _count: 29 },
    ]);
  });

  it("says all of it in one accepted change set of no person, in the history of every organisation", async () => {
    const [set, ...others] = await client.changeSet.findMany({ include: { items: true } });
    expect(others).toEqual([]);
    expect(set).toMatchObject({ state: "accepted", action: "imported", actorId: null, actorName: SOURCES.map(({ slug }) => slug).join(", "), at: NOW });
    expect(await client.statement.count({ where: { madeById: { not: set!.id } } })).toBe(0);
    expect(await client.statement.count({ where: { OR: [{ withdrawnById: { not: null } }, { saidOn: { not: null } }] } })).toBe(0);
    const items = set!.items.filter(({ organisationId }) => organisationId !== null);
    expect(new Set(items.map(({ organisationId }) => organisationId)).size).toBe(326);
    expect(items.filter(({ field }) => field !== null)).toEqual([]);
  });

  it("gives every organisation a search row, with the zones around its own", async () => {
    const rows = await client.organisationSearch.findMany();
    expect(rows).toHaveLength(326);
    const { id } = await find("omrib");
    expect(rows.find((row) => row.organisationId === id)?.facets).toEqual(
      expect.arrayContaining(["zone:ML-1-yelimane", "zone:ML-1", "zone:ML", "country:ML", "typology:local_organisation", "budget:low"]),
    );
  });

  it("links members to their network, partners to each other, and cites each link", async () => {
    const fecam = await find("federation-des-communautes-africaines-au-mali");
    expect(await client.organisationLink.count({ where: { field: "networks", otherId: fecam.id } })).toBe(19);
    const ame = await find("association-malienne-des-expulses");
    const partners = await client.statement.findMany({
      where: { organisationId: ame.id, field: { in: ["partners", "partner_classes"] }, cited: true },
      include: { valueOrganisation: true },
    });
    expect(partners.map((row) => row.valueOrganisation?.slug ?? row.code).sort()).toEqual(
      ["cooperation_agencies", "eu_agencies", "foundations", "grdr", "international_ngos", "un_agencies"].sort(),
    );
    const links = await client.organisationLink.findMany({ where: { organisationId: ame.id, field: "partners" }, include: { other: true } });
    expect(links.map(({ other }) => other.slug)).toEqual(["grdr"]);
    const { details } = await client.organisationSearch.findUniqueOrThrow({ where: { organisationId: ame.id } });
    const { citations } = details as { citations: { field: string }[] };
    expect(citations.filter(({ field }) => field === "partners")).toHaveLength(6);
  });

  it("makes no change set and changes not a single row the second time", async () => {
    const before = await tableRows(client);
    const again = await seed();
    expect(again.organisations).toEqual({ added: 0, updated: 0, unchanged: 326, keptForStaff: 0 });
    expect(again.otherChanges).toBe(0);
    expect(await client.changeSet.count()).toBe(1);
    expect(await tableRows(client)).toEqual(before);
  });

  it("is what a start does again when the files are not those loaded last, and only then", async () => {
    expect(await isOlder(url)).toBe(false);
    await client.source.update({ where: { slug: STUDY }, data: { filesDigest: "0123456789abcdef" } });
    expect(await isOlder(url)).toBe(true);
    expect((await seed()).organisations).toMatchObject({ added: 0, updated: 0 });
    expect(await isOlder(url)).toBe(false);
  });
});
