import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { findEditableRecord } from "@/data/editing/entity-form";
import { saveEntity } from "@/data/editing/entity-save";
import { setEntityPublished, undoEntityChange } from "@/data/editing/entity-undo";
import { loadSources } from "@/data/import/load";
import { statementsOfTypologies } from "@/data/organisation/typologies";
import { allStatistics } from "@/data/statistic/published";
import type { Actor } from "@/domain/actor";
import { editedField, type EditedRecord } from "@/domain/edited";
import { searchLabels } from "../../prisma/search-labels";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

const MALI: EditedRecord = { edited: "zone", slug: "mali" };
const KITA: EditedRecord = { edited: "community", slug: "kita" };
const NGO: EditedRecord = { edited: "typology", slug: "national_ngo" };
const PROVENANCE = { basis: "verified", source: "correction-consortium", place: "essai", said_on: "2026-03-15", note: "Note d’essai" };
type Change = { add?: Record<string, Record<string, unknown>>; withdraw?: number[] };
let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("editor");
}, 120_000);

const recordOf = async (record: EditedRecord) => (await findEditableRecord(actor, record))!;
async function edit(record: EditedRecord, change: Change) {
  const { version } = await recordOf(record);
  return saveEntity(actor, record, { version, withdraw: [], add: {}, provenance: PROVENANCE, ...change });
}
const undoLast = async (record: EditedRecord) => undoEntityChange(actor, record, (await recordOf(record)).changes[0]!.id);
const loadAgain = () => loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });

describe("the figures of a zone", () => {
  const abroad = async () => (await allStatistics()).filter(({ zone, measure }) => zone.code === "ML" && measure === "malians_abroad");

  it("are said by staff with their time and reserve beside those of documents, wherever these are read", async () => {
    const before = (await abroad()).length;
    expect(await edit(MALI, { add: { malians_abroad: { value: "6 000 000,5", since: "2024", moreThan: "1" } } })).toMatchObject({ ok: true, changed: true });
    expect(await abroad()).toHaveLength(before + 1);
    expect((await abroad()).at(-1)).toMatchObject({ value: 6_000_000.5, unit: "persons", since: "2024", moreThan: true, about: false, line: null });
    expect(await readRoute("/[locale]/chiffres", "/en/chiffres")).toContain("6,000,000.5");
    expect(await readRoute("/api/v1/[nouns]", "/api/v1/figures.csv")).toContain("6000000.5,persons,false,true,2024,correction-consortium");
    expect((await recordOf(MALI)).changes[0]).toMatchObject({ who: actor.name, items: [{ field: "malians_abroad", before: null, after: "6000000.5" }] });
  });

  it("are not said twice by one source for one time, unless the first is taken back", async () => {
    const again = { malians_abroad: { value: "7000000", since: "2024" } };
    expect(await edit(MALI, { add: again })).toMatchObject({ problems: [{ path: "add.malians_abroad", reason: "repeated_figure" }] });
    const [own] = (await recordOf(MALI)).held.filter(({ source, field }) => source === "correction-consortium" && field === "malians_abroad");
    expect(await edit(MALI, { add: again, withdraw: [own!.id] })).toMatchObject({ ok: true });
    expect((await abroad()).map(({ value }) => value)).toContain(7_000_000);
    expect(await undoLast(MALI)).toEqual([]);
    expect((await abroad()).map(({ value }) => value)).toContain(6_000_000.5);
  });

  it("are numbers with a time that can be read", async () => {
    const add = { malians_abroad: { value: "beaucoup", since: "hier" }, ngos_2017: { value: "", since: "2017" } };
    expect(await edit(MALI, { add })).toMatchObject({
      problems: [
        { path: "add.malians_abroad", reason: "not_a_figure" },
        { path: "since.malians_abroad", reason: "not_a_time" },
        { path: "add.ngos_2017", reason: "required" },
      ],
    });
  });

  it("stay as staff left them when the files are loaded again", async () => {
    const [printed] = (await recordOf(MALI)).held.filter(({ field }) => field === "ngos_2017");
    await edit(MALI, { withdraw: [printed!.id], add: { ngos_2017: { value: "4242" } } });
    await loadAgain();
    const of2017 = (await allStatistics()).filter(({ measure }) => measure === "ngos_2017");
    expect(of2017.map(({ value }) => value)).toEqual([4242]);
    expect(await undoLast(MALI)).toEqual([]);
    await loadAgain();
    expect((await allStatistics()).filter(({ measure }) => measure === "ngos_2017").map(({ value }) => value)).toEqual([Number(printed!.value)]);
  });

  it("have the unit that the documents give them, and every one has its field", async () => {
    for (const { measure, unit } of await allStatistics()) expect(editedField("zone", measure), measure).toMatchObject({ shape: "number", unit });
  });
});

