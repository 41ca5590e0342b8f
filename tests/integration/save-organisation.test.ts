import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { database } from "@/data/client";
import { markVerified, setPublished } from "@/data/editing/publication";
import { saveOrganisation, type SaveResult } from "@/data/editing/save";
import { presentSlug } from "@/data/organisation/profile";
import type { Actor } from "@/domain/actor";
import { movedPage } from "@/features/addresses/moved-page";
import { organisationAnswer } from "@/features/open-data/one";
import { emptyDatabase } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor, makeSource, makeZones, organisationInput } from "../support/factories";

let actor: Actor;
let zones: Awaited<ReturnType<typeof makeZones>>;

beforeAll(async () => {
  await emptyDatabase();
  actor = await makeActor("admin");
  zones = await makeZones();
});

const { create, current, change, rowOf, searchRow } = editing(() => actor);
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
      zones: [`essai region ${zones.region.slug.split("-").at(-1)}`],
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
      zones: [zones.region.code],
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
    expect(row.changes).toMatchObject([{ action: "created", state: "accepted", who: actor.name, note: "Note d’essai" }]);
    expect(await searchRow(slug)).toBeUndefined();
  });

  it("gets a slug of its own, once: of the acronym when the name is long, numbered when taken", async () => {
    const long = "Essai de l’association pour le développement intégré des communes rurales du bord du fleuve";
    expect(await create({ name: long, acronym: "EADC" })).toBe("eadc");
    expect(await create({ name: "Eadc" })).toBe("eadc-2");
    await change("eadc-2", { name: "Essai Renommé" });
    expect((await current("eadc-2")).fields.name).toBe("Essai Renommé");
  });

  it("is refused when another has its name, accents or not, and leaves nothing behind", async () => {
    await create({ name: "Essai Unique" });
    const before = await database().organisation.count();
    expect(problems(await saveOrganisation(actor, null, organisationInput({ name: "essai  unïque" })))).toEqual(["fields.name same_name"]);
    expect(await database().organisation.count()).toBe(before);
  });
});

