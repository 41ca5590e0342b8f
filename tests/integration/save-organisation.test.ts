import { describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { saveOrganisation, type SaveResult } from "@/data/editing/save";
import { editingFromNothing } from "../support/editing";
import { makeActor, makeSource, organisationInput } from "../support/factories";

const { made, create, current, change, rowOf, searchRow } = editingFromNothing();
const problems = (result: SaveResult) => (!result.ok && result.reason === "invalid" ? result.problems.map(({ path, reason }) => `${path} ${reason}`) : result);

describe("a new organisation", () => {
  it("is kept with every field, cited and in the history, and is not published", async () => {
    const partner = await create({ name: "Essai Partenaire", acronym: "EPA" });
    const network = await create({ name: "Essai Réseau", kind: "network" });
    const slug = await create({
      name: "Essai d’Élan",
      acronym: "EDE",
      alias: ["Essai Elan"],
      typology: "national_ngo",
      perimeter: "local",
      perimeter_scale: "cercle",
      zones: [`essai region ${made.zones.region.slug.split("-").at(-1)}`],
      legal_status: "approved",
      founded_year: "1996",
      member_count: "34",
      member_note: "34 associations",
      interviewed: "true",
      themes: ["women_rights"],
      needs: ["associative_life"],
      partners: ["EPA"],
      partner_classes: ["foundations"],
      networks: ["essai reseau"],
      problems: ["Essai de problème"],
      contacts: [
        { channel: "phone", raw: "20 24 11 22", state: "ok" },
        { channel: "website", raw: "essai.example.org", state: "ok" },
      ],
    });
    expect(slug).toBe("essai-d-elan");
    const { fields, publishedAt, version } = await current(slug);
    expect(fields).toMatchObject({
      zones: [made.zones.region.code],
      partners: [partner],
      partner_classes: ["foundations"],
      networks: [network],
      founded_year: 1996,
      interviewed: true,
    });
    expect([publishedAt, version]).toEqual([null, 1]);
    const row = await rowOf(slug);
    expect(row.usable).toEqual(["+22320241122", "https://essai.example.org/"]);
    expect(
      row.citations.every(({ agrees, basis, place, source }) => agrees && basis === "verified" && place === "essai" && source === "correction-consortium"),
    ).toBe(true);
    expect(new Set(row.citations.map(({ field }) => field))).toEqual(
      new Set([
        "name",
        "acronym",
        "alias",
        "kind",
        "typology",
        "perimeter",
        "zones",
        "legal_status",
        "founded_year",
        "member_count",
        "interviewed",
        "themes",
        "needs",
        "partners",
        "networks",
        "problems",
        "contacts",
      ]),
    );
    expect(row.changes).toMatchObject([{ action: "created", state: "accepted", who: made.actor.name, note: "Note d’essai" }]);
    expect(await searchRow(slug)).toBeUndefined();
  });

  it("gets a slug of its own, once: of the acronym when the name is long, numbered when taken", async () => {
    const long = "Essai de l’association pour le développement intégré des communes rurales du bord du fleuve";
    expect(await create({ name: long, acronym: "EADC" })).toBe("eadc");
    expect(await create({ name: "Eadc" })).toBe("eadc-2");
    await change("eadc-2", { name: "Essai Renommé" });
    expect((await current("eadc-2")).fields).toMatchObject({ name: "Essai Renommé", alias: ["Eadc"] });
  });

  it("may have the name of another when staff say that it is not that one, and keeps an address of its own", async () => {
    await create({ name: "Essai Homonyme" });
    const other = { ...organisationInput({ name: "Essai homonyme" }), homonym: "essai HOMONYME" };
    expect(await saveOrganisation(made.actor, null, other)).toMatchObject({ ok: true, slug: "essai-homonyme-2" });
    const unlike = { ...organisationInput({ name: "Essai homonyme" }), homonym: "Un autre nom" };
    expect(problems(await saveOrganisation(made.actor, null, unlike))).toEqual(["fields.name same_name"]);
  });

  it("is refused when another has its name, accents or not, and leaves nothing behind", async () => {
    await create({ name: "Essai Unique" });
    const before = await database().organisation.count();
    expect(problems(await saveOrganisation(made.actor, null, organisationInput({ name: "essai  unïque" })))).toEqual(["fields.name same_name"]);
    expect(await database().organisation.count()).toBe(before);
  });

  it("is not refused by the name of an entry that its author may not see, of which they learn nothing", async () => {
    const hidden = await create({ name: "Essai Secrète" });
    await database().organisation.update({ where: { slug: hidden }, data: { visibility: "confidential" } });
    const same = organisationInput({ name: "Essai secrète" });
    expect(problems(await saveOrganisation(made.actor, null, same))).toEqual(["fields.name same_name"]);
    expect(await saveOrganisation(await makeActor("editor"), null, same)).toMatchObject({ ok: true });
  });
});

describe("a change", () => {
  it("writes who, when, before and after, and moves the version", async () => {
    const slug = await create({ founded_year: 1990 });
    expect(await change(slug, { founded_year: "1994", themes: ["child_rights"] })).toEqual({ ok: true, slug, version: 2, changed: true });
    const history = (await historyOf(made.actor, slug, 1))!;
    expect(history.entries[0]).toMatchObject({
      who: made.actor.name,
      action: "updated",
      fields: [
        { field: "themes", before: [], after: ["child_rights"] },
        { field: "founded_year", before: 1990, after: 1994 },
      ],
    });
    expect((await current(slug)).version).toBe(2);
  });

  it("writes nothing when nothing changed", async () => {
    const slug = await create({ zones: [made.zones.country.code], contacts: [{ channel: "phone", raw: "essai", state: "invalid" }] });
    const before = await rowOf(slug);
    expect(await change(slug, {})).toEqual({ ok: true, slug, version: 1, changed: false });
    expect(await rowOf(slug)).toEqual(before);
  });

  it("keeps what an earlier source said, as replaced by the correction", async () => {
    const source = await makeSource();
    const slug = await create(
      { legal_status: "declared", zones: [made.zones.region.code] },
      { provenance: { source: source.slug, place: "Tableau 2", basis: "stated" } },
    );
    await change(slug, { legal_status: "approved", zones: [made.zones.region.code, made.zones.country.code] });
    const said = (await rowOf(slug)).citations
      .filter(({ field }) => field === "legal_status" || field === "zones")
      .map(({ field, value, agrees, replaced, source: by }) => [field, value, agrees, replaced, by]);
    expect(said).toEqual([
      ["legal_status", "declared", false, true, source.slug],
      ["zones", made.zones.region.code, true, false, source.slug],
      ["legal_status", "approved", true, false, "correction-consortium"],
      ["zones", made.zones.country.code, true, false, "correction-consortium"],
      ["zones", made.zones.region.code, true, false, "correction-consortium"],
    ]);
    await change(slug, { legal_status: "declared" });
    expect((await current(slug)).fields.legal_status).toBe("declared");
  });

  it("leaves nothing of a correction that is corrected itself, but in the history", async () => {
    const source = await makeSource();
    const slug = await create({ member_count: 12, member_note: "12 membres" }, { provenance: { source: source.slug, place: "Tableau 2", basis: "stated" } });
    await change(slug, { member_count: 31, member_note: "31 membres", founded_year: 1990, description_fr: "Essai avant.", description_en: "Test before." });
    await change(slug, { member_count: 13, founded_year: 1991, description_fr: "Essai après." });
    const { citations, changes } = await rowOf(slug);
    const of = (field: string) => citations.filter((said) => said.field === field).map(({ value }) => value);
    expect([of("member_count"), of("founded_year"), of("description")]).toEqual([["12", "13"], ["1991"], ["Essai après."]]);
    expect((await current(slug)).fields).toMatchObject({ member_note: "31 membres", description_fr: "Essai après.", description_en: "Test before." });
    await undoChangeSet(made.actor, changes.at(-1)!.id);
    expect((await current(slug)).fields).toMatchObject({ member_count: 31, member_note: "31 membres", founded_year: 1990, description_fr: "Essai avant." });
  });

  it("withdraws what is said of a value that is taken away, whoever said it", async () => {
    const slug = await create({ founded_year: 1990, themes: ["child_rights", "women_rights"], perimeter: "local", perimeter_scale: "cercle" });
    await change(slug, { founded_year: "", themes: ["women_rights"], perimeter_scale: "" });
    const { citations } = await rowOf(slug);
    expect(citations.filter(({ field }) => ["founded_year", "themes"].includes(field)).map(({ value, agrees }) => [value, agrees])).toEqual([
      ["women_rights", true],
    ]);
    expect((await current(slug)).fields).toMatchObject({ founded_year: null, perimeter: "local", perimeter_scale: null });
    // It stands in the base as withdrawn, by the change that took it away.
    const [withdrawn] = await database().statement.findMany({ where: { organisation: { slug }, field: "founded_year" }, include: { withdrawnBy: true } });
    expect(withdrawn).toMatchObject({ number: 1990, withdrawnBy: { action: "updated", actorName: made.actor.name } });
  });

  it("keeps a contact that stands already as it is, and judges what was touched", async () => {
    const slug = await create({ contacts: [{ channel: "phone", raw: "numéro illisible", state: "invalid" }] });
    const kept = { channel: "phone", raw: "numéro illisible", state: "invalid" };
    const refused = await change(slug, { contacts: [kept, { channel: "phone", raw: "12", state: "ok" }, { channel: "email", raw: "essai@", state: "ok" }] });
    expect(problems(refused)).toEqual(["fields.contacts.1.raw invalid_phone", "fields.contacts.2.raw invalid_email"]);
    await change(slug, { contacts: [kept, { channel: "email", raw: "Essai@Example.org", state: "ok" }] });
    expect((await rowOf(slug)).usable).toEqual(["essai@example.org"]);
    expect((await current(slug)).fields.contacts[0]).toEqual(kept);
  });

  it("names every line that means nothing, together with the other faults, and saves nothing", async () => {
    const slug = await create();
    const result = await change(slug, { name: "", zones: [made.zones.region.code, "Essai Nulle-part"], partners: ["Essai Personne"], networks: [slug] });
    expect(problems(result)).toEqual([
      "fields.name required",
      "fields.zones.1 unknown_zone",
      "fields.partners.0 unknown_organisation",
      "fields.networks.0 itself",
    ]);
    expect(problems(await change(slug, {}, { source: "essai-sans-source" }))).toEqual(["provenance.source unknown_source"]);
    expect((await current(slug)).version).toBe(1);
  });

  it("tells the second of two editors what the first changed, and overwrites nothing", async () => {
    const slug = await create({ founded_year: 1990 });
    const seen = await current(slug);
    await change(slug, { acronym: "UN" });
    await change(slug, { founded_year: "1991" });
    const late = await saveOrganisation(made.actor, slug, organisationInput({ ...seen.fields, member_count: "3" }, { version: seen.version }));
    expect(late).toMatchObject({
      ok: false,
      reason: "conflict",
      version: 3,
      since: [{ fields: [{ field: "acronym", before: null, after: "UN" }] }, { fields: [{ field: "founded_year", before: 1990, after: 1991 }] }],
      current: { acronym: "UN", founded_year: 1991 },
    });
    expect((await current(slug)).fields).toMatchObject({ acronym: "UN", member_count: null });
  });

  it("lets one of two simultaneous saves through", async () => {
    const slug = await create();
    const seen = await current(slug);
    const save = (acronym: string) => saveOrganisation(made.actor, slug, organisationInput({ ...seen.fields, acronym }, { version: seen.version }));
    const results = await Promise.all([save("A"), save("B")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(slug)).changes).toHaveLength(2);
  });

  it("is refused for an organisation that is not there", async () => {
    expect(await saveOrganisation(made.actor, "essai-absente", organisationInput())).toEqual({ ok: false, reason: "not_found" });
  });
});