describe("a community", () => {
  it("has values of several sources, the first shown first and what differs told", async () => {
    expect(
      await edit(KITA, { add: { population: { value: "60000", since: "2022", about: "1" }, priority: { value: "Un essai.", english: "A trial." } } }),
    ).toMatchObject({
      ok: true,
    });
    const html = await readRoute("/[locale]/communautes/[slug]", "/en/communautes/kita");
    expect(html).toContain("48,947 inhabitants at the 2009 census");
    expect(html.slice(html.indexOf("What sources say differently")).split("</section>")[0]).toMatch(/Population[\s\S]*48,947[\s\S]*about[\s\S]*60,000/);
    expect(html).toContain("A trial.");
    expect(html).toContain("/en/sources/correction-consortium");
    const [census] = (await recordOf(KITA)).held.filter(({ field }) => field === "population");
    expect(await edit(KITA, { withdraw: [census!.id] })).toMatchObject({ ok: true });
    const corrected = await readRoute("/[locale]/communautes/[slug]", "/en/communautes/kita");
    expect(corrected).toContain("about 60,000 inhabitants");
    expect(corrected).not.toContain("48,947");
  });

  it("that is hidden is found by no list, filter or map", async () => {
    await setEntityPublished(actor, KITA, false);
    expect(await readRoute("/[locale]/communautes", "/fr/communautes")).not.toContain("/communautes/kita");
    expect(await readRoute("/[locale]/zones/[code]", "/fr/zones/kita")).not.toContain("/communautes/kita");
    expect(await readRoute("/[locale]/filieres", "/fr/filieres")).not.toContain("/communautes/kita");
    expect(await readRoute("/api/v1/organisations", "/api/v1/organisations?community=kita")).toContain('"status":400');
    await setEntityPublished(actor, KITA, true);
    expect(await readRoute("/[locale]/communautes", "/fr/communautes")).toContain("/communautes/kita");
    expect(await readRoute("/api/v1/organisations", "/api/v1/organisations?community=kita")).toContain('"slug"');
  });
});

describe("what is said of a typology", () => {
  const texts = async () => (await statementsOfTypologies(["national_ngo"])).map(({ text }) => text);

  it("is added by staff in both languages, taken back and undone", async () => {
    const before = await texts();
    expect(await edit(NGO, { add: { features: { value: "Un essai de trait.", english: "A trial of a feature." } } })).toMatchObject({ ok: true });
    expect(await texts()).toContain("Un essai de trait.");
    expect(await readRoute("/[locale]/typologies/[code]", "/en/typologies/national_ngo")).toContain("A trial of a feature.");
    const [first] = (await recordOf(NGO)).held.filter(({ field }) => field === "added_values");
    expect(await edit(NGO, { withdraw: [first!.id] })).toMatchObject({ ok: true });
    expect(await texts()).not.toContain(first!.value);
    await loadAgain();
    expect(await texts()).not.toContain(first!.value);
    expect(await undoLast(NGO)).toEqual([]);
    const added = (await recordOf(NGO)).changes.find(({ items }) => items.some(({ field }) => field === "features"))!;
    expect(await undoEntityChange(actor, NGO, added.id)).toEqual([]);
    expect((await texts()).sort()).toEqual(before.sort());
  });

  it("has no new kinds, and no zone is made here", async () => {
    const input = { version: null, withdraw: [], add: {}, provenance: PROVENANCE };
    expect(await saveEntity(actor, { edited: "typology", slug: null }, input)).toMatchObject({ reason: "not_found" });
    expect(await saveEntity(actor, { edited: "typology", slug: "none_such" }, input)).toMatchObject({ reason: "not_found" });
    expect(await saveEntity(actor, { edited: "zone", slug: null }, input)).toMatchObject({ reason: "not_found" });
  });
});