describe("a change", () => {
  it("writes who, when, before and after, and moves the version", async () => {
    const slug = await create({ founded_year: 1990 });
    expect(await change(slug, { founded_year: "1994", themes: ["child_rights"] })).toEqual({ ok: true, slug, version: 2, changed: true });
    const history = (await historyOf(actor, slug, 1))!;
    expect(history.entries[0]).toMatchObject({
      who: actor.name,
      action: "updated",
      fields: [
        { field: "themes", before: [], after: ["child_rights"] },
        { field: "founded_year", before: 1990, after: 1994 },
      ],
    });
    expect((await current(slug)).version).toBe(2);
  });

  it("writes nothing when nothing changed", async () => {
    const slug = await create({ zones: [zones.country.code], contacts: [{ channel: "phone", raw: "essai", state: "invalid" }] });
    const before = await rowOf(slug);
    expect(await change(slug, {})).toEqual({ ok: true, slug, version: 1, changed: false });
    expect(await rowOf(slug)).toEqual(before);
  });

  it("keeps what an earlier source said, as replaced by the correction", async () => {
    const source = await makeSource();
    const slug = await create(
      { legal_status: "declared", zones: [zones.region.code] },
      { provenance: { source: source.slug, place: "Tableau 2", basis: "stated" } },
    );
    await change(slug, { legal_status: "approved", zones: [zones.region.code, zones.country.code] });
    const said = (await rowOf(slug)).citations
      .filter(({ field }) => field === "legal_status" || field === "zones")
      .map(({ field, value, agrees, replaced, source: by }) => [field, value, agrees, replaced, by]);
    expect(said).toEqual([
      ["legal_status", "declared", false, true, source.slug],
      ["zones", zones.region.code, true, false, source.slug],
      ["legal_status", "approved", true, false, "correction-consortium"],
      ["zones", zones.country.code, true, false, "correction-consortium"],
      ["zones", zones.region.code, true, false, "correction-consortium"],
    ]);
    await change(slug, { legal_status: "declared" });
    expect((await current(slug)).fields.legal_status).toBe("declared");
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
    expect(withdrawn).toMatchObject({ number: 1990, withdrawnBy: { action: "updated", actorName: actor.name } });
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
    const result = await change(slug, { name: "", zones: [zones.region.code, "Essai Nulle-part"], partners: ["Essai Personne"], networks: [slug] });
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
    const late = await saveOrganisation(actor, slug, organisationInput({ ...seen.fields, member_count: "3" }, { version: seen.version }));
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
    const save = (acronym: string) => saveOrganisation(actor, slug, organisationInput({ ...seen.fields, acronym }, { version: seen.version }));
    const results = await Promise.all([save("A"), save("B")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(slug)).changes).toHaveLength(2);
  });

  it("is refused for an organisation that is not there", async () => {
    expect(await saveOrganisation(actor, "essai-absente", organisationInput())).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("publishing", () => {
  it("shows and hides an entry at once, in the facets of others too, and is in the history", async () => {
    const network = await create({ kind: "network" });
    const member = await create({ networks: [network] });
    await setPublished(actor, member, true);
    expect((await searchRow(member))!.facets).not.toContain(`network:${network}`);
    await setPublished(actor, network, true);
    expect((await searchRow(member))!.facets).toContain(`network:${network}`);
    await change(network, { visibility: "confidential" });
    expect(await searchRow(network)).toBeUndefined();
    expect((await searchRow(member))!.facets).not.toContain(`network:${network}`);
    await change(network, { visibility: "public" });
    await setPublished(actor, network, false);
    await setPublished(actor, network, false);
    expect(await searchRow(network)).toBeUndefined();
    expect((await rowOf(network)).changes.map(({ action }) => action)).toEqual(["created", "published", "updated", "updated", "unpublished"]);
    expect(await setPublished(actor, "essai-absente", true)).toBe(false);
  });

  it("changes what search finds with the save", async () => {
    const slug = await create({ name: "Essai Avant" });
    await setPublished(actor, slug, true);
    await change(slug, { name: "Essai Après", zones: [zones.region.code] });
    const row = (await searchRow(slug))!;
    expect(row.nameKey).toBe("essai apres");
    expect(row.facets).toEqual(expect.arrayContaining([`zone:${zones.region.code}`, `country:${zones.country.code}`]));
  });

  it("does not verify, and verifying changes no value", async () => {
    const slug = await create();
    await setPublished(actor, slug, true);
    const before = await current(slug);
    expect(before.verifiedAt).toBeNull();
    expect(await markVerified(actor, slug)).toBe(true);
    const after = await current(slug);
    expect(after.verifiedAt).not.toBeNull();
    expect({ ...after, verifiedAt: null }).toEqual(before);
    expect((await historyOf(actor, slug, 1))!.entries[0]).toMatchObject({ action: "verified", who: actor.name });
  });
});

describe("an address that an entry had before", () => {
  it("leads to the entry for good, and is given to no other", async () => {
    const slug = await create({ name: "Essai Adresse" });
    await setPublished(actor, slug, true);
    const { id } = await database().organisation.findUniqueOrThrow({ where: { slug } });
    await database().redirect.create({ data: { slug: "essai-ancienne", organisationId: id } });
    expect(await presentSlug("essai-ancienne")).toBe(slug);
    expect(await movedPage("/en/organisations/essai-ancienne")).toBe(`/en/organisations/${slug}`);
    expect(await movedPage("/organisations/essai-jamais-vue")).toBeNull();
    const answer = await organisationAnswer(new Request("http://localhost/api/v1/organisations/essai-ancienne"), "essai-ancienne");
    expect([answer.status, answer.headers.get("location")]).toEqual([308, `/api/v1/organisations/${slug}`]);
    expect(await create({ name: "Essai ancienne" })).toBe("essai-ancienne-2");
    await setPublished(actor, slug, false);
    expect(await presentSlug("essai-ancienne")).toBeNull();
  });
});

describe("a restricted value", () => {
  const secret = "essaiconfidentiel";
  const value = { id: null, field: "contacts", text: `Essai ${secret}`, visibility: "confidential" };

  it("is kept for staff and stands in no citation, history or search row", async () => {
    const slug = await create({}, { restricted: [value] });
    await setPublished(actor, slug, true);
    const [kept] = (await current(slug)).restricted;
    expect(kept).toMatchObject({ field: "contacts", text: value.text, visibility: "confidential" });
    await change(slug, {}, {}, [{ ...kept, text: `Essai encore ${secret}` }]);
    const row = await rowOf(slug);
    expect(JSON.stringify([row.citations, row.changes, await searchRow(slug)])).not.toContain(secret);
    expect(row.changes.at(-1)!.fields).toEqual([{ field: "restricted", before: null, after: null }]);
    expect(row.version).toBe(2);
    await change(slug, {}, {}, []);
    expect((await current(slug)).restricted).toEqual([]);
  });

  it("moves nothing that the public can see when it alone changes", async () => {
    const slug = await create();
    await setPublished(actor, slug, true);
    const state = () =>
      database().$queryRaw`select "revision", (select "updatedAt" from "Organisation" where "slug" = ${slug}) as moved from directory_revision`;
    const before = await state();
    expect(await change(slug, {}, {}, [value])).toMatchObject({ changed: true });
    expect(await state()).toEqual(before);
  });

  it("that is a telephone number stays one, and a wrong one is refused", async () => {
    const phone = { id: null, field: "contacts:phone", text: "70 00 00 01", visibility: "confidential" };
    const slug = await create({}, { restricted: [phone] });
    expect((await current(slug)).restricted).toMatchObject([{ field: "contacts:phone", text: "70 00 00 01" }]);
    expect(await database().restrictedStatement.findFirst({ where: { organisation: { slug } } })).toMatchObject({
      ...{ field: "contacts", channel: "phone", raw: "70 00 00 01", usable: "+22370000001", visibility: "confidential" },
    });
    expect(problems(await change(slug, {}, {}, [{ ...phone, text: "12" }]))).toEqual(["restricted.0.text invalid_phone"]);
  });

  it("of another organisation is never touched", async () => {
    const [mine, theirs] = [await create(), await create({}, { restricted: [value] })];
    const [kept] = (await current(theirs)).restricted;
    await change(mine, {}, {}, [{ ...kept, text: "Essai pris" }]);
    expect((await current(theirs)).restricted).toEqual([kept]);
  });
});
