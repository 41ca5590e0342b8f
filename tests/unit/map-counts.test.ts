import { describe, expect, it } from "vitest";
import type { PlacedZone } from "@/domain/published/zone";
import { classBounds, classesFor, toneOf } from "@/components/territory-map/classes";
import { countZones, sizeOf, withPositions } from "@/components/territory-map/counts";
import { interactivePlaces } from "@/features/map/interactive/places";
import { shownPlaces } from "@/components/territory-map/shown-places";
import { placePoints, regionAreas, zoneListPath } from "@/features/map/view";
import type { DirectoryQuery } from "@/domain/filters";

const zone = (code: string, level: PlacedZone["level"], path: string[], position: PlacedZone["position"] = null): PlacedZone => ({
  code,
  slug: code.toLowerCase(),
  name: `Essai ${code}`,
  level,
  path,
  position,
});
const MALI = zone("ML", "country", ["ML"]);
const KAYES = zone("ML-1", "region", ["ML", "ML-1"], { lat: 14.447, lng: -11.445 });
const NIORO = zone("ML-1-nioro", "cercle", ["ML", "ML-1", "ML-1-nioro"], { lat: 15.23, lng: -9.59 });
const NOWHERE = zone("ML-1-x", "locality", ["ML", "ML-1", "ML-1-x"]);
const SEAT = zone("ML-1-nioro-ville", "commune", ["ML", "ML-1", "ML-1-nioro", "ML-1-nioro-ville"], { lat: 15.23, lng: -9.59 });
const MENAKA = zone("ML-9", "region", ["ML", "ML-9"], { lat: 15.918, lng: 2.402 });
const FRANCE = zone("FR", "country", ["FR"]);
const TREE = [MALI, FRANCE, KAYES, MENAKA, NIORO, NOWHERE, SEAT];
const QUERY: DirectoryQuery = { q: "", groups: { theme: ["women_rights"], zone: ["gao"] }, excluded: {}, sort: "name", page: 3, pageSize: 20 };

const NOBODY = { blindSpots: [], withoutTheme: new Map<string, number>() };

const working = (...codes: string[]) => ({ zones: codes.map((code) => ({ code })) });

/** What a search would count, and where each organisation stands. */
function counted(organisations: readonly ReturnType<typeof working>[], asked: string[] | null = null) {
  const uncounted = countZones(TREE, new Map(), null);
  const counts = new Map(withPositions(uncounted, organisations).map(({ code, organisations: own }) => [code, own!.length]));
  return withPositions(countZones(TREE, counts, asked), organisations);
}

describe("the organisations of zones", () => {
  const zones = counted([working("ML-1-nioro", "ML-1"), working("ML-1-x", "FR"), working(), working("ML-9")]);
  const of = (code: string) => zones.find((one) => one.code === code)!;

  it("count once in each zone and in all that contains it", () => {
    expect(of("ML-1-nioro").organisations).toEqual([0]);
    expect(of("ML-1").organisations).toEqual([0, 1]);
    expect(of("ML").organisations).toEqual([0, 1, 3]);
    expect(of("FR").organisations).toEqual([1]);
  });

  it("are not carried from a region down into its places", () => {
    expect(sizeOf(counted([working("ML-1")]).find(({ code }) => code === "ML-1-nioro")!)).toBe(0);
  });

  it("count only inside the zones asked for, and nowhere when no known zone is asked for", () => {
    const inside = counted([working("ML-1-nioro")], ["ML-1"]);
    expect(inside.filter(({ count }) => count !== null).map(({ code }) => code)).toEqual(["ML-1", "ML-1-nioro", "ML-1-x", "ML-1-nioro-ville"]);
    expect(inside.every(({ count, organisations }) => (count === null) === (organisations === null))).toBe(true);
    expect(counted([working()], []).every(({ count }) => count === null)).toBe(true);
  });

  it("pass over a zone that is not in the tree", () => {
    expect(counted([working("XX")]).every((one) => sizeOf(one) === 0)).toBe(true);
  });

  it("are only a number where they are too many to send", () => {
    const many = countZones(TREE, new Map([["ML-1", 30_000]]), null).find(({ code }) => code === "ML-1")!;
    expect([many.count, many.organisations]).toEqual([30_000, null]);
  });
});

