import { describe, expect, it } from "vitest";
import { archiveOrganisation } from "@/data/editing/archive";
import { saveOrganisation } from "@/data/editing/save";
import { likelyPairs, setDistinct } from "@/data/merge/duplicates";
import { keysOf } from "@/data/merge/keys";
import { mergeOrganisations } from "@/data/merge/merge";
import type { Actor } from "@/domain/actor";
import { editingFromNothing } from "../support/editing";
import { makeActor, organisationInput } from "../support/factories";

const { made, create, current, change } = editingFromNothing();

/** The pairs in which an entry is: the other one, and why. */
async function pairsOf(slug: string, who: Actor = made.actor, distinct = false) {
  const { pairs } = await likelyPairs(who, { page: 1, distinct });
  return pairs.flatMap(({ first, second, reasons, places }) => {
    const [other] = [first, second].filter((entry) => entry.slug !== slug);
    return first.slug === slug || second.slug === slug ? [{ other: other!.slug, reasons, places }] : [];
  });
}
const phone = (raw: string) => [{ channel: "phone", raw, state: "ok" }];

describe("the keys of an entry", () => {
  it("forget what is written in different ways, and keep what tells two apart", () => {
    const nameOf = (name: string) => keysOf({ name, acronym: null, alias: [] }, [])[0]!.key;
    expect(nameOf("Association des Femmes Migrantes de Kayes")).toBe(nameOf("Femmes migrante de KAYES (ONG)"));
    expect(nameOf("Groupement 1")).not.toBe(nameOf("Groupement 2"));
    expect(nameOf("Association")).not.toBe("");
    const site = (usable: string) => keysOf({ name: "", acronym: "A.M.E.", alias: [] }, [{ channel: "website", usable }]);
    expect(site("https://www.essai.example/")).toEqual(site("http://essai.example"));
    expect(site("http://essai.example")[0]).toEqual({ kind: "acronym", key: "ame" });
  });
});

describe("entries that may be one", () => {
  it("are listed with what they share, most first, and leave the list when they share it no longer", async () => {
    const zones = [made.zones.region.code];
    const one = await create({ name: "Association des tisserands de l’essai", acronym: "TIS", contacts: phone("20 11 22 33"), zones });
    const other = await create({ name: "Tisserands essai", alias: ["Autre graphie"], contacts: phone("+223 20 11 22 33"), zones });
    const third = await create({ name: "Essai des potiers", acronym: "T.I.S." });
    expect(await pairsOf(one)).toEqual([
      { other, reasons: ["name", "phone"], places: [made.zones.region.name] },
      { other: third, reasons: ["acronym"], places: [] },
    ]);
    await change(other, { name: "Teinturières", alias: [], contacts: [] });
    // The former name stays as another name.
    expect(await pairsOf(other)).toEqual([{ other: one, reasons: ["name"], places: [made.zones.region.name] }]);
    await change(other, { alias: [] });
    expect(await pairsOf(other)).toEqual([]);
  });

  it("are not proposed again once staff said that they are two, until that is taken back", async () => {
    const [one, other] = [await create({ name: "Essai Ressemblance", acronym: "ERA" }), await create({ name: "Essai tout autre", acronym: "ERA" })];
    expect(await setDistinct(made.actor, [other, one], true)).toBe(true);
    expect(await setDistinct(made.actor, [one, other], true)).toBe(true);
    await change(one, { founded_year: "1990" });
    expect([await pairsOf(one), (await pairsOf(one, made.actor, true)).length]).toEqual([[], 1]);
    await setDistinct(made.actor, [one, other], false);
    expect(await pairsOf(one)).toHaveLength(1);
  });

  it("are none of those merged or archived, nor of what many share, nor of what this person may not see", async () => {
    const make = (name: string, more = {}) => create({ name, acronym: "EMA", ...more });
    const [one, other, third] = [await make("Essai lune"), await make("Essai soleil"), await make("Essai étoile", { visibility: "confidential" })];
    expect((await pairsOf(one)).map((pair) => pair.other).sort()).toEqual([other, third].sort());
    const editor = await makeActor("editor");
    expect((await pairsOf(one, editor)).map((pair) => pair.other)).toEqual([other]);
    await archiveOrganisation(made.actor, other, "Essai");
    expect((await pairsOf(one, editor)).map((pair) => pair.other)).toEqual([]);
    const [a, b] = [await create({ name: "Essai granit", acronym: "EGR" }), await create({ name: "Essai basalte", acronym: "EGR" })];
    const versions = { survivor: (await current(a)).version, merged: (await current(b)).version };
    await mergeOrganisations(made.actor, { survivor: a, merged: b, versions, takes: new Set(), note: null });
    expect(await pairsOf(a)).toEqual([]);
    for (let n = 0; n < 9; n += 1) await create({ name: `Essai commun ${n}`, acronym: "COMMUN" });
    const { pairs } = await likelyPairs(made.actor, { page: 1, distinct: false });
    expect(pairs.filter(({ first }) => first.name === "Essai commun 8")).toEqual([]);
  });
});

describe("typing a new entry", () => {
  it("warns beside each control of what another has too, and never refuses who says that it is another", async () => {
    const slug = await create({
      name: "Essai des brodeuses du quartier nord",
      acronym: "EBQ",
      zones: [made.zones.region.code],
      contacts: phone("20 55 66 77"),
    });
    const save = (fields: Record<string, unknown>, homonym = "") => saveOrganisation(made.actor, null, { ...organisationInput(fields), homonym });
    const twice = { name: "Brodeuses", acronym: "E.B.Q.", contacts: [{ channel: "email", raw: "x@essai.example", state: "ok" }, ...phone("0022320556677")] };
    const value = `Essai des brodeuses du quartier nord, ${slug}`;
    expect(await save(twice)).toEqual({
      ok: false,
      reason: "invalid",
      problems: [
        { path: "fields.acronym", reason: "like_acronym", value },
        { path: "fields.contacts.1.raw", reason: "like_phone", value },
      ],
    });
    expect(await save(twice, "Un autre nom")).toMatchObject({ ok: false });
    expect(await save(twice, "brodeuses")).toMatchObject({ ok: true });
    const near = { name: "Essai des brodeuses du quartier sud", zones: [made.zones.region.code] };
    expect(await save(near)).toMatchObject({ problems: [{ path: "fields.name", reason: "like_place", value }] });
    expect(await save({ ...near, name: "Essai des brodeuses du quartier 2" })).toMatchObject({ ok: true });
    expect(await save({ ...near, zones: [] })).toMatchObject({ ok: true });
  });
});
