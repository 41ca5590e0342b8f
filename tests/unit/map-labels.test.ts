import { beforeAll, describe, expect, it } from "vitest";
import { boxesOf, LETTERS, placeLabels, visiblePoints, type Box, type Screen } from "@/components/territory-map/labels";
import mali from "@/components/territory-map/mali.json";
import { project } from "@/components/territory-map/projection";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import type { MappingRows } from "@/data/sources/cartographie-osc-mali-2022/tables";
import { MAPPING_FOLDER } from "../support/seed-files";

const SCREENS = Object.keys(LETTERS) as Screen[];
const RADIUS = 16;
const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

let zones: MappingRows["zones"];
beforeAll(async () => {
  zones = (await readMapping(MAPPING_FOLDER)).rows.zones;
});

/** What the map of this directory writes, with a disc where it draws one. */
function drawing() {
  const labels = zones
    .filter(({ parent }) => parent === "ML")
    .map(({ code, name, lat, lon }) => {
      const places = mali.regions.find((region) => region.code === code)?.places;
      const disc = code === "ML-BKO" ? { x: places![0]![0]!, y: places![0]![1]!, radius: RADIUS } : null;
      const ground = disc ? { disc } : places ? { places } : { disc: { ...project(mali.projection, { lat: lat!, lng: lon! }), radius: RADIUS } };
      return { label: { code, name, mark: "18" }, ground };
    });
  const places = new Map(zones.filter(({ code, level, lat }) => code.startsWith("ML-") && level === "cercle" && lat !== null).map((zone) => [zone.code, zone]));
  const points = [...places.values()].map(({ code, lat, lon }) => ({ code, ...project(mali.projection, { lat: lat!, lng: lon! }), radius: 8 }));
  const placed = placeLabels(labels, points);
  const boxes = labels.map(({ label, ground }) => boxesOf(label, placed.get(label.code)!, ground));
  return { labels, points, boxes, on: (screen: Screen) => boxes.flatMap((box) => box[screen]) };
}

describe("what is written on the map", () => {
  it("names all eleven regions", () => {
    expect(
      drawing()
        .labels.map(({ label }) => label.name)
        .sort(),
    ).toEqual(["Bamako", "Gao", "Kayes", "Kidal", "Koulikoro", "Mopti", "Ménaka", "Ségou", "Sikasso", "Taoudénit", "Tombouctou"].sort());
  });

  it.each(SCREENS)("covers no other name or number: %s", (screen) => {
    const { labels, boxes } = drawing();
    const clashes = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .flatMap((other, further) =>
          one[screen].some((box) => other[screen].some((second) => meet(box, second)))
            ? [`${labels[index]!.label.name} and ${labels[index + 1 + further]!.label.name}`]
            : [],
        ),
    );
    expect(clashes).toEqual([]);
  });

  it("is readable on a phone of 360 pixels, where the picture is 328 wide", () => {
    const shown = (size: number) => (size * 328) / mali.width;
    expect(shown(LETTERS.phone.name)).toBeGreaterThan(10.5);
    expect(shown(LETTERS.phone.number)).toBeGreaterThan(13);
  });

  it("leaves room for the points of nearly all cercles on a wide screen", () => {
    const { points, on } = drawing();
    expect(visiblePoints(points, { phone: on("phone"), wide: on("wide") }).length).toBeGreaterThan(0.85 * points.length);
  });
});

describe("a point", () => {
  const NONE = { phone: [], wide: [] };
  const number: Box = { left: 0, top: 0, right: 20, bottom: 20 };

  it("is left to the list where it would cover a number, and only on a phone where letters are large", () => {
    const point = { x: 10, y: 10, radius: 5 };
    expect(visiblePoints([point], { phone: [number], wide: [number] })).toEqual([]);
    expect(visiblePoints([point], { phone: [number], wide: [] })).toEqual([{ point, onPhone: false }]);
    expect(visiblePoints([point], NONE)).toEqual([{ point, onPhone: true }]);
  });

  it("gives way to the one before it", () => {
    const [large, small, far] = [
      { x: 0, y: 0, radius: 12 },
      { x: 15, y: 0, radius: 8 },
      { x: 60, y: 0, radius: 8 },
    ];
    expect(visiblePoints([large, small, far], NONE).map(({ point }) => point)).toEqual([large, far]);
  });
});
