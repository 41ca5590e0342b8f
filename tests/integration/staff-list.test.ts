import { beforeAll, describe, expect, it } from "vitest";
import { listForStaff } from "@/data/organisation/staff-list";
import { saveOrganisation } from "@/data/organisation/save";
import type { Actor } from "@/domain/actor";
import { emptyDatabase } from "../support/cartography";
import { makeActor, organisationInput } from "../support/factories";

let actor: Actor;

beforeAll(async () => {
  await emptyDatabase();
  actor = await makeActor();
});

async function createEntry(): Promise<string> {
  const saved = await saveOrganisation(actor, null, organisationInput({ name: "Essai Étoile du Désert", acronym: "E.D.D", alias: ["Essai Sahélienne"] }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.slug;
}

describe("the list of staff", () => {
  it("finds by name, acronym and alias without accents, whatever the state", async () => {
    const slug = await createEntry();
    const find = async (q: string, more = {}) => (await listForStaff(actor, { q, state: null, kind: null, page: 1, ...more })).items.map((item) => item.slug);
    for (const q of ["etoile desert", "EDD", "e.d.d.", "sahelienne", "ÉTOILE"]) expect(await find(q)).toContain(slug);
    expect(await find("etoile", { state: "draft" })).toEqual([slug]);
    expect(await find("etoile", { state: "published" })).toEqual([]);
    expect(await find("etoile", { kind: "donor" })).toEqual([]);
    expect(await find("100%' or 1=1")).toEqual([]);
  });
});
