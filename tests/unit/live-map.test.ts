import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { hashOf, stateOf } from "@/features/map/interactive/address";
import { spotsInside, stand, towards, type Standing, type Stood } from "@/features/map/interactive/arrange";
import { sayPlace } from "@/features/map/interactive/say-place";
import { drawnLimits } from "@/features/map/interactive/limits";
import { regionSpots, shapes } from "@/features/map/interactive/shapes";
import { interactiveTexts } from "@/features/map/interactive/texts";
import { together } from "@/features/map/interactive/together";

const thing = (item: string, ...spots: [number, number][]): Standing<string> => ({
  item,
  spots: spots.map(([x, y]) => ({ x, y })),
  width: 44,
  height: 44,
  group: "home",
});
const where = (stood: readonly Stood<string>[]) => Object.fromEntries(stood.map(({ x, y, items }) => [items.join("+"), [x, y]]));

describe("what stands on the map", () => {
  it("keeps its spot while that covers nothing, and takes its next one otherwise", () => {
    expect(where(stand([thing("a", [0, 0]), thing("b", [20, 0], [60, 0])]))).toEqual({ a: [0, 0], b: [60, 0] });
  });

  it("joins the nearest where it has no other spot", () => {
    expect(where(stand([thing("a", [0, 0]), thing("b", [200, 0]), thing("c", [170, 0])]))).toEqual({ a: [0, 0], "b+c": [200, 0] });
  });

  it("joins nothing of another group", () => {
    const abroad = { ...thing("abroad", [20, 0]), group: "abroad" };
    expect(where(stand([thing("a", [0, 0]), { ...thing("b", [300, 0]), group: "abroad" }, abroad]))).toEqual({ a: [0, 0], "b+abroad": [300, 0] });
  });

  it("makes room for what has little choice", () => {
    const [wide, narrow] = [thing("wide", [0, 0], [100, 0]), thing("narrow", [10, 0], [20, 0])];
    expect(where(stand([wide, narrow]))).toEqual({ wide: [100, 0], narrow: [10, 0] });
  });

  it("never covers another, and loses nothing", () => {
    const things = Array.from({ length: 60 }, (_, index) =>
      thing(String(index), [(index * 37) % 300, (index * 53) % 200], [(index * 91) % 300, (index * 17) % 200]),
    );
    const stood = stand(things);
    expect(stood.flatMap(({ items }) => items).sort()).toEqual(things.map(({ item }) => item).sort());
    for (const a of stood) for (const b of stood) if (a !== b) expect(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y))).toBeGreaterThanOrEqual(44);
  });

  it("is reached with the arrow that points to it", () => {
    const spots = [
      { x: 0, y: 0 },
      { x: 50, y: 10 },
      { x: 20, y: 200 },
      { x: 400, y: -30 },
    ];
    expect(towards(spots, spots[0]!, "ArrowRight")).toBe(spots[1]);
    expect(towards(spots, spots[0]!, "ArrowDown")).toBe(spots[2]);
    expect(towards(spots, spots[1]!, "ArrowLeft")).toBe(spots[0]);
    expect(towards(spots, spots[0]!, "ArrowLeft")).toBeNull();
    // Rather below than to the right: only where nothing is to the right.
    const below = { x: 30, y: 40 };
    expect(towards([below, spots[3]!], spots[0]!, "ArrowRight")).toBe(spots[3]);
    expect(towards([below], spots[0]!, "ArrowRight")).toBe(below);
    expect(towards(spots, spots[0]!, "Enter")).toBeNull();
  });

  it("finds its spots inside a shape and outside of its holes, where there is most room first", () => {
    const square = (from: number, to: number) => [
      [from, from],
      [to, from],
      [to, to],
      [from, to],
      [from, from],
    ];
    const spots = spotsInside([square(0, 24), square(10, 14)]);
    expect(spots.every(({ x, y }) => x > 0 && x < 24 && y > 0 && y < 24)).toBe(true);
    expect(spots.some(({ x, y }) => x > 10 && x < 14 && y > 10 && y < 14)).toBe(false);
  });
});

describe("the address of a view", () => {
  it("says zoom, latitude and longitude, and gives the same view again", () => {
    const view = { zoom: 6.75, lat: 14.4472, lng: -11.4451 };
    expect(hashOf(view, null)).toBe("#map=6.75/14.447/-11.445");
    expect(stateOf(hashOf(view, "kayes"))).toEqual({ view: { zoom: 6.75, lat: 14.447, lng: -11.445 }, place: "kayes" });
  });

  it("is none without a map, and leaves a view that is none to the map", () => {
    for (const hash of ["", "#mali", "#sans-zone"]) expect(stateOf(hash)).toBeNull();
    for (const hash of ["#map=", "#map=6/14", "#map=6/14/", "#map=6/99/3", "#map=a/b/c", "#map=-1/2/3"])
      expect(stateOf(hash), hash).toEqual({ view: null, place: null });
  });
});

