import { describe, expect, it } from "vitest";
import { staffTerms, toTsquery } from "@/domain/staff-words";

describe("the terms that staff look for", () => {
  it("are words, each for itself, folded, and acronyms without dots", () => {
    expect(staffTerms("  Étoile du A.M.E. ").map(({ words }) => words)).toEqual([["etoile"], ["du"], ["ame"]]);
    expect(staffTerms(" -- ")).toEqual([]);
  });

  it("keep together what is written without spaces", () => {
    expect(staffTerms("contact@essai.org 0123/DNI l’eau").map(({ words }) => words)).toEqual([
      ["contact", "essai", "org"],
      ["0123", "dni"],
      ["l", "eau"],
    ]);
  });

  it("know a number in any spacing, with or without what comes before it abroad, and leave years alone", () => {
    for (const typed of ["76 12 34 56", "76123456", "76.12.34.56", "(76) 12-34-56", "0 76 12 34 56"])
      expect(staffTerms(`eau ${typed}`).at(-1)!.digits).toBe("76123456");
    for (const typed of ["+223 76 12 34 56", "0022376123456"]) expect(staffTerms(typed)).toMatchObject([{ digits: "22376123456" }]);
    expect(staffTerms("fondée en 2019").map(({ digits }) => digits)).toEqual([null, null, null]);
  });

  it("are asked of the database as beginnings, short ones as they are, numbers from both ends", () => {
    expect(toTsquery({ words: ["etoile", "du"], digits: null })).toBe("'etoile':* & 'du'");
    expect(toTsquery({ words: ["761", "234"], digits: "761234" })).toBe("('761':* & '234':*) | '761234':* | 'x432167':*");
  });
});
