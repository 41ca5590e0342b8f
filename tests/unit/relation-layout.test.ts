import { describe, expect, it } from "vitest";
import { around, mostRelated, nestings, type Graph, type RelationKind } from "@/domain/relation";
import { layout } from "@/features/networks/layout";

/** 400 things in a tree, with some lines across. */
const MANY = Array.from({ length: 399 }, (_, at) => [at + 1, Math.floor(at / 3)] as const);
const ACROSS = Array.from({ length: 60 }, (_, at) => [at * 6, (at * 37) % 400] as const).filter(([a, b]) => a !== b);

describe("the drawing of relations", () => {
  it("is the same each time", () => {
    expect(layout(400, [...MANY, ...ACROSS], 1000)).toEqual(layout(400, [...MANY, ...ACROSS], 1000));
  });

  it("keeps 400 things apart and inside the picture", () => {
    const { points, width, height } = layout(400, [...MANY, ...ACROSS], 1000);
    for (const { x, y } of points) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(height);
    }
    const apart = points.flatMap((a, at) => points.slice(at + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)));
    expect(Math.min(...apart)).toBeGreaterThan(8);
  });

  it("sets related things nearer to each other than others", () => {
    const { points } = layout(400, MANY, 1000);
    const distance = ([a, b]: readonly [number, number]) => Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);
    const mean = (pairs: readonly (readonly [number, number])[]) => pairs.reduce((sum, pair) => sum + distance(pair), 0) / pairs.length;
    expect(mean(MANY)).toBeLessThan(mean(MANY.map(([a]) => [a, (a + 200) % 400] as const)) / 3);
  });

  it("draws one thing, and parts that nothing relates", () => {
    expect(layout(1, [], 1000).points).toHaveLength(1);
    const { points } = layout(
      4,
      [
        [0, 1],
        [2, 3],
      ],
      1000,
    );
    expect(Math.max(points[0]!.x, points[1]!.x)).toBeLessThan(Math.min(points[2]!.x, points[3]!.x));
  });
});

const graphOf = (...pairs: [string, string, RelationKind][]): Graph => ({
  nodes: [...new Set(pairs.flatMap(([from, to]) => [from, to]))].map((id) => ({ id, slug: id, what: "organisation", name: id, acronym: null })),
  relations: pairs.map(([from, to, kind]) => ({ from, to, kind, role: null })),
});

describe("a graph of relations", () => {
  const graph = graphOf(["village", "commune", "member"], ["commune", "region", "section"], ["region", "village", "partner"], ["region", "far", "partner"]);

  it("has around one thing what it is related to, and how these are related", () => {
    const { nodes, relations } = around(graph, "village");
    expect(nodes.map(({ id }) => id)).toEqual(["village", "commune", "region"]);
    expect(relations).toHaveLength(3);
  });

  it("tells what a thing belongs to through another, and goes round in no circle", () => {
    expect(nestings(graph, "village")).toEqual([["village", "commune", "region"]]);
    expect(nestings(graphOf(["a", "b", "member"], ["b", "a", "member"]), "a")).toEqual([]);
  });

  it("keeps the most related when there are too many", () => {
    expect(mostRelated(graph, 3).nodes.map(({ id }) => id)).not.toContain("far");
    expect(mostRelated(graph, 10)).toEqual(graph);
  });
});
