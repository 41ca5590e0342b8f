import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import mali from "@/components/territory-map/mali.json";
import { hasOutline } from "@/components/territory-map/drawing";
import { project } from "@/components/territory-map/projection";
import { SHAPELESS_REGIONS } from "@/components/territory-map/shapes";
import { isOnWorldMap } from "@/components/territory-map/world-map";
import world from "@/components/territory-map/world.json";
import { MAPPING_FOLDER } from "../support/seed-files";

const DRAWN = ["ML-1", "ML-2", "ML-3", "ML-4", "ML-5", "ML-6", "ML-7", "ML-8", "ML-9", "ML-BKO"];
const shapeOf = (code: string) => [...mali.regions, ...mali.cercles].find((shape) => shape.code === code)!;

/** The corners of a path of whole relative steps, as the generator writes it. */
function corners(path: string): { x: [number, number]; y: [number, number] } {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const ring of path.split("M").slice(1)) {
    const numbers = ring.match(/-?\d+/g)!.map(Number);
    let [x, y] = [0, 0];
    for (let i = 0; i < numbers.length; i += 2) {
      [x, y] = [x + numbers[i]!, y + numbers[i + 1]!];
      xs.push(x);
      ys.push(y);
    }
  }
  return { x: [Math.min(...xs), Math.max(...xs)], y: [Math.min(...ys), Math.max(...ys)] };
}

describe("the drawn shapes", () => {
  it("are the regions that the cercles of 2017 give, Ménaka among them, and Bamako told apart from Koulikoro", () => {
    expect(mali.regions.map(({ code }) => code)).toEqual(DRAWN);
    const [koulikoro, bamako] = ["ML-2", "ML-BKO"].map((code) => corners(mali.regions.find((region) => region.code === code)!.path));
    expect(bamako!.x[1] - bamako!.x[0]).toBeLessThan((koulikoro!.x[1] - koulikoro!.x[0]) / 5);
  });

  it.each([
    ["Kayes", "ML-1", { lat: 14.447, lng: -11.445 }],
    ["Bamako", "ML-BKO", { lat: 12.639, lng: -8.003 }],
    ["Ménaka", "ML-9", { lat: 15.91985, lng: 2.39609 }],
    ["Taoudénit, in the shape of Tombouctou", SHAPELESS_REGIONS["ML-10"]!, { lat: 22.67691, lng: -3.97922 }],
    ["the cercle of Nioro", "ML-1-nioro", { lat: 15.23074, lng: -9.59356 }],
    ["Kidal", "ML-8", { lat: 18.441, lng: 1.408 }],
  ])("stand where the projection puts their town: %s", (_, code, position) => {
    const { x, y } = project(mali.projection, position);
    const frame = corners(shapeOf(code).path);
    expect(x).toBeGreaterThan(frame.x[0] - 2);
    expect(x).toBeLessThan(frame.x[1] + 2);
    expect(y).toBeGreaterThan(frame.y[0] - 2);
    expect(y).toBeLessThan(frame.y[1] + 2);
  });

  it("keep their numbers inside the picture", () => {
    const places = mali.regions.flatMap((region) => region.places.map(([x = 0, y = 0]) => ({ x, y })));
    for (const [picture, shapesOf] of [
      [mali, places],
      [world, world.countries],
    ] as const) {
      for (const { x, y } of shapesOf) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(picture.width);
        expect(y).toBeGreaterThan(0);
        expect(y).toBeLessThan(picture.height);
      }
    }
  });

  it("have all 50 cercles, under the codes that the directory gives to those it names", async () => {
    expect(mali.cercles).toHaveLength(50);
    const { zones } = (await readMapping(MAPPING_FOLDER)).rows;
    const named = zones.filter(({ level, code }) => level === "cercle" && code.startsWith("ML-"));
    expect(named.filter(({ code }) => !hasOutline([], code)).map(({ code }) => code)).toEqual([]);
  });

  it("say who drew the limits", () => {
    expect(mali.attribution).toContain("geoBoundaries (Runfola et al., 2020)");
  });

  it("tell which countries the small map reaches", () => {
    expect(isOnWorldMap("FR")).toBe(true);
    expect(isOnWorldMap("MZ")).toBe(false);
  });

  it("stay small: a page is read on a slow phone", () => {
    const drawn = JSON.stringify(mali) + JSON.stringify(world);
    expect(gzipSync(drawn).length).toBeLessThan(12_000);
  });
});
