import { readRoute, statusOf } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { suggestZones } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { saveEntity } from "@/data/editing/entity-save";
import { listForStaff } from "@/data/editing/staff-list";
import { addZone } from "@/data/zone/add";
import { removeZone, renameZone } from "@/data/zone/change";
import { mergeZone } from "@/data/zone/merge";
import { addedZones, changesOfPlace, mergeOfPlace } from "@/data/zone/staff";
import { zoneTree } from "@/data/zone/tree";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeAccount, makeActor } from "../support/factories";
import { preview } from "../support/imports";
import { api } from "../support/local-terms";

let admin: Actor;
let entry = "";
const { create, change, current } = editing(() => admin);
const add = async (name: string, inside = "kayes-cercle", level = "locality") => {
  const added = await addZone(admin, { name, level, inside, source: CORRECTION_SOURCE });
  if (!added.ok) throw new Error(JSON.stringify(added));
  return added.slug;
};
const codeOf = async (slug: string) => (await database().zone.findUniqueOrThrow({ where: { slug } })).code;
const zonesOf = async (slug: string) => (await current(slug)).fields.zones;
const total = async (search: string) => (await api(search)).total;
const zonePage = (slug: string) => readRoute("/[locale]/zones/[code]", `/fr/zones/${slug}`);

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
}, 60_000);

describe("a place of staff that is called otherwise", () => {
  it("is found by both names, at the same address", async () => {
    const slug = await add("Essai Sabousiré");
    entry = await create({ name: "Essai du lieu renommé", zones: [slug] });
    await setPublished(admin, entry, true);
    expect(await renameZone(admin, slug, "  Essai  Sabouciré ")).toEqual({ ok: true, changed: true });
    expect(await renameZone(admin, slug, "Essai Sabouciré")).toEqual({ ok: true, changed: false });
    for (const name of ["essai sabousire", "Essai Sabouciré", slug]) expect(await total(`?zone=${encodeURIComponent(name)}`), name).toBe(1);
    for (const word of ["sabousire", "sabouciré"]) expect(await total(`?q=${encodeURIComponent(word)}`), word).toBe(1);
    expect(await zonePage(slug)).toContain("Essai Sabouciré</h1>");
    expect((await changesOfPlace(admin, slug)).map(({ field, before, after }) => [field, before, after])).toEqual([
      ["name", "Essai Sabousiré", "Essai Sabouciré"],
      [null, null, null],
    ]);
  });

  it("needs a name that no other place of its zone has, and is one of staff", async () => {
    const slug = await add("Essai Voisin");
    expect(await renameZone(admin, slug, "ESSAI SABOUSIRE")).toEqual({ ok: false, reason: "taken" });
    expect(await renameZone(admin, slug, " ")).toEqual({ ok: false, reason: "required" });
    expect(await renameZone(admin, slug, "x".repeat(121))).toEqual({ ok: false, reason: "too_long" });
    expect(await renameZone(admin, "kayes", "Autre")).toEqual({ ok: false, reason: "gone" });
  });
});