describe("the places of a page", () => {
  const communes = Array.from({ length: 100 }, (_, index) => zone(`ML-1-c${index}`, "commune", ["ML", "ML-1", "ML-1-nioro", `ML-1-c${index}`]));
  const sizes = new Map([["ML-1-nioro", 99], ...communes.map(({ code }, index) => [code, index] as const)]);

  it("are all there while they are few", () => {
    expect(shownPlaces(countZones([NIORO, SEAT], new Map([["ML-1-nioro", 2]]), null))).toMatchObject({
      places: [{ code: "ML-1-nioro" }],
      left: 0,
      empty: [{ code: "ML-1-nioro-ville" }],
    });
  });

  it("are otherwise those with the most organisations, the widest first among equals, and the others are counted", () => {
    const { places, left, empty } = shownPlaces(countZones([NIORO, ...communes], sizes, null));
    expect([places.length, left, empty.length]).toEqual([40, 60, 1]);
    expect(places[0]!.code).toBe("ML-1-nioro");
    expect(Math.min(...places.slice(1).map(sizeOf))).toBe(61);
  });
});

describe("what the map draws", () => {
  const zones = counted([working("ML-1-nioro-ville"), working("ML-1-x"), working("ML-9")]);

  it("gives no point to a place without coordinates", () => {
    const codes = placePoints("fr", QUERY, zones).map(({ code }) => code);
    expect(codes).not.toContain("ML-1-x");
    expect(interactivePlaces("fr", zones).map(({ code }) => code)).not.toContain("ML-1-x");
  });

  it("draws every region as a territory and none as a place", () => {
    expect(placePoints("fr", QUERY, zones).map(({ code }) => code)).not.toContain("ML-9");
    expect(regionAreas("fr", QUERY, zones, [1], NOBODY).map(({ code }) => code)).toEqual(["ML-1", "ML-9"]);
  });

  it("says of a zero what may be behind it, and of no other number", () => {
    const spot = (kind: "country" | "zone" | "theme", count: number) => ({ kind, count, query: QUERY });
    const leftOut = { blindSpots: [spot("country", 4), spot("zone", 0), spot("theme", 50)], withoutTheme: new Map([["ML-1", 13]]) };
    const titled = (counts: [string, number][]) =>
      regionAreas("fr", QUERY, countZones(TREE, new Map(counts), null), [1], leftOut).map(({ title }) => title.replace(/\s/g, " "));
    expect(titled([["ML-9", 2]])).toEqual([
      "Essai ML-1 : aucune organisation citée pour cette zone. tout le Mali : 4 · thème inconnu ici : 13",
      "Essai ML-9 : 2 organisations",
    ]);
    expect(regionAreas("fr", QUERY, countZones(TREE, new Map(), null), [1], NOBODY)[0]!.title.replace(/\s/g, " ")).toBe(
      "Essai ML-1 : aucune organisation dans les sources",
    );
  });

  it("draws a cercle and its seat at one point once, as the cercle", () => {
    const codes = placePoints("fr", QUERY, zones).map(({ code }) => code);
    expect(codes.filter((code) => code.startsWith("ML-1-nioro"))).toEqual(["ML-1-nioro"]);
  });

  it("keeps the discs of a large register within the picture", () => {
    const large = countZones(
      TREE,
      new Map([
        ["ML-1-nioro", 9_000],
        ["ML-9", 40],
      ]),
      null,
    );
    const radii = placePoints("fr", QUERY, large).map(({ radius }) => radius);
    expect(Math.max(...radii)).toBe(23);
    expect(Math.min(...radii)).toBeGreaterThan(4);
  });

  it("links a zone to the list with the other filters, from its first page", () => {
    expect(zoneListPath("en", QUERY, "kayes")).toBe("/en/organisations?theme=women_rights&zone=kayes");
  });
});

describe("the classes of the choropleth", () => {
  it("have round limits and at most five classes", () => {
    expect(classesFor(0)).toEqual([1]);
    expect(classesFor(1)).toEqual([1]);
    expect(classesFor(18)).toEqual([1, 2, 5, 10]);
    expect(classesFor(33)).toEqual([1, 2, 5, 10, 20]);
    expect(classesFor(1200)).toEqual([1, 100, 200, 500, 1000]);
  });

  it("say their bounds without a gap", () => {
    expect(classBounds([1, 2, 5])).toEqual([
      { lowest: 1, highest: 1 },
      { lowest: 2, highest: 4 },
      { lowest: 5, highest: null },
    ]);
  });

  it("keep zero and what was not counted apart", () => {
    expect(toneOf(0, [1, 2, 5])).toBe(0);
    expect(toneOf(null, [1, 2, 5])).toBe("outside");
    expect(toneOf(1, [1, 2, 5])).toBe(1);
    expect(toneOf(4, [1, 2, 5])).toBe(2);
    expect(toneOf(400, [1, 2, 5])).toBe(3);
  });
});
