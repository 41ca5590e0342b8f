import { beforeAll, describe, expect, it } from "vitest";
import { searchOrganisations } from "@/data/search/search";
import { findZone } from "@/data/zone/find";
import { zoneTree } from "@/data/zone/tree";
import type { DirectoryQuery } from "@/domain/filters";
import { sizeOf } from "@/components/territory-map/counts";
import { loadMap, type MapData } from "@/features/map/load-map";
import { loadZone, type ZoneData } from "@/features/zones/load-zone";
import { loadCartography } from "../support/cartography";
import { whileHidden } from "../support/hidden";

const QUERY: DirectoryQuery = { q: "", groups: {}, excluded: {}, sort: "name", page: 1, pageSize: 20 };
const HIDDEN = "association-malienne-des-expulses";

async function map(changes: Partial<DirectoryQuery> = {}): Promise<MapData> {
  const data = await loadMap({ ...QUERY, ...changes });
  if (!data.ok) throw new Error(JSON.stringify(data.problems));
  return data;
}

async function zone(key: string, changes: Partial<DirectoryQuery> = {}): Promise<ZoneData> {
  const data = await loadZone(key, { ...QUERY, ...changes });
  if (!data?.ok) throw new Error(`${key}: ${JSON.stringify(data)}`);
  return data;
}

beforeAll(loadCartography, 120_000);

describe("the tree of zones", () => {
  it("gives each zone after the zone that contains it, and coordinates both or none", async () => {
    const tree = await zoneTree();
    const seen = new Set<string>();
    for (const { code, path, position } of tree) {
      expect(path.at(-1)).toBe(code);
      expect(path.slice(0, -1).every((parent) => seen.has(parent))).toBe(true);
      if (position) expect([position.lat, position.lng]).not.toEqual([0, 0]);
      seen.add(code);
    }
  });

  it("finds a zone by code and by slug in any case, and nothing else", async () => {
    expect((await findZone("ml-1"))?.slug).toBe("kayes");
    expect((await findZone("Kayes"))?.code).toBe("ML-1");
    expect((await findZone("nioro"))?.otherNames).toContain("Nioro");
    expect(await findZone("atlantide")).toBeNull();
    expect(await findZone("%")).toBeNull();
  });
});

describe("the map", () => {
  it("counts in each zone what the list finds there", async () => {
    const { zones } = await map();
    for (const { code, slug, count, organisations } of zones) {
      const list = await searchOrganisations({ ...QUERY, groups: { zone: [slug] }, pageSize: 1 });
      expect([code, list.ok && list.total]).toEqual([code, count]);
      expect([code, organisations?.length]).toEqual([code, count]);
    }
  });

  it("counts the same under other filters", async () => {
    const groups: DirectoryQuery["groups"] = { typology: ["return_migrant_association"] };
    const { zones } = await map({ groups });
    const kayes = zones.find(({ code }) => code === "ML-1")!;
    const list = await searchOrganisations({ ...QUERY, groups: { ...groups, zone: ["kayes"] } });
    expect(list.ok && list.total).toBe(sizeOf(kayes));
    expect(sizeOf(kayes)).toBeGreaterThan(0);
  });

  it("counts only inside the zone asked for", async () => {
    const { zones, total } = await map({ groups: { zone: ["nioro"] } });
    const of = (code: string) => zones.find((one) => one.code === code)!;
    expect(of("ML-1-nioro").count).toBe(total);
    expect(of("ML-1").count).toBeNull();
    expect(of("FR").count).toBeNull();
  });

  it("counts nobody whose zone is left out, also where they work elsewhere", async () => {
    const all = await map();
    const { zones, total } = await map({ excluded: { zone: ["gao"] } });
    const of = (code: string) => zones.find((one) => one.code === code)!;
    const inGao = (await searchOrganisations({ ...QUERY, groups: { zone: ["gao"] } })) as { total: number };
    expect(total).toBe(all.total - inGao.total);
    expect([of("ML-7").count, of("ML-7").organisations]).toEqual([0, []]);
    for (const { count, organisations } of zones) expect(organisations).toHaveLength(count!);
  });

  it("counts nothing when only organisations without a zone are asked for, and names them", async () => {
    const { zones, total, withoutZone } = await map({ groups: { zone: ["unknown"] } });
    expect(zones.every(({ count }) => count === null)).toBe(true);
    expect(withoutZone.count).toBe(total);
    // The list names as many; here they are few enough.
    expect(withoutZone.organisations).toEqual([]);
    const few = (await map({ groups: { zone: ["unknown"], typology: ["network_platform"] } })).withoutZone;
    expect(few.count).toBeGreaterThan(0);
    expect(few.organisations).toHaveLength(few.count);
    expect((await map()).withoutZone).toEqual(withoutZone);
    expect((await map({ groups: { zone: ["kayes"] } })).withoutZone.count).toBe(0);
  });

  it("counts whom the regions leave out, as the list finds them, and each organisation once", async () => {
    for (const groups of [{}, { theme: ["child_rights"] }, { typology: ["national_ngo"], zone: ["kayes"] }, { theme: ["child_rights"], zone: ["unknown"] }]) {
      const { blindSpots } = await map({ groups: groups as DirectoryQuery["groups"] });
      expect(blindSpots.map(({ kind }) => kind)).toEqual("theme" in groups ? ["country", "zone", "theme"] : ["country", "zone"]);
      for (const { count, query } of blindSpots) {
        const list = await searchOrganisations(query);
        expect([query, list.ok && list.total]).toEqual([query, count]);
      }
    }
    const { zones, blindSpots, total, withoutZone } = await map();
    const [country, unknown] = blindSpots;
    const inRegions = new Set(zones.filter(({ path, level }) => path[0] === "ML" && level === "region").flatMap(({ organisations }) => organisations!));
    const abroad = new Set(zones.filter(({ path }) => path[0] !== "ML").flatMap(({ organisations }) => organisations!));
    const mali = zones.find(({ code }) => code === "ML")!.organisations!;
    expect(country!.count).toBe(mali.filter((position) => !inRegions.has(position)).length);
    expect(country!.count).toBeGreaterThan(30);
    expect(unknown!.count).toBe(withoutZone.count);
    const onlyAbroad = [...abroad].filter((position) => !mali.includes(position)).length;
    expect(inRegions.size + country!.count + unknown!.count + onlyAbroad).toBe(total);
  });

  it("says of each region how many there have no known theme, when themes are asked for", async () => {
    const { withoutTheme, zones } = await map({ groups: { theme: ["child_rights"] } });
    for (const { code, slug } of zones.filter(({ level }) => level === "region")) {
      const list = await searchOrganisations({ ...QUERY, groups: { zone: [slug], theme: ["unknown"] } });
      expect([code, list.ok && list.total]).toEqual([code, withoutTheme.get(code)]);
    }
    expect((await map()).withoutTheme.size).toBe(0);
  });

  it("refuses a zone that does not exist", async () => {
    const refused = await loadMap({ ...QUERY, groups: { zone: ["atlantide"] } });
    expect(refused.ok).toBe(false);
  });

  it("shows nowhere an organisation that is not public", async () => {
    const before = await map();
    await whileHidden(HIDDEN, async () => {
      const after = await map();
      expect(JSON.stringify(after)).not.toContain(HIDDEN);
      expect(after.total).toBe(before.total - 1);
    });
    const ofCountry = async () => (await map()).blindSpots[0]!.count;
    const counted = await ofCountry();
    await whileHidden("save-the-children", async () => expect(await ofCountry()).toBe(counted - 1));
  });
});

