import { describe, expect, it } from "vitest";
import { clusters, distinct } from "@/features/map/interactive/clusters";
import { sayPlace } from "@/features/map/interactive/say-place";
import { interactiveTexts } from "@/features/map/interactive/texts";

const at = (x: number, y: number, item: string) => ({ x, y, item });

describe("clusters", () => {
  it("joins points within reach of the first of a group and leaves the others alone", () => {
    const groups = clusters([at(0, 0, "a"), at(20, 0, "b"), at(45, 0, "c"), at(300, 0, "d")], 34);
    expect(groups.map(({ items }) => items)).toEqual([["a", "b"], ["c"], ["d"]]);
  });

  it("joins points at the same place whatever the reach", () => {
    expect(clusters([at(5, 5, "a"), at(5, 5, "b")], 0)).toHaveLength(1);
  });

  it("loses no point and keeps the place of the first", () => {
    const points = Array.from({ length: 50 }, (_, index) => at(index * 7, (index % 5) * 11, String(index)));
    const groups = clusters(points, 34);
    expect(groups.flatMap(({ items }) => items)).toHaveLength(50);
    expect(groups[0]).toMatchObject({ x: 0, y: 0 });
  });

  it("counts an organisation of two places once", () => {
    expect(distinct([{ organisations: [1, 2] }, { organisations: [2, 3] }])).toBe(3);
  });
});

describe("the sentences of the interactive map", () => {
  it("say a place with its number in both languages", () => {
    expect(sayPlace(interactiveTexts("en"), "Kayes", 1)).toBe("Kayes: 1 organisation");
    expect(sayPlace(interactiveTexts("fr"), "Kayes", 15).replace(/\s/g, " ")).toBe("Kayes : 15 organisations");
  });
});
