import { describe, expect, it } from "vitest";
import { fold, joinAcronyms, slugify, straightApostrophes } from "@/domain/fold";

describe("folding", () => {
  it.each([
    ["Ségou", "segou"],
    ["L’Œuvre d'Égalité – Ségou !", "l oeuvre d egalite segou"],
    ["  Aide   d’urgence ", "aide d urgence"],
    ["Guinée-Bissau", "guinee bissau"],
    ["N'Tillit", "n tillit"],
    ["N’Tillit", "n tillit"],
    ["N‘Tillit", "n tillit"],
    ["Nʼ Tillit", "n tillit"],
    ["Nʻtillit", "n tillit"],
    ["!!!", ""],
  ])("reads %j as %j", (typed, folded) => expect(fold(typed)).toBe(folded));

  it.each([
    ["A.M.E.", "AME"],
    ["A.M.E. Bamako", "AME Bamako"],
    ["a.r.a.c.e.m", "aracem"],
    ["Enda Mali", "Enda Mali"],
    ["Mali. Grdr", "Mali. Grdr"],
  ])("joins the dots of %j into %j", (typed, joined) => expect(joinAcronyms(typed)).toBe(joined));

  it("makes the apostrophes of an e-mail address those of the keyboard", () => {
    expect(["o’brien@example.org", "oʼbrien@example.org", "o'brien@example.org"].map(straightApostrophes)).toEqual(Array(3).fill("o'brien@example.org"));
  });

  it("makes slugs of letters, digits and single hyphens", () => {
    expect(slugify("Maison d’Accueil & d’Hébergement (MAHM)")).toBe("maison-d-accueil-d-hebergement-mahm");
    expect(slugify("***")).toBe("");
  });
});