describe("a zone", () => {
  it("holds the organisations of what is inside it, its parents and its children", async () => {
    const kayes = await zone("ML-1");
    expect(kayes.parents.map(({ code }) => code)).toEqual(["ML"]);
    expect(kayes.children.map(({ zone: child }) => child.slug)).toContain("yelimane");
    expect(kayes.organisations.map(({ slug }) => slug)).toEqual(expect.arrayContaining(["amrk", "cams"]));
    expect(kayes.organisations).toHaveLength(Math.min(kayes.total, 20));
  });

  it("is read page after page", async () => {
    const slugs = new Set<string>();
    const { total } = await zone("ML");
    for (let page = 1; slugs.size < total; page += 1) {
      const { organisations } = await zone("ML", { page });
      expect(organisations).not.toHaveLength(0);
      for (const { slug } of organisations) slugs.add(slug);
    }
    expect(slugs.size).toBe(total);
  });

  it("knows the communities of return inside it", async () => {
    const of = async (key: string) => (await zone(key)).communities.map(({ slug }) => slug);
    expect(await of("kita-ville")).toEqual(["kita"]);
    expect(await of("kayes")).toEqual(expect.arrayContaining(["kayes", "kita", "bafoulabe", "kirane-yelimane"]));
    expect(await of("ML")).toHaveLength(7);
    expect(await of("gao")).toEqual([]);
  });

  it("takes the filters of the list", async () => {
    const all = await zone("bamako");
    const some = await zone("bamako", { groups: { typology: ["return_migrant_association"] } });
    expect(some.total).toBeGreaterThan(0);
    expect(some.total).toBeLessThan(all.total);
    expect(new Set(some.organisations.map(({ typology }) => typology))).toEqual(new Set(["return_migrant_association"]));
  });

  it("may be empty, and may not exist", async () => {
    expect((await zone("taoudenit")).total).toBe(0);
    expect(await loadZone("atlantide", QUERY)).toBeNull();
  });

  it("gives the figures of Tableaux 1 and 8 for its own region", async () => {
    const { statistics } = await zone("kayes");
    const printed = statistics.filter(({ place }) => place?.startsWith("Tableau"));
    expect(printed.map(({ place, line }) => `${place} ${line}`)).toEqual([...Array(4).fill("Tableau 1 305"), ...Array(4).fill("Tableau 8 583")]);
    expect(statistics.find(({ measure }) => measure === "emigrants_in_france_percent")?.value).toBe(77.4);
  });

  it("shows no organisation that is not public", async () => {
    await whileHidden(HIDDEN, async () => expect(JSON.stringify(await zone("bamako"))).not.toContain(HIDDEN));
  });
});
