import { describe, expect, it } from "vitest";
import { around, mostRelated, nestings, type Graph, type RelationKind } from "@/domain/relation";
import { layout, type Room } from "@/features/networks/layout";

/** 400 things in a tree, with some lines across. */
const MANY = Array.from({ length: 399 }, (_, at) => [at + 1, Math.floor(at / 3)] as const);
const ACROSS = Array.from({ length: 60 }, (_, at) => [at * 6, (at * 37) % 400] as const).filter(([a, b]) => a !== b);

/** So many things, some with a name of several lines beneath them. */
const roomsOf = (count: number): Room[] =>
  Array.from({ length: count }, (_, at) => ({ half: 8 + (at % 5) * 12, above: 8 + (at % 3), below: 8 + (at % 4) * 12 }));
const marksOf = (count: number): Room[] => Array.from({ length: count }, () => ({ half: 8, above: 8, below: 8 }));

describe("the drawing of relations", () => {
  it("is the same each time", () => {
    expect(layout(roomsOf(400), [...MANY, ...ACROSS], 1000)).toEqual(layout(roomsOf(400), [...MANY, ...ACROSS], 1000));
  });

  it.each([
    ["400 things", roomsOf(400), [...MANY, ...ACROSS], 1000],
    ["25 around one, as wide as a phone", roomsOf(26), Array.from({ length: 25 }, (_, at) => [0, at + 1] as const), 330],
    ["parts in rows", roomsOf(30), Array.from({ length: 15 }, (_, at) => [2 * at, 2 * at + 1] as const), 330],
  ])("lets no thing or name cover another or leave the picture: %s", (_, rooms, pairs, widest) => {
    const { points, width, height } = layout(rooms, pairs, widest);
    expect(width).toBeLessThanOrEqual(widest);
    const boxes = points.map(({ x, y }, at) => {
      const { half, above, below } = rooms[at]!;
      return { left: x - half, right: x + half, top: y - above, bottom: y + below };
    });
    const outside = boxes.filter(({ left, right, top, bottom }) => left < -0.1 || top < -0.1 || right > width + 0.1 || bottom > height + 0.1);
    expect(outside).toEqual([]);
    const covers = (a: (typeof boxes)[0], b: (typeof boxes)[0]) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    expect(boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => covers(a, b)))).toEqual([]);
  });

  it("sets related things nearer to each other than others", () => {
    const { points } = layout(marksOf(400), MANY, 1000);
    const distance = ([a, b]: readonly [number, number]) => Math.hypot(points[a]!.x - points[b]!.x, points[a]!.y - points[b]!.y);
    const mean = (pairs: readonly (readonly [number, number])[]) => pairs.reduce((sum, pair) => sum + distance(pair), 0) / pairs.length;
    expect(mean(MANY)).toBeLessThan(mean(MANY.map(([a]) => [a, (a + 200) % 400] as const)) / 3);
  });

  it("draws one thing, and parts that nothing relates", () => {
    expect(layout(roomsOf(1), [], 1000).points).toHaveLength(1);
    const { points } = layout(
      roomsOf(4),
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
