import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { findCommunity } from "@/data/community/communities";
import { findEditable } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import type { PrismaClient } from "@/data/generated/prisma/client";
import { loadSources, type ImportReport } from "@/data/import/load";
import { findSource } from "@/data/source/sources";
import { ImportError } from "@/data/sources/problems";
import type { Actor } from "@/domain/actor";
import type { OrganisationFields } from "@/domain/organisation-input";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";
import { scratchDatabase } from "../support/scratch-database";
import { copySeedFiles, SEED_FOLDER, sourcesIn, type SeedCopy } from "../support/seed-files";
import { SOURCES } from "@/data/sources/all";
import { searchLabels } from "../../prisma/search-labels";

const MAPPING = "cartographie-osc-mali-2022";
const STUDY = "oim-samuel-hall-mali-2018";

let copy: SeedCopy | null = null;
afterEach(async () => {
  await copy?.remove();
  copy = null;
});

/** Every row of every table, with the hidden row version that any write would change. */
async function snapshot(client: PrismaClient): Promise<Record<string, string>> {
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

describe("loading seed-data", () => {
  let client: PrismaClient;
  let drop: () => Promise<void>;
  let first: ImportReport;

  const NOW = new Date("2024-05-06T07:08:09.000Z");
  const SEARCH_LABELS = new Map([["theme:youth_support", "Accompagnement de jeunes Support to young people"]]);
  const seed = (folder = SEED_FOLDER, now = new Date()) => loadSources(client, { sources: sourcesIn(folder), now, searchLabels: SEARCH_LABELS });
  const find = (slug: string) => client.organisation.findUniqueOrThrow({ where: { slug } });

  beforeAll(async () => {
    ({ client, drop } = await scratchDatabase());
  }, 60_000);
  afterAll(() => drop());

  it("loads nothing at all when one row is bad", async () => {
    copy = await copySeedFiles();
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
    const before = await snapshot(client);
    const again = await seed();
    expect(again.organisations).toEqual({ added: 0, updated: 0, unchanged: 326, keptForStaff: 0 });
    expect(again.otherChanges).toBe(0);
    expect(await client.changeSet.count()).toBe(1);
    expect(await snapshot(client)).toEqual(before);
  });
});

describe("loading seed-data again after people worked", () => {
  const EDITED = "association-tile-coura";
  const db = database();
  const load = (folder = SEED_FOLDER) => loadSources(db, { sources: sourcesIn(folder), now: new Date(Date.now() + 60_000), searchLabels: searchLabels() });
  const find = (slug: string) => db.organisation.findUniqueOrThrow({ where: { slug } });
  const fieldsOf = async (slug: string) => (await findEditable(actor, slug))!.fields;
  let actor: Actor;

  /** Saves some fields of an entry as a person does. @returns the number of the change set */
  async function edit(slug: string, fields: Partial<OrganisationFields>): Promise<number> {
    const entry = (await findEditable(actor, slug))!;
    const saved = await saveOrganisation(actor, slug, organisationInput({ ...entry.fields, ...fields }, { version: entry.version }));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const { id } = await db.changeSet.findFirstOrThrow({ orderBy: { id: "desc" } });
    return id;
  }

  /** What the public reads of the grounds of the fields that staff changes below. */
  async function citationsOf(slug: string) {
    const { details } = await db.organisationSearch.findFirstOrThrow({ where: { organisation: { slug } } });
    return (details as { citations: { field: string }[] }).citations.filter(({ field }) => ["name", "member_count", "themes"].includes(field));
  }

  /** What the last change did to an entry. */
  async function lastChange(slug: string) {
    const { action, actorId, items } = await db.changeSet.findFirstOrThrow({
      where: { items: { some: { organisation: { slug } } } },
      include: { items: { where: { organisation: { slug } }, orderBy: { id: "asc" } } },
      orderBy: { id: "desc" },
    });
    return { action, actorId, fields: items.map(({ field, before, after }) => ({ field, before, after })) };
  }

  beforeAll(async () => {
    await loadCartography();
    actor = await makeActor("admin");
  }, 120_000);

  it("leaves each field that staff changed, lets the others of the entry follow the file, and updates the other entries", async () => {
    await edit(EDITED, { name: "Tilé Coura, corrected", member_count: 12, themes: ["immigrant_reception"] });
    const [edited, before, cited] = [await find(EDITED), await find("direy-ben"), await citationsOf(EDITED)];

    copy = await copySeedFiles();
    await copy.replace(`${MAPPING}/organisations.csv`, `${EDITED},Association Tilé Coura,ATC`, `${EDITED},Association Tilé Coura (new),ATC`);
    await copy.replace(`${MAPPING}/tableau-02.csv`, "Formelle/déclarée,declared,394", "Formelle/agrée,approved,394");
    await copy.replace(
      `${MAPPING}/tableau-13.csv`,
      `16,${EDITED},Association Tilé Coura (ATC),,`,
      `16,${EDITED},Association Tilé Coura (ATC),30,trente membres`,
    );
    await copy.replace(`${MAPPING}/tableau-05.csv`, `immigrant_reception,${EDITED},Association Tilé Coura (ATC),517`, "");
    await copy.replace(`${MAPPING}/organisations.csv`, "direy-ben,Direy Ben,", "direy-ben,Direy-Ben,");
    await copy.append(`${MAPPING}/organisations.csv`, "maison-nouvelle,Maison nouvelle,,cso");
    await copy.append(`${MAPPING}/tableau-05.csv`, "youth_support,maison-nouvelle,Maison nouvelle,512");
    const report = await load(copy.folder);

    expect(report.organisations).toEqual({ added: 1, updated: 2, unchanged: 324, keptForStaff: 1 });
    // What staff took away does not come back, what they left of a set stays, and what goes with their number is theirs too.
    expect(await fieldsOf(EDITED)).toMatchObject({
      name: "Tilé Coura, corrected",
      member_count: 12,
      member_note: null,
      themes: ["immigrant_reception"],
      legal_status: "approved",
    });
    expect(await citationsOf(EDITED)).toEqual(cited);
    expect((await find(EDITED)).version).toBe(edited.version + 1);
    expect(await lastChange(EDITED)).toEqual({
      action: "imported",
      actorId: null,
      fields: [{ field: "legal_status", before: "declared", after: "approved" }],
    });
    expect(await find("maison-nouvelle")).toMatchObject({ kind: "cso" });
    const after = await find("direy-ben");
    expect(after).toMatchObject({ id: before.id, name: "Direy-Ben", version: before.version + 1 });
    expect(await lastChange("direy-ben")).toEqual({
      action: "imported",
      actorId: null,
      fields: [{ field: "name", before: "Direy Ben", after: "Direy-Ben" }],
    });
    const { summary } = await db.organisationSearch.findUniqueOrThrow({ where: { organisationId: edited.id } });
    expect(summary).toMatchObject({ name: "Tilé Coura, corrected", memberCount: 12, legalStatus: "approved", themes: ["immigrant_reception"] });

    const rows = await snapshot(db);
    expect((await load(copy.folder)).organisations).toEqual({ added: 0, updated: 0, unchanged: 327, keptForStaff: 1 });
    expect(await snapshot(db)).toEqual(rows);
  });

  it("keeps an entry that the files no longer name as it was", async () => {
    const [before, fields] = [await find("maison-nouvelle"), await fieldsOf("maison-nouvelle")];
    expect((await load()).organisations).toEqual({ added: 0, updated: 2, unchanged: 324, keptForStaff: 1 });
    expect(await find("maison-nouvelle")).toEqual(before);
    expect(await fieldsOf("maison-nouvelle")).toEqual(fields);
    expect(await fieldsOf(EDITED)).toMatchObject({ name: "Tilé Coura, corrected", legal_status: "declared" });
  });

  it("lets the field follow the file again once the change of staff is undone", async () => {
    const set = await edit("enda-mali", { name: "Enda, corrected" });
    expect((await load()).organisations.keptForStaff).toBe(2);
    expect((await find("enda-mali")).name).toBe("Enda, corrected");
    expect(await undoChangeSet(actor, set)).toEqual({ ok: true, kept: [] });
    expect(await db.changeSet.findUniqueOrThrow({ where: { id: set } })).toMatchObject({ state: "undone" });

    copy = await copySeedFiles();
    expect((await find("enda-mali")).name).toBe("Enda Mali");
    await copy.replace(`${MAPPING}/organisations.csv`, "enda-mali,Enda Mali,", "enda-mali,Enda Mali (new),");
    expect((await load(copy.folder)).organisations.keptForStaff).toBe(1);
    expect((await find("enda-mali")).name).toBe("Enda Mali (new)");
  });

  it("leaves an entry that staff unpublished unpublished", async () => {
    await setPublished(actor, "enda-mali", false);
    await load();
    const hidden = await find("enda-mali");
    expect(hidden.publishedAt).toBeNull();
    expect(await db.organisationSearch.findUnique({ where: { organisationId: hidden.id } })).toBeNull();
  });

  it("knows an entry by the address that it had before", async () => {
    const { id } = await db.organisation.update({ where: { slug: "direy-ben" }, data: { slug: "direy-ben-de-gao" } });
    await db.redirect.create({ data: { slug: "direy-ben", organisationId: id } });
    copy = await copySeedFiles();
    await copy.replace(`${MAPPING}/organisations.csv`, "direy-ben,Direy Ben,", "direy-ben,Direy Ben (new),");
    expect((await load(copy.folder)).organisations).toMatchObject({ added: 0, updated: 1 });
    expect(await db.organisation.findUnique({ where: { slug: "direy-ben" } })).toBeNull();
    expect(await find("direy-ben-de-gao")).toMatchObject({ id, name: "Direy Ben (new)" });
  });

  it("changes a note or a text of a community in the language in which the file changes it", async () => {
    const before = { study: (await findSource(STUDY))!, community: (await findCommunity("bafoulabe"))! };
    copy = await copySeedFiles();
    await copy.replace(`${STUDY}/sources.json`, "The text has lost its title page:", "The text has no title page:");
    await copy.replace(`${STUDY}/communities-notes.csv`, "Factories in the area (", "Factories nearby (");
    await load(copy.folder);
    const note = before.study.note.en!.replace("has lost its", "has no");
    expect(await findSource(STUDY)).toEqual({ ...before.study, note: { ...before.study.note, en: note } });
    const [first, ...others] = before.community.notes;
    const changed = { ...first!, text: { ...first!.text, en: first!.text.en.replace("in the area", "nearby") } };
    expect(changed.text.en).not.toBe(first!.text.en);
    expect(await findCommunity("bafoulabe")).toEqual({ ...before.community, notes: [changed, ...others] });
    const { items } = await db.changeSet.findFirstOrThrow({ include: { items: { include: { source: true } } }, orderBy: { id: "desc" } });
    expect(items.flatMap(({ source }) => source?.slug ?? [])).toEqual([STUDY]);

    const rows = await snapshot(db);
    await load(copy.folder);
    expect(await snapshot(db)).toEqual(rows);
    await load();
    expect(await findCommunity("bafoulabe")).toEqual(before.community);
  });
});
