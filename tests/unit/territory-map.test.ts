import { readFileSync, statSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import mali from "@/components/territory-map/mali.json";
import { project } from "@/components/territory-map/projection";
import { isOnWorldMap } from "@/components/territory-map/world-map";
import world from "@/components/territory-map/world.json";

const file = (path: string) => new URL(`../../${path}`, import.meta.url);
type Shape = { properties: { code: string; at: [number, number] } };
const shapes = (path: string) => (JSON.parse(readFileSync(file(path), "utf8")) as { features: Shape[] }).features;
const DRAWN = ["ML-1", "ML-2", "ML-3", "ML-4", "ML-5", "ML-6", "ML-7", "ML-8", "ML-BKO"];

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
  it("are the eight regions of before 2012 and Bamako, told apart from Koulikoro", () => {
    expect(mali.regions.map(({ code }) => code)).toEqual(DRAWN);
    expect(shapes("public/geo/regions.json").map(({ properties }) => properties.code)).toEqual(DRAWN);
    const [koulikoro, bamako] = ["ML-2", "ML-BKO"].map((code) => corners(mali.regions.find((region) => region.code === code)!.path));
    expect(bamako!.x[1] - bamako!.x[0]).toBeLessThan((koulikoro!.x[1] - koulikoro!.x[0]) / 5);
  });

  it.each([
    ["Kayes", "ML-1", { lat: 14.447, lng: -11.445 }],
    ["Bamako", "ML-BKO", { lat: 12.639, lng: -8.003 }],
    ["Ménaka, in the shape of Gao", "ML-7", { lat: 15.918, lng: 2.402 }],
    ["Kidal", "ML-8", { lat: 18.441, lng: 1.408 }],
  ])("stand where the projection puts their town: %s", (_, code, position) => {
    const { x, y } = project(mali.projection, position);
    const frame = corners(mali.regions.find((region) => region.code === code)!.path);
    expect(x).toBeGreaterThan(frame.x[0] - 2);
    expect(x).toBeLessThan(frame.x[1] + 2);
    expect(y).toBeGreaterThan(frame.y[0] - 2);
    expect(y).toBeLessThan(frame.y[1] + 2);
  });

  it("keep their numbers inside the picture", () => {
    for (const [picture, shapesOf] of [
      [mali, mali.regions],
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

  it("have no number at 0° N, 0° E", () => {
    for (const { properties } of [...shapes("public/geo/regions.json"), ...shapes("public/geo/countries.json")]) {
      expect(Math.abs(properties.at[0]) + Math.abs(properties.at[1])).toBeGreaterThan(1);
    }
  });

  it("tell which countries the small map reaches", () => {
    expect(isOnWorldMap("FR")).toBe(true);
    expect(isOnWorldMap("MZ")).toBe(false);
  });

  it("stay small: a page is read on a slow phone", () => {
    const drawn = JSON.stringify(mali) + JSON.stringify(world);
    expect(gzipSync(drawn).length).toBeLessThan(6_000);
    expect(statSync(file("public/geo/regions.json")).size + statSync(file("public/geo/countries.json")).size).toBeLessThan(90_000);
  });
});
