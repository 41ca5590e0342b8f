import { describe, expect, it } from "vitest";
import { wordDiff } from "@/lib/word-diff";

const gone = (before: string, after: string) => wordDiff(before, after).flatMap(({ kind, text }) => (kind === "gone" ? text.trim() : []));
const come = (before: string, after: string) => wordDiff(before, after).flatMap(({ kind, text }) => (kind === "new" ? text.trim() : []));

describe("two texts, word by word", () => {
  it("differ in the words that went and those that came", () => {
    const [before, after] = ["Association créée à Bamako en 1996.", "Association fondée à Bamako, au Mali, en 1996."];
    expect(gone(before, after)).toEqual(["créée", "Bamako"]);
    expect(come(before, after)).toEqual(["fondée", "Bamako, au Mali,"]);
  });

  it("are found again whole in the pieces", () => {
    const texts = ["", "un", "un deux  trois\nquatre", "deux un trois", "quatre trois deux un", " un deux "];
    for (const before of texts)
      for (const after of texts) {
        const pieces = wordDiff(before, after);
        const without = (kind: string) =>
          pieces
            .filter((piece) => piece.kind !== kind)
            .map(({ text }) => text)
            .join("");
        expect([without("new"), without("gone")]).toEqual([before, after]);
      }
  });

  it("share the longest run of words that they can", () => {
    expect(wordDiff("a b c d e f", "x b c y e f").filter(({ kind }) => kind === "same")).toEqual([
      { kind: "same", text: "b c " },
      { kind: "same", text: "e f" },
    ]);
  });

  it("are told in a moment when they are long and have nothing in common", () => {
    const words = (prefix: string) => Array.from({ length: 4000 }, (_, index) => `${prefix}${index}`).join(" ");
    expect(wordDiff(words("a"), words("b")).map(({ kind }) => kind)).toEqual(["gone", "new"]);
  });
});
