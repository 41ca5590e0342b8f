import type { MultiPolygon, Polygon } from "geojson";

export type Shape = Polygon | MultiPolygon;

export const round = (value: number, digits = 0) => Number(value.toFixed(digits));

/** A path of whole pixels in relative steps, without repeated points: a third of d3's own string. */
export function compact(path: string | null): string {
  return (path ?? "")
    .split("M")
    .slice(1)
    .map((ring) => {
      const closed = ring.endsWith("Z");
      const points = ring
        .replace("Z", "")
        .split("L")
        .map((pair) => {
          const [x = 0, y = 0] = pair.split(",").map((part) => Math.round(Number(part)));
          return [x, y] as const;
        });
      const first = points[0] ?? [0, 0];
      let [x, y] = first;
      const steps: string[] = [];
      for (const [nextX, nextY] of points.slice(1)) {
        if (nextX === x && nextY === y) continue;
        steps.push(`${nextX - x}${nextY - y < 0 ? "" : " "}${nextY - y}`);
        [x, y] = [nextX, nextY];
      }
      if (steps.length < (closed ? 2 : 1)) return "";
      const body = steps.map((step, index) => (index > 0 && !step.startsWith("-") ? ` ${step}` : step)).join("");
      return `M${first.join(" ")}l${body}${closed ? "z" : ""}`;
    })
    .join("");
}

/** Rings smaller than this many pixels in both directions are specks on a small picture. */
const SPECK = 4;
export const withoutSpecks = (path: string) =>
  path
    .split("M")
    .slice(1)
    .filter((ring) => {
      const steps = [...ring.slice(ring.indexOf("l") + 1).matchAll(/-?\d+/g)].map(Number);
      const reach = (offset: number) => {
        let at = 0;
        const seen = [0, ...steps.filter((_, index) => index % 2 === offset).map((step) => (at += step))];
        return Math.max(...seen) - Math.min(...seen);
      };
      return reach(0) > SPECK || reach(1) > SPECK;
    })
    .map((ring) => `M${ring}`)
    .join("");
