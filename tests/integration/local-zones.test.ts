import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { loadSources } from "@/data/import/load";
import { setPublished } from "@/data/editing/publication";
import { addZone } from "@/data/zone/add";
import { addedZones } from "@/data/zone/staff";
import type { Actor } from "@/domain/actor";
import { searchLabels } from "../../prisma/search-labels";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";
import { preview } from "../support/imports";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

let admin: Actor;
const { create, current } = editing(() => admin);
const TYPED = { name: "Sabouciré", level: "commune", inside: "kayes-cercle", source: "receipt" };
const RECEIPT = { slug: "receipt", title: "Essai de récépissé tu", kind: "receipt", language: "fr" };
const total = async (search: string) => (JSON.parse(await readRoute("/api/v1/organisations", `/api/v1/organisations${search}`)) as { total: number }).total;

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  await database().source.create({ data: RECEIPT });
}, 60_000);

describe("a place that staff add", () => {
  let [slug, entry] = ["", ""];
  const row = () => database().zone.findUniqueOrThrow({ where: { slug }, include: { names: true } });

  it("needs a name of its own, a level, a wider place around it and a source", async () => {
    expect(await addZone(admin, { name: " ", level: "country", inside: "nowhere", source: "none" })).toMatchObject({
      problems: [{ field: "name" }, { field: "level" }, { field: "inside" }, { field: "source" }],
    });
    expect(await addZone(admin, { ...TYPED, level: "region" })).toMatchObject({ problems: [{ field: "inside", reason: "wider" }] });
    const added = await addZone(admin, TYPED);
    expect(added).toEqual({ ok: true, slug: "x-saboucire" });
    if (added.ok) slug = added.slug;
    expect(await addZone(admin, { ...TYPED, name: "SABOUCIRE" })).toMatchObject({ problems: [{ field: "name", reason: "taken" }] });
    expect(await row()).toMatchObject({
      local: true,
      lat: null,
      lng: null,
      coordinatesSource: null,
      path: expect.stringMatching(/^ML\/ML-1\/.+\/.+-x-saboucire\/$/),
    });
  });

  it("is a zone like any other in the form, the lists, files, the search and on its page, by its name and inside what holds it", async () => {
    const before = await total("?zone=kayes");
    entry = await create({ name: "Essai de lieu", zones: ["saboucire"] });
    await setPublished(admin, entry, true);
    expect((await current(entry)).fields.zones).toEqual([(await row()).code]);
    for (const zone of [slug, "Sabouciré", (await row()).code]) expect(await total(`?zone=${encodeURIComponent(zone)}`), zone).toBe(1);
    expect(await total("?zone=kayes")).toBe(before + 1);
    expect(await total("?q=saboucire")).toBe(1);
    const page = await readRoute("/[locale]/zones/[code]", `/fr/zones/${slug}`);
    for (const words of ["Sabouciré", "Essai de lieu", "Lieu ajouté par le consortium"]) expect(page).toContain(words);
    expect(await readRoute("/[locale]/zones/[code]", "/fr/zones/kayes-cercle")).toContain("Sabouciré");
    const brought = await preview(admin, "lieux.csv", "name,zones\nEssai de fichier,Saboucire\n");
    expect((await brought.rows("new")).map(({ plan }) => (plan as { given: object }).given)).toMatchObject([{ zones: [(await row()).code] }]);
    expect(await addedZones(admin)).toMatchObject([{ slug, published: 1, all: 1, inside: { slug: "kayes-cercle" } }]);
  });

  it("names its source once the public may know of that", async () => {
    const page = () => readRoute("/[locale]/zones/[code]", `/fr/zones/${slug}`);
    expect(await page()).not.toContain(RECEIPT.title);
    await setPublished(admin, await create({ name: "Essai qui cite" }, { provenance: { source: RECEIPT.slug } }), true);
    expect(await page()).toContain(RECEIPT.title);
  });

  it("stays as it is when the sources are loaded again, inside its zone wherever that lies then", async () => {
    const before = await row();
    await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
    expect(await row()).toEqual(before);
    const around = await database().zone.update({ where: { slug: "kayes-cercle" }, data: { path: "ML/elsewhere/" } });
    await database().zone.update({ where: { id: before.id }, data: { path: `ML/elsewhere/${before.code}/` } });
    await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
    expect(around.path).not.toBe(before.path);
    expect(await row()).toEqual(before);
  }, 60_000);

  it("has a code and an address that no source has", async () => {
    const ofSources = await database().zone.findMany({ where: { local: false } });
    expect(ofSources.filter((zone) => zone.slug.startsWith("x-") || zone.code.includes("-x-"))).toEqual([]);
  });
});
