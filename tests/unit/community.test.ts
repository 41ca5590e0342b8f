import { describe, expect, it } from "vitest";
import { gapToMean } from "@/domain/community";
import { linesAround, linesOf } from "@/features/communities/cited";
import { gapCell, gapInWords, inhabitants, percent, score } from "@/features/communities/words";
import { referenceTo } from "@/components/reference";

describe("the gap to the mean", () => {
  it("subtracts the mean that the profile itself prints", () => {
    expect(gapToMean("survey", { value: 33, mean: 42 })).toBe(-9);
    expect(gapToMean("survey", { value: 81, mean: 81 })).toBe(0);
  });

  it("is the printed figure where the study prints gaps", () => {
    expect(gapToMean("service_satisfaction", { value: 54, mean: 28 })).toBe(54);
  });

  it("is unknown without a value or a mean", () => {
    expect(gapToMean("survey", { value: null, mean: 42 })).toBeNull();
    expect(gapToMean("survey", { value: 33, mean: null })).toBeNull();
  });

  it.each([
    ["fr", 1, "1 point au-dessus"],
    ["fr", -12, "12 points au-dessous"],
    ["fr", 0, "à la moyenne"],
    ["en", -1, "1 point below"],
    ["en", 38, "38 points above"],
  ] as const)("is put in words: %s %d", (locale, points, words) => expect(gapInWords(locale, points)).toBe(words));

  it("is a signed number in a table, with a true minus sign", () => {
    expect([9, -22, 0].map((value) => gapCell("fr", value))).toEqual(["+9", "−22", "0"]);
  });
});

describe("figures of a community", () => {
  it("are written as each language writes them", () => {
    expect(percent("fr", 48)).toMatch(/^48\s%$/);
    expect(percent("en", 48)).toBe("48%");
    expect(score("fr", 0.5)).toBe("0,50");
    expect(score("en", 0.05)).toBe("0.05");
  });

  it("give the census of a population, or say that it is a round figure", () => {
    expect(inhabitants("en", { population: 2982, populationApproximate: false, populationYear: "2002" })).toBe("2,982 inhabitants at the 2002 census");
    expect(inhabitants("en", { population: 300000, populationApproximate: true, populationYear: null })).toBe("about 300,000 inhabitants");
    expect(inhabitants("fr", { population: null, populationApproximate: false, populationYear: null })).toBe("Non indiqué");
  });
});

const at = (lineStart: number | null, lineEnd = lineStart) => ({ lineStart, lineEnd });

describe("the lines of a group", () => {
  it("run from the first to the last", () => {
    expect(linesAround([at(469), at(475), at(470, 472)])).toBe("469-475");
    expect(linesAround([at(12)])).toBe("12");
    expect(linesAround([at(null)])).toBe("");
  });

  it("are told range by range, those that follow each other as one", () => {
    expect(linesOf([at(1947), at(1931, 1933), at(1934), at(1932), at(null)])).toBe("1931-1934, 1947");
    expect(linesOf([])).toBe("");
  });
});

describe("a reference to a document", () => {
  it("names author, title, publisher and date", () => {
    expect(referenceTo("en", { author: "A. Author", title: "A study", publisher: "A house", publishedOn: "2022" })).toBe("A. Author, A study, A house, 2022.");
  });

  it("says what is not known", () => {
    expect(referenceTo("fr", { author: null, title: "Étude", publisher: null, publishedOn: null })).toBe(
      "Auteur inconnu, Étude, éditeur inconnu, sans date de publication.",
    );
  });
});
