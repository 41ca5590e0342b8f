import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { listForStaff, type StaffListQuery } from "@/data/editing/staff-list";
import { saveOrganisation } from "@/data/editing/save";
import type { Actor } from "@/domain/actor";
import { emptyDatabase } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";

let actor: Actor;
const NOTHING = { zones: [], themes: [], contacts: [], alias: [] };

beforeAll(async () => {
  await emptyDatabase();
  actor = await makeActor("admin");
});

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

  it("goes by the present name after a change, in the order of folded names", async () => {
    const saved = await saveOrganisation(actor, null, organisationInput({ name: "Essai Écluse", alias: [] }));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    await database().organisation.update({ where: { slug: saved.slug }, data: { name: "Essai À part" } });
    const { items } = await listForStaff(actor, { q: "essai", page: 1 });
    expect(items[0]!.slug).toBe(saved.slug);
    expect((await listForStaff(actor, { q: "ecluse", page: 1 })).total).toBe(0);
  });

  it("is narrowed by what an entry lacks, how fresh it is, where it works, on what and who says so", async () => {
    const say = async (name: string, fields: Parameters<typeof organisationInput>[0]) => {
      const saved = await saveOrganisation(actor, null, organisationInput({ ...NOTHING, ...fields, name }));
      if (!saved.ok) throw new Error(JSON.stringify(saved));
      return saved.slug;
    };
    const zone = await database().zone.create({ data: { code: "XA", slug: "xa", name: "Pays", level: "country", path: "XA/" } });
    await database().zone.create({ data: { code: "XA-1", slug: "xa-1", name: "Région", level: "region", path: "XA/XA-1/", parentId: zone.id } });
    const full = await say("Essai complet", {
      zones: ["XA-1"],
      themes: ["women_rights"],
      contacts: [{ channel: "phone", raw: "+223 76 00 00 00", state: "ok" }],
    });
    const bare = await say("Essai nu", { contacts: [{ channel: "phone", raw: "76", state: "not_working" }] });
    const find = async (more: Partial<StaffListQuery>) =>
      (await listForStaff(actor, { q: "essai", page: 1, ...more })).items.map(({ slug }) => slug).filter((slug) => [full, bare].includes(slug));
    expect(await find({ missing: "contacts" })).toEqual([bare]);
    expect(await find({ missing: "zones" })).toEqual([bare]);
    expect(await find({ missing: "description" })).toEqual([full, bare]);
    expect(await find({ zone: "xa" })).toEqual([full]);
    expect(await find({ zone: "no-such" })).toEqual([]);
    expect(await find({ theme: "women_rights", source: "correction-consortium" })).toEqual([full]);
    await database().organisation.update({ where: { slug: full }, data: { verifiedAt: new Date(Date.now() - 200 * 86_400_000) } });
    expect(await find({ freshness: "never" })).toEqual([bare]);
    expect(await find({ freshness: "half_year" })).toEqual([full]);
    expect(await find({ freshness: "year" })).toEqual([]);
  });
});
