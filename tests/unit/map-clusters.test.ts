import { describe, expect, it } from "vitest";
import { clusters, together } from "@/features/map/interactive/clusters";
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
});

describe("the sentences of the interactive map", () => {
  it("say a place with its number in both languages", () => {
    expect(sayPlace(interactiveTexts("en"), "Kayes", 1)).toBe("Kayes: 1 organisation");
    expect(sayPlace(interactiveTexts("fr"), "Kayes", 15).replace(/\s/g, " ")).toBe("Kayes : 15 organisations");
    expect(sayPlace(interactiveTexts("fr"), "Kayes, Nioro", 900, false).replace(/\s/g, " ")).toBe("Kayes, Nioro : au plus 900 organisations");
  });
});
