import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { saveOrganisation } from "@/data/editing/save";
import { listForStaff } from "@/data/editing/staff-list";
import { countForMap } from "@/data/editing/staff-map";
import type { Actor } from "@/domain/actor";
import { emptyDatabase } from "../support/cartography";
import { makeActor, makeZones, organisationInput } from "../support/factories";

let admin: Actor;
let zones: Awaited<ReturnType<typeof makeZones>>;

async function say(name: string, fields: Record<string, unknown>): Promise<string> {
  const saved = await saveOrganisation(admin, null, organisationInput({ ...fields, name }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  return saved.slug;
}

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
  zones = await makeZones();
  const { country, region } = zones;
  await say("Essai brouillon", { zones: [region.code], themes: ["women_rights"] });
  await say("Essai des deux", { zones: [region.code, country.code] });
  await say("Essai du consortium", { zones: [country.code], visibility: "consortium" });
  await say("Essai confidentiel", { zones: [region.code], visibility: "confidential" });
  await say("Essai sans zone", {});
  const archived = await say("Essai archivé", { zones: [region.code] });
  await database().organisation.update({ where: { slug: archived }, data: { archivedAt: new Date() } });
});

describe("the map of staff", () => {
  const counted = async (who: Actor, more = {}) => {
    const { total, counts, withoutZone } = await countForMap(who, { q: "", page: 1, state: "current", ...more });
    return { total, country: counts.get(zones.country.code) ?? 0, region: counts.get(zones.region.code) ?? 0, withoutZone };
  };

  it("counts drafts and restricted entries once in a zone and in what contains it, and leaves archived ones out", async () => {
    expect(await counted(admin)).toEqual({ total: 5, country: 4, region: 3, withoutZone: 1 });
    expect(await counted(admin, { state: "archived" })).toEqual({ total: 1, country: 1, region: 1, withoutZone: 0 });
  });

  it("counts for each person what they may see", async () => {
    const editor = await makeActor("editor");
    expect(await counted(editor)).toEqual({ total: 4, country: 3, region: 2, withoutZone: 1 });
  });

  it("takes the filters of the list, and says the numbers of the lists that they lead to", async () => {
    expect(await counted(admin, { theme: "women_rights" })).toMatchObject({ total: 1, country: 1, region: 1 });
    expect(await counted(admin, { q: "consortium" })).toMatchObject({ total: 1, country: 1, region: 0 });
    const { country, region, withoutZone } = await counted(admin);
    const listed = async (more: object) => (await listForStaff(admin, { q: "", page: 1, state: "current", ...more })).total;
    expect([await listed({ zone: zones.country.slug }), await listed({ zone: zones.region.slug }), await listed({ missing: "zones" })]).toEqual([
      country,
      region,
      withoutZone,
    ]);
    expect((await counted(admin, { missing: "description" })).withoutZone).toBeNull();
  });
});
