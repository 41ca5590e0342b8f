import { beforeAll, describe, expect, it } from "vitest";
import { findPublicOrganisation, findWithNeighbours } from "@/data/organisation/profile";
import { countOrganisations } from "@/data/search/search";
import { zonePlaces } from "@/data/zone/tree";
import { kilometresBetween } from "@/domain/complement";
import { loadCartography } from "../support/cartography";
import { whileHidden } from "../support/hidden";

beforeAll(loadCartography, 120_000);

const AME = "association-malienne-des-expulses";
const complementsOf = async (slug: string) => (await findWithNeighbours(slug, 8))!.complements;

describe("those that complete an organisation", () => {
  it.each([AME, "aracem", "grdr"])("are so for reasons that both entries hold: %s", async (slug) => {
    const own = (await findPublicOrganisation(slug))!;
    const { byCode } = await zonePlaces();
    const within = (zones: readonly { code: string }[]) => zones.flatMap(({ code }) => byCode.get(code)!.path);
    const { shown } = await complementsOf(slug);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThanOrEqual(5);
    expect(new Set(shown.map(({ organisation }) => organisation.slug)).size).toBe(shown.length);
    for (const { organisation, reason } of shown) {
      const other = (await findPublicOrganisation(organisation.slug))!;
      expect(other.slug).not.toBe(slug);
      if (reason.kind === "ground") {
        expect(within(own.zones)).toContain(reason.zone.code);
        expect(within(other.zones)).toContain(reason.zone.code);
        expect(other.themes).toEqual(reason.themes);
        expect(own.themes.filter((theme) => reason.themes.includes(theme))).toEqual([]);
        expect(reason.themes.length).toBeGreaterThan(0);
      } else if (reason.kind === "theme") {
        expect(own.themes).toContain(reason.theme);
        expect(other.themes).toContain(reason.theme);
        expect(within(other.zones)).toContain(reason.zone.code);
        expect(within(own.zones)).not.toContain(reason.zone.code);
        expect(kilometresBetween(byCode.get(reason.from.code)!.position!, byCode.get(reason.zone.code)!.position!)).toBe(reason.kilometres);
      }
    }
  });

  it("are found by the lists that the page leads to", async () => {
    const { all } = await complementsOf(AME);
    expect(all.length).toBeGreaterThan(0);
    for (const { query } of all) expect(await countOrganisations(query)).toBeGreaterThan(0);
  });

  it("are none where no source gives a theme, a network or a body", async () => {
    const { shown } = await complementsOf("action-plus");
    const own = (await findPublicOrganisation("action-plus"))!;
    expect(own.themes).toEqual([]);
    expect(shown.filter(({ reason }) => reason.kind === "ground" || reason.kind === "theme")).toEqual([]);
  });

  it("are none that the public may not see", async () => {
    const [first] = (await complementsOf(AME)).shown;
    await whileHidden(first!.organisation.slug, async () => expect(JSON.stringify(await complementsOf(AME))).not.toContain(`"${first!.organisation.slug}"`));
  });
});

it("measures as the crow flies", () => {
  expect(kilometresBetween({ lat: 0, lng: 0 }, { lat: 0, lng: 90 })).toBeCloseTo(10007.5, 0);
});