describe("places that stand together", () => {
  const place = (path: string, count: number, organisations: number[] | null = null) => ({
    code: path.split("/").at(-1)!,
    path: path.split("/"),
    count,
    organisations,
  });

  it("count an organisation of two places once where it is known which they are", () => {
    expect(together([place("ML/a", 2, [1, 2]), place("ML/b", 2, [2, 3])])).toEqual({ count: 3, exact: true });
  });

  it("say at most how many there are where it is not, without counting a place again in the one around it", () => {
    expect(together([place("ML/a", 200), place("ML/b", 300), place("ML/b/c", 100)])).toEqual({ count: 500, exact: false });
    expect(together([place("ML/b/c", 100), place("ML/b", 300)])).toEqual({ count: 300, exact: true });
    expect(together([place("ML/a", 200)])).toEqual({ count: 200, exact: true });
  });

  it("are said with their number in both languages", () => {
    expect(sayPlace(interactiveTexts("en", []), "Kayes", 1)).toBe("Kayes: 1 organisation");
    expect(sayPlace(interactiveTexts("fr", []), "Kayes", 15).replace(/\s/g, " ")).toBe("Kayes : 15 organisations");
    expect(sayPlace(interactiveTexts("fr", []), "Kidal", 0).replace(/\s/g, " ")).toBe("Kidal : aucune organisation dans les sources");
    expect(sayPlace(interactiveTexts("fr", []), "Kayes, Nioro", 900, false).replace(/\s/g, " ")).toBe("Kayes, Nioro : au plus 900 organisations");
  });
});

describe("imported limits on the interactive map", () => {
  const ring = [
    [-12, 11],
    [-9, 11],
    [-9, 16],
    [-12, 11],
  ];
  const file = { outline: [ring], borders: [ring.slice(0, 2)], features: [{ id: "ML-1", geometry: { type: "MultiPolygon" as const, coordinates: [[ring]] } }] };

  it("take the place of the built-in ones, whose cercles would not meet them", () => {
    expect(drawnLimits({})).toMatchObject({ regions: shapes.regions, outline: shapes.outline, limits: shapes.limits, cercles: shapes.cercles });
    const regions = drawnLimits({ region: file });
    expect(regions).toEqual({ regions: [{ code: "ML-1", type: "MultiPolygon", coordinates: [[ring]] }], outline: [ring], limits: [], cercles: [] });
    expect([...regionSpots(regions.regions).keys()]).toEqual(["ML-1"]);
  });

  it("are named under it, alone or with the built-in ones, as they are drawn", () => {
    const imported = { level: "region" as const, source: "Essai", licence: "CC0", validFrom: "2023-03-13", validTo: null, outline: "", zones: [] };
    const said = (level: "region" | "cercle") => interactiveTexts("en", [{ ...imported, level }]).attribution;
    expect(said("region")).toMatch(/^Limits of regions: Essai, CC0; simplified\. .*Limits that hold since 13 March 2023\.$/);
    expect(said("cercle")).toMatch(/^Limits of cercles: Essai, CC0; simplified\. Administrative limits: geoBoundaries/);
    expect(said("region")).not.toContain("geoBoundaries");
  });

  it("are of cercles alone where no others were imported", () => {
    expect(drawnLimits({ cercle: file })).toMatchObject({ regions: shapes.regions, limits: file.borders });
    expect(drawnLimits({ region: file, cercle: file }).limits).toEqual(file.borders);
  });
});

describe("the shapes of the interactive map", () => {
  it("are the regions that the limits of 2017 tell apart, Ménaka with its own and Taoudénit in that of Tombouctou", () => {
    expect(shapes.regions.map(({ code }) => code)).toEqual(["ML-1", "ML-2", "ML-3", "ML-4", "ML-5", "ML-6", "ML-7", "ML-8", "ML-9", "ML-BKO"]);
    expect(shapes.cercles).toHaveLength(50);
    expect([...regionSpots(shapes.regions).values()].every((spots) => spots.length > 20)).toBe(true);
  });

  it("leave out the towns that lie elsewhere than GeoNames says", () => {
    const towns = shapes.towns.map(({ name }) => name);
    for (const wrong of ["Abdel Begrou", "Zambla", "Bamba", "Figuira-Toma"]) expect(towns).not.toContain(wrong);
    expect(towns).toContain("Nioro");
  });

  it("stay small: they are fetched on a slow phone", () => {
    expect(gzipSync(readFileSync(new URL("../../src/features/map/interactive/shapes.json", import.meta.url))).length).toBeLessThan(40_000);
  });
});
