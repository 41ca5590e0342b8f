import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { lackingOf } from "@/data/editing/completeness";
import { findEditable } from "@/data/editing/edit-form";
import { listForStaff } from "@/data/editing/staff-list";
import type { StaffListQuery } from "@/data/editing/staff-query";
import { foundIn } from "@/data/editing/staff-words";
import { saveOrganisation } from "@/data/editing/save";
import { everyChanger } from "@/data/staff-work/people";
import type { Actor } from "@/domain/actor";
import { CORRECTION_SOURCE } from "@/domain/organisation-input";
import { emptyDatabase } from "../support/cartography";
import { makeActor, makeZones, organisationInput } from "../support/factories";

let actor: Actor;
const NOTHING = { zones: [], themes: [], contacts: [], alias: [] };

beforeAll(async () => {
  await emptyDatabase();
  actor = await makeActor("admin");
});

/** A new entry that says these things and no others. */
async function say(name: string, fields: Record<string, unknown>, restricted: unknown[] = []): Promise<string> {
  const saved = await saveOrganisation(actor, null, organisationInput({ ...NOTHING, ...fields, name }, { restricted }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.slug;
}

/** The list as far as it is of these entries. */
const among =
  (slugs: readonly string[], who?: Actor) =>
  async (query: Partial<StaffListQuery>): Promise<string[]> =>
    (await listForStaff(who ?? actor, { q: "essai", page: 1, ...query })).items.map(({ slug }) => slug).filter((slug) => slugs.includes(slug));

async function createEntry(): Promise<string> {
  const saved = await saveOrganisation(actor, null, organisationInput({ name: "Essai Étoile du Désert", acronym: "E.D.D", alias: ["Essai Sahélienne"] }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.slug;
}

describe("the list of staff", () => {
  it("finds by name, acronym and alias without accents, whatever the state", async () => {
    const slug = await createEntry();
    const find = async (q: string, more = {}) => (await listForStaff(actor, { q, page: 1, ...more })).items.map((item) => item.slug);
    for (const q of ["etoile desert", "EDD", "e.d.d.", "sahelienne", "ÉTOILE"]) expect(await find(q)).toContain(slug);
    expect(await find("etoile", { state: "draft" })).toEqual([slug]);
    expect(await find("etoile", { state: "published" })).toEqual([]);
    expect(await find("etoile", { kind: "donor" })).toEqual([]);
    expect(await find("100%' or 1=1")).toEqual([]);
  });

  it("finds what the public may not see, by folded words that no search row holds", async () => {
    const saved = await saveOrganisation(
      actor,
      null,
      organisationInput({ name: "Essai Œuvre de l’Été", visibility: "confidential", alias: ["Ancien Nom Caché"] }),
    );
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const find = async (q: string) => (await listForStaff(actor, { q, page: 1 })).items.map((item) => item.slug);
    expect(await find("oeuvre ETE cache")).toEqual([saved.slug]);
    expect(await find("oeuvre ete absent")).toEqual([]);
    expect(await database().organisationSearch.count()).toBe(0);
  });

  it("goes by the present name after a change, in the order of folded names, and finds the former one", async () => {
    const saved = await saveOrganisation(actor, null, organisationInput({ name: "Essai Écluse", alias: [] }));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    const renamed = await saveOrganisation(actor, saved.slug, organisationInput({ name: "Essai À part", alias: [] }, { version: saved.version }));
    expect(renamed.ok).toBe(true);
    const { items } = await listForStaff(actor, { q: "essai", page: 1 });
    expect(items[0]!.slug).toBe(saved.slug);
    expect((await foundIn(actor, "ecluse", [saved.slug])).get(saved.slug)).toEqual([{ field: "alias", channel: null, restricted: false }]);
  });

  it("is narrowed by how fresh an entry is, where it works, on what and who says so", async () => {
    const { region, country } = await makeZones();
    const full = await say("Essai complet", { zones: [region.code], themes: ["women_rights"] });
    const bare = await say("Essai nu", {});
    const find = among([full, bare]);
    expect(await find({ zone: country.slug })).toEqual([full]);
    expect(await find({ zone: "no-such" })).toEqual([]);
    expect(await find({ theme: "women_rights", source: "correction-consortium" })).toEqual([full]);
    await database().organisation.update({ where: { slug: full }, data: { verifiedAt: new Date(Date.now() - 200 * 86_400_000) } });
    expect(await find({ freshness: "never" })).toEqual([bare]);
    expect(await find({ freshness: "half_year" })).toEqual([full]);
    expect(await find({ freshness: "year" })).toEqual([]);
  });

  it("is narrowed by the state, archived and merged entries apart from the current ones", async () => {
    const [kept, archived] = [await say("Essai gardé", {}), await say("Essai archivé", {})];
    await database().organisation.update({ where: { slug: archived }, data: { archivedAt: new Date() } });
    const find = among([kept, archived]);
    expect(await find({ state: "current" })).toEqual([kept]);
    expect(await find({ state: "archived" })).toEqual([archived]);
    expect(await find({})).toEqual([archived, kept]);
  });

  it("is narrowed by who changed an entry last", async () => {
    const other = await makeActor("admin");
    const [mine, theirs] = [await say("Essai à moi", {}), await say("Essai à eux", {})];
    const saved = await saveOrganisation(other, theirs, organisationInput({ ...NOTHING, name: "Essai à eux", acronym: "EAE" }, { version: 1 }));
    expect(saved.ok).toBe(true);
    const find = among([mine, theirs]);
    expect(await find({ changedBy: actor.id })).toEqual([mine]);
    expect(await find({ changedBy: other.id })).toEqual([theirs]);
    expect(await everyChanger()).toContainEqual({ id: other.id, name: other.name });
  });
});

describe("what an entry lacks", () => {
  it("is what one of its kind should tell and does not, by the values that who asks may see", async () => {
    const { region } = await makeZones();
    const told = { zones: [region.code], themes: ["women_rights"], contacts: [{ channel: "phone", raw: "+223 76 00 00 00", state: "ok" }] };
    const more = { typology: "national_ngo", perimeter: "national", legal_status: "declared", description_fr: "Essai de texte." };
    const full = await say("Essai entier", { ...told, ...more });
    const bare = await say("Essai vide", { contacts: [{ channel: "phone", raw: "76", state: "not_working" }] });
    const donor = await say("Essai bailleur", { kind: "donor", ...told });
    const hidden = await say("Essai tu", { ...told, ...more, contacts: [] }, [
      { field: "contacts:phone", text: "+223 76 00 00 01", visibility: "confidential" },
    ]);
    const all = [full, bare, donor, hidden];
    expect(await lackingOf(actor, all)).toEqual(
      new Map([
        [full, []],
        [bare, ["typology", "perimeter", "legal_status", "zones", "themes", "description", "contacts"]],
        [donor, ["description"]],
        [hidden, []],
      ]),
    );
    const find = among(all);
    expect(await find({ missing: "contacts" })).toEqual([bare]);
    expect(await find({ missing: "typology" })).toEqual([bare]);
    expect(await find({ missing: "description" })).toEqual([donor, bare]);
    expect(await find({ completeness: "complete" })).toEqual([full, hidden]);
    expect(await find({ completeness: "incomplete", order: "missing" })).toEqual([bare, donor]);

    const editor = await makeActor("editor");
    expect((await lackingOf(editor, all)).get(hidden)).toEqual(["contacts"]);
    expect(await among(all, editor)({ missing: "contacts" })).toEqual([hidden, bare]);
    expect(await among(all, editor)({ order: "missing" })).toEqual([bare, donor, hidden, full]);
  });
});

describe("the search of staff", () => {
  const find = async (q: string, who = actor) => (await listForStaff(who, { q, page: 1 })).items.map((item) => item.slug);

  it("finds every word of what an entry says, across its values, and says where", async () => {
    const slug = await say("Essai Balanzan", {
      description_fr: "Accueille à l’arrivée les personnes expulsées.",
      problems: ["Manque de véhicules"],
      identifiers: ["N°0123/MATCL-DNI"],
      contacts: [
        { channel: "phone", raw: "+223 76 12 34 56", state: "ok" },
        { channel: "email", raw: "Contact@Balanzan.example", state: "ok" },
      ],
    });
    for (const q of ["balanzan expulsees vehicules", "ACCUEILLE arrivée", "0123/MATCL-DNI", "matcl"]) expect(await find(q)).toEqual([slug]);
    for (const q of ["76123456", "76 12 34 56", "7612 3456", "+22376123456", "00223 76.12.34.56", "(076) 12-34-56"]) expect(await find(q)).toEqual([slug]);
    for (const q of ["contact@balanzan.example", "CONTACT@balanzan.EXAMPLE"]) expect(await find(q)).toEqual([slug]);
    for (const q of ["balanzan inconnu", "76123457", "contact@autre.example", "vehicules expulsees absents"]) expect(await find(q)).toEqual([]);

    const fields = async (q: string) => (await foundIn(actor, q, [slug])).get(slug)?.map(({ field, channel }) => channel ?? field);
    expect(await fields("balanzan")).toBeUndefined();
    expect(await fields("balanzan expulsees vehicules")).toEqual(["description", "problems"]);
    expect(await fields("76 12 34 56")).toEqual(["phone"]);
  });

  it("finds by the names of the zones that are said of an entry", async () => {
    const { region } = await makeZones();
    const slug = await say("Essai Fleuve", { zones: [region.code] });
    expect(await find(`fleuve ${region.name}`)).toEqual([slug]);
    expect((await foundIn(actor, `fleuve ${region.name}`, [slug])).get(slug)).toEqual([{ field: "zones", channel: null, restricted: false }]);
  });

  it("puts those first whose name has all the words", async () => {
    const first = await say("Essai Zèbre", {});
    const second = await say("Essai Antilope", { description_fr: "Amie du zèbre." });
    expect(await find("zebre")).toEqual([first, second]);
  });

  it("forgets what was taken back", async () => {
    const slug = await say("Essai Oubli", { description_fr: "Un karité." });
    const { fields, version } = (await findEditable(actor, slug))!;
    expect(await find("oubli karite")).toEqual([slug]);
    const provenance = { source: CORRECTION_SOURCE, basis: "verified", place: null, said_on: "2024-03-15", note: null };
    expect((await saveOrganisation(actor, slug, { version, fields: { ...fields, description_fr: null }, restricted: [], provenance })).ok).toBe(true);
    expect(await find("oubli karite")).toEqual([]);
  });

  it("finds restricted values for those who may see them, and nothing of them for others", async () => {
    const slug = await say("Essai Secret", {}, [
      { field: "contacts:phone", text: "+223 66 11 22 33", visibility: "consortium" },
      { field: "note", text: "Menacée depuis mars", visibility: "confidential" },
    ]);
    const editor = await makeActor("editor");
    for (const who of [actor, editor]) expect(await find("66112233", who)).toEqual([slug]);
    expect(await find("menacee")).toEqual([slug]);
    expect(await find("menacee", editor)).toEqual([]);
    expect(await find("secret menacee", editor)).toEqual([]);
    expect((await foundIn(actor, "secret menacee", [slug])).get(slug)).toEqual([{ field: "note", channel: null, restricted: true }]);
    expect((await foundIn(editor, "secret menacee", [slug])).size).toBe(0);
  });

  it("finds nothing of an entry that this person may not see", async () => {
    const slug = await say("Essai Invisible", { visibility: "confidential", description_fr: "Un baobab caché." });
    const editor = await makeActor("editor");
    expect(await find("baobab")).toEqual([slug]);
    expect(await find("baobab", editor)).toEqual([]);
    expect((await foundIn(editor, "baobab", [slug])).size + (await lackingOf(editor, [slug])).size).toBe(0);
  });
});
