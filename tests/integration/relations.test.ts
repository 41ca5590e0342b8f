import { beforeAll, describe, expect, it } from "vitest";
import { loadRelations } from "@/data/network/load-relations";
import { comparedThings, linesOf } from "@/features/compare/compared";
import { chosenOrganisations } from "@/data/organisation/chosen";
import { loadCartography } from "../support/cartography";
import { whileHidden } from "../support/hidden";

beforeAll(loadCartography, 120_000);

const AME = "association-malienne-des-expulses";

async function found(parameters: Record<string, string[]> = {}) {
  const relations = await loadRelations(parameters);
  if (!relations.ok) throw new Error(JSON.stringify(relations.problems));
  return relations;
}

describe("the relations", () => {
  it("say where each is said", async () => {
    const { graph } = await found();
    expect(graph.relations.length).toBeGreaterThan(60);
    expect(graph.relations.filter(({ citations }) => citations.length === 0)).toEqual([]);
    expect(new Set(graph.relations.map(({ kind }) => kind))).toEqual(new Set(["member", "section", "partner", "body"]));
  });

  it("hold shared zones only when they are asked for, and no country", async () => {
    const { graph } = await found({ zones: ["1"] });
    const zones = graph.nodes.filter(({ what }) => what === "zone");
    expect(zones.length).toBeGreaterThan(0);
    expect(zones.map(({ slug }) => slug)).not.toContain("mali");
    for (const { id } of zones) expect(graph.relations.filter(({ to }) => to === id).length).toBeGreaterThan(1);
  });

  it("are around one what names it and what it names", async () => {
    const { graph, focus } = await found({ focus: [AME] });
    expect(focus?.slug).toBe(AME);
    expect(graph.relations.some(({ from, to }) => from === AME || to === AME)).toBe(true);
    expect((await found({ focus: ["aracem"] })).graph).toMatchObject({ nodes: [{ slug: "aracem" }], relations: [] });
  });

  it("name nobody whom the public may not see, at either end, and do not tell that they exist", async () => {
    const slug = "federation-des-communautes-africaines-au-mali";
    expect(JSON.stringify((await found()).graph)).toContain(`"${slug}"`);
    await whileHidden(slug, async () => {
      expect(JSON.stringify(await found({ zones: ["1"] }))).not.toContain(`"${slug}"`);
      const asked = async (one: string) => JSON.stringify(await loadRelations({ focus: [one] })).replaceAll(one, "");
      expect(await asked(slug)).toBe(await asked("nobody-at-all"));
    });
  });

  it("refuse what they do not know", async () => {
    expect(await loadRelations({ zones: ["2"] })).toMatchObject({ ok: false, problems: [{ parameter: "zones" }] });
  });
});

describe("a comparison", () => {
  it("tells apart what is the same of all", async () => {
    const { things, missing } = await comparedThings("fr", "organisations", ["aracem", AME, "nobody"]);
    expect([things.length, missing]).toEqual([2, ["nobody"]]);
    for (const { said, same } of linesOf(things)) expect(same).toBe(new Set(said.map((values) => JSON.stringify([...values].sort()))).size === 1);
    expect(linesOf(things).some(({ same }) => same)).toBe(true);
    expect(linesOf(things).some(({ same }) => !same)).toBe(true);
  });

  it("sets zones and communities side by side", async () => {
    expect((await comparedThings("en", "zones", ["kayes", "gao"])).things.map(({ name }) => name)).toEqual(["Kayes", "Gao"]);
    expect((await comparedThings("fr", "communities", ["kayes", "kita"])).things).toHaveLength(2);
  });

  it("and a choice show nobody whom the public may not see", async () => {
    await whileHidden("aracem", async () => {
      expect(await comparedThings("fr", "organisations", ["aracem"])).toEqual({ things: [], missing: ["aracem"] });
      expect(await chosenOrganisations(["aracem", "ramdel"])).toMatchObject({ found: [{ slug: "ramdel" }], missing: ["aracem"] });
    });
  });
});
