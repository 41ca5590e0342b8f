import { describe, expect, it } from "vitest";
import { allowedMistakes, closestWord, editDistance } from "@/domain/spelling";

describe("typing mistakes", () => {
  it.each([
    ["kayes", "kayes", 0],
    ["kayse", "kayes", 1],
    ["kaye", "kayes", 1],
    ["yelimane", "yelimame", 1],
    ["xayes", "kayes", 1],
    ["abcdef", "kayes", 3],
  ])("counts the edits from %s to %s", (from, to, distance) => expect(editDistance(from, to, 2)).toBe(distance));

  it("allows none in short words, one up to seven letters, two above", () => {
    expect([3, 4, 7, 8].map(allowedMistakes)).toEqual([0, 1, 1, 2]);
  });

  it("prefers the nearest word, then the one used most", () => {
    const known = [
      { word: "bamako", uses: 3 },
      { word: "bamado", uses: 9 },
      { word: "banamba", uses: 20 },
    ];
    expect(closestWord("bamaco", known)).toBe("bamado");
    expect(closestWord("bamako", known)).toBe("bamako");
    expect(closestWord("zzzzzz", known)).toBeNull();
    expect(closestWord("bam", known)).toBeNull();
  });
});