describe("a merge of places", () => {
  let [from, into, body, set] = ["", "", "", 0] as [string, string, string, number];
  let [fromCode, intoCode] = ["", ""];

  beforeAll(async () => {
    [from, into] = [await add("Essai Ancien Lieu"), await add("Essai Lieu Qui Reste", "nioro")];
    [fromCode, intoCode] = [await codeOf(from), await codeOf(into)];
    entry = await create({ name: "Essai de fusion de lieux", zones: [from, "ML-BKO"] }, { provenance: { place: "Entretien" } });
    await setPublished(admin, entry, true);
    const provenance = { basis: "verified", source: CORRECTION_SOURCE, place: "", said_on: "2024-03-15", note: "" };
    const said = { name: { value: "Essai d’instance" }, zones: { value: from } };
    const saved = await saveEntity(admin, { edited: "body", slug: null }, { version: null, withdraw: [], add: said, provenance });
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    body = saved.slug;
  });

  const named = async () =>
    (await database().statement.findMany({ where: { valueZone: { code: { in: [fromCode, intoCode] } }, withdrawnById: null }, include: { valueZone: true } }))
      .map(({ valueZone, entityId, place, saidById }) => [valueZone!.slug, entityId === null ? "entry" : "body", place, saidById !== null])
      .sort();

  it("says every statement anew of the other, of entries and of bodies, by one change set of one revision", async () => {
    const revision = async () => (await database().directoryRevision.findFirstOrThrow()).revision;
    const before = await revision();
    const result = await mergeZone(admin, from, into);
    expect(result).toMatchObject({ ok: true, entries: 1 });
    if (result.ok) set = result.changeSetId;
    expect((await revision()) - before).toBe(1n);
    expect(await named()).toEqual([
      [into, "body", null, true],
      [into, "entry", "Entretien", true],
    ]);
    expect(await zonesOf(entry)).toEqual(["ML-BKO", intoCode].sort());
    expect((await historyOf(admin, entry, 1))!.entries[0]).toMatchObject({ id: set, fields: [{ field: "zones" }] });
    expect(await total("?zone=nioro&q=fusion%20de%20lieux")).toBe(1);
    expect(await total("?zone=kayes-cercle&q=fusion%20de%20lieux")).toBe(0);
  });

  it("leads the old address, code and name to the other, and nobody chooses the old place", async () => {
    for (const typed of [from, fromCode, "essai ancien lieu", into]) expect(await total(`?zone=${encodeURIComponent(typed)}`), typed).toBe(1);
    expect(await zonePage(from)).toContain("Essai Lieu Qui Reste</h1>");
    expect((await zoneTree()).map(({ slug }) => slug)).not.toContain(from);
    expect((await suggestZones(admin, "essai ancien")).map(({ slug }) => slug)).toEqual([into]);
    expect(await change(entry, { zones: [from, "ML-BKO"] })).toMatchObject({ ok: true, changed: false });
    const brought = await preview(admin, "lieux.csv", `slug,zones\n${entry},Essai ancien lieu|Bamako\n`);
    expect(await brought.counts()).toMatchObject({ unchanged: 1 });
    expect((await listForStaff(admin, { q: "fusion de lieux", page: 1, zone: from })).total).toBe(1);
    expect(await addedZones(admin)).toContainEqual(expect.objectContaining({ slug: from, mergedInto: { slug: into, name: "Essai Lieu Qui Reste" }, all: 0 }));
    expect(await readRoute("/sitemap.xml", "/sitemap.xml")).not.toContain(`/zones/${from}`);
  });

  it("is refused of a place of the sources, of itself, twice, and of one that something holds", async () => {
    for (const [one, other, reason] of [
      ["kayes", into, "gone"],
      [into, into, "itself"],
      [from, into, "gone"],
      [into, "nowhere", "gone"],
    ] as const)
      expect(await mergeZone(admin, one, other), one).toEqual({ ok: false, reason });
    const around = await add("Essai Commune", "kayes-cercle", "commune");
    await add("Essai Dedans", around);
    expect(await mergeZone(admin, around, into)).toEqual({ ok: false, reason: "in_use" });
    const office = await add("Essai Bureau");
    const { id } = await makeAccount({ role: "editor" });
    await database().userZone.create({ data: { userId: id, zoneId: (await database().zone.findUniqueOrThrow({ where: { slug: office } })).id } });
    expect(await mergeZone(admin, office, into)).toEqual({ ok: false, reason: "in_use" });
  });

  it("is undone by who may change vocabularies, and by nobody else", async () => {
    expect(await mergeOfPlace(admin, from)).toBe(set);
    expect(await undoChangeSet(await makeActor("editor"), set, entry)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(admin, set)).toEqual({ ok: true, kept: [] });
    expect(await named()).toEqual([
      [from, "body", null, true],
      [from, "entry", "Entretien", true],
    ]);
    expect(await total(`?zone=${from}`)).toBe(1);
    expect(await total(`?zone=${into}`)).toBe(0);
    expect(await zonePage(from)).toContain("Essai Ancien Lieu</h1>");
    expect(await mergeOfPlace(admin, from)).toBeNull();
    expect((await database().entity.findFirstOrThrow({ where: { slug: body } })).version).toBeGreaterThan(2);
  });

  it("takes along what was merged into the place before, and gives it back", async () => {
    const [first, last] = [await add("Essai Premier"), await add("Essai Dernier", "nioro")];
    expect(await mergeZone(admin, first, from)).toMatchObject({ ok: true });
    const second = await mergeZone(admin, from, last);
    const meaning = async () => (await database().zone.findUniqueOrThrow({ where: { slug: first }, include: { mergedInto: true } })).mergedInto?.slug;
    expect(await meaning()).toBe(last);
    expect(await zonesOf(entry)).toContain(await codeOf(last));
    if (second.ok) expect(await undoChangeSet(admin, second.changeSetId)).toEqual({ ok: true, kept: [] });
    expect(await meaning()).toBe(from);
  });

  it("says of the other what is said of the place while it is merged, also by undoing", async () => {
    const late = await add("Essai en retard");
    const other = await create({ name: "Essai qui revient", zones: [late] });
    await change(other, { zones: [] });
    const [last] = (await historyOf(admin, other, 1))!.entries;
    expect(await mergeZone(admin, late, "kayes-cercle")).toMatchObject({ ok: true, entries: 0 });
    expect(await undoChangeSet(admin, last!.id, other)).toMatchObject({ ok: true });
    expect(await zonesOf(other)).toEqual([await codeOf("kayes-cercle")]);
  });
});

describe("a place of staff that nothing names", () => {
  it("can be removed, is then no choice, and stands again when it is added", async () => {
    const slug = await add("Essai de trop");
    const used = await add("Essai utilisé");
    await create({ name: "Essai qui l’utilise", zones: [used] });
    expect(await removeZone(admin, used)).toEqual({ ok: false, reason: "in_use" });
    expect(await removeZone(admin, "kayes")).toEqual({ ok: false, reason: "gone" });
    expect(await removeZone(admin, slug)).toEqual({ ok: true, changed: true });
    expect(await removeZone(admin, slug)).toEqual({ ok: false, reason: "gone" });
    expect(await statusOf("/api/v1/organisations", `/api/v1/organisations?zone=${slug}`)).toBe(400);
    expect((await addedZones(admin)).map((zone) => zone.slug)).not.toContain(slug);
    expect(await suggestZones(admin, "essai de trop")).toEqual([]);
    expect(await add("Essai de trop")).toBe(slug);
    expect(await total(`?zone=${slug}`)).toBe(0);
  });
});
