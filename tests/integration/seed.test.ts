import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/data/generated/prisma/client";
import { loadSeed, type SeedReport } from "@/data/seed/load";
import { SeedError } from "@/data/seed/problems";
import { copySeedFiles, SEED_FOLDER, type SeedCopy } from "../support/seed-files";
import { scratchDatabase } from "../support/scratch-database";

let client: PrismaClient;
let drop: () => Promise<void>;
let copy: SeedCopy | null = null;
let first: SeedReport;

const SEARCH_LABELS = new Map([["theme:youth_support", "Accompagnement de jeunes Support to young people"]]);
const seed = (folder = SEED_FOLDER, now = new Date()) => loadSeed(client, { folder, now, searchLabels: SEARCH_LABELS });
const find = (slug: string) => client.organisation.findUniqueOrThrow({ where: { slug } });

/** Every row of every table, with the hidden row version that any write would change. */
async function snapshot(): Promise<Record<string, string>> {
  const tables = await client.$queryRaw<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [content] = await client.$queryRawUnsafe<{ text: string }[]>(
      `select coalesce(string_agg(t.xmin::text || ' ' || t::text, E'\\n' order by t::text), '') as text from ${name} t`,
    );
    rows[name] = content!.text;
  }
  return rows;
}

beforeAll(async () => {
  ({ client, drop } = await scratchDatabase());
}, 60_000);
afterAll(() => drop());
afterEach(async () => {
  await copy?.remove();
  copy = null;
});

describe("loading seed-data", () => {
  it("loads nothing at all when one row is bad", async () => {
    copy = await copySeedFiles();
    await copy.replace("tableau-13.csv", ",834", ",eight");
    await expect(seed(copy.folder)).rejects.toThrow(SeedError);
    expect(await client.organisation.count()).toBe(0);
    expect(await client.zone.count()).toBe(0);
    expect(await client.source.count()).toBe(0);
  });

  it("loads everything into an empty database", async () => {
    first = await seed();
    expect(first.organisations).toEqual({ added: 141, updated: 0, unchanged: 0, keptForStaff: 0 });
    expect(await client.organisation.count({ where: { visibility: "public", publishedAt: { not: null } } })).toBe(141);
    expect(await client.organisation.count({ where: { kind: "network" } })).toBe(22);
    expect(await client.citation.count()).toBe(first.citations);
    expect(await client.contact.count()).toBe(first.contacts);
    expect(await client.sourceEntry.groupBy({ by: ["section"], _count: true, orderBy: { section: "asc" } })).toEqual([
      { section: "acronym", _count: 108 },
      { section: "bibliography", _count: 43 },
      { section: "method", _count: 16 },
      { section: "need", _count: 29 },
    ]);
  });

  it("gives every organisation a search row, with the zones around its own", async () => {
    const rows = await client.organisationSearch.findMany();
    expect(rows).toHaveLength(141);
    const { id } = await find("omrib");
    expect(rows.find((row) => row.organisationId === id)?.facets).toEqual(
      expect.arrayContaining(["zone:ML-1-yelimane", "zone:ML-1", "zone:ML", "country:ML", "typology:local_organisation", "budget:low"]),
    );
  });

  it("links members to their network, partners to each other, and cites each link", async () => {
    const fecam = await find("federation-des-communautes-africaines-au-mali");
    expect(await client.membership.count({ where: { networkId: fecam.id } })).toBe(19);
    const ame = await find("association-malienne-des-expulses");
    const partners = await client.partner.findMany({ where: { organisationId: ame.id }, include: { partner: true } });
    expect(partners.map((row) => row.partner?.slug ?? row.partnerClass).sort()).toEqual(
      ["cooperation_agencies", "eu_agencies", "foundations", "grdr", "international_ngos", "un_agencies"].sort(),
    );
    expect(await client.citation.count({ where: { organisationId: ame.id, field: "partners" } })).toBe(6);
  });

  it("changes not a single row the second time", async () => {
    const before = await snapshot();
    const again = await seed();
    expect(again.organisations).toEqual({ added: 0, updated: 0, unchanged: 141, keptForStaff: 0 });
    expect(again.otherChanges).toBe(0);
    expect(await snapshot()).toEqual(before);
  });

  it("leaves what staff edited, even where the file changes, and updates the others", async () => {
    const user = await client.user.create({ data: { email: "editor@example.org", name: "Editor", role: "editor", passwordHash: "-" } });
    const edited = await find("association-tile-coura");
    await client.organisation.update({ where: { id: edited.id }, data: { name: "Tilé Coura, corrected", memberCount: 12, version: 2 } });
    await client.change.create({ data: { organisationId: edited.id, actorId: user.id, actorName: user.name, action: "updated", fields: [] } });

    copy = await copySeedFiles();
    await copy.replace("organisations.csv", "association-tile-coura,Association Tilé Coura,ATC", "association-tile-coura,Association Tilé Coura (new),ATC");
    await copy.replace("organisations.csv", "direy-ben,Direy Ben,", "direy-ben,Direy-Ben,");
    await copy.append("organisations.csv", "maison-nouvelle,Maison nouvelle,,cso");
    await copy.append("tableau-05.csv", "youth_support,maison-nouvelle,Maison nouvelle,512");
    const before = await find("direy-ben");
    const report = await seed(copy.folder, new Date(Date.now() + 60_000));

    expect(report.organisations).toEqual({ added: 1, updated: 1, unchanged: 139, keptForStaff: 1 });
    expect(await find("association-tile-coura")).toMatchObject({ name: "Tilé Coura, corrected", memberCount: 12, version: 2, updatedAt: edited.updatedAt });
    expect(await find("maison-nouvelle")).toMatchObject({ kind: "cso" });
    const after = await find("direy-ben");
    expect(after).toMatchObject({ id: before.id, name: "Direy-Ben", version: before.version + 1 });
    expect(after.updatedAt > before.updatedAt).toBe(true);
    expect(await client.change.findFirst({ where: { organisationId: after.id }, orderBy: { id: "desc" } })).toMatchObject({
      action: "imported",
      actorId: null,
      fields: [{ field: "name", before: "Direy Ben", after: "Direy-Ben" }],
    });
  });

  it("leaves an entry that staff unpublished unpublished", async () => {
    const hidden = await find("enda-mali");
    await client.organisation.update({ where: { id: hidden.id }, data: { publishedAt: null } });
    await client.change.create({ data: { organisationId: hidden.id, actorName: "Editor", action: "unpublished", fields: [] } });
    await seed();
    expect((await find("enda-mali")).publishedAt).toBeNull();
    expect(await client.organisationSearch.findUnique({ where: { organisationId: hidden.id } })).toBeNull();
  });
});
