import { beforeAll, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { findCommunity } from "@/data/community/communities";
import { findEditable } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { loadSources } from "@/data/import/load";
import { findSource } from "@/data/source/sources";
import type { Actor } from "@/domain/actor";
import type { OrganisationFields } from "@/domain/organisation-input";
import { loadCartography } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";
import { seedCopies } from "../support/seed-copies";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";
import { searchLabels } from "../../prisma/search-labels";
import { tableRows } from "../support/table-rows";

const MAPPING = "cartographie-osc-mali-2022";
const STUDY = "oim-samuel-hall-mali-2018";

const copySeed = seedCopies();

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

    const copy = await copySeed();
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

    const rows = await tableRows(db);
    expect((await load(copy.folder)).organisations).toEqual({ added: 0, updated: 0, unchanged: 327, keptForStaff: 1 });
    expect(await tableRows(db)).toEqual(rows);
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

    const copy = await copySeed();
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
    const copy = await copySeed();
    await copy.replace(`${MAPPING}/organisations.csv`, "direy-ben,Direy Ben,", "direy-ben,Direy Ben (new),");
    expect((await load(copy.folder)).organisations).toMatchObject({ added: 0, updated: 1 });
    expect(await db.organisation.findUnique({ where: { slug: "direy-ben" } })).toBeNull();
    expect(await find("direy-ben-de-gao")).toMatchObject({ id, name: "Direy Ben (new)" });
  });

  it("changes a note or a text of a community in the language in which the file changes it", async () => {
    const before = { study: (await findSource(STUDY))!, community: (await findCommunity("bafoulabe"))! };
    const copy = await copySeed();
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

    const rows = await tableRows(db);
    await load(copy.folder);
    expect(await tableRows(db)).toEqual(rows);
    await load();
    expect(await findCommunity("bafoulabe")).toEqual(before.community);
  });
});
