import { describe, expect, test } from "vitest";
import { valueNames, valueText } from "@/i18n/value-text";

const names = valueNames({ zones: [], organisations: [] });

describe("a value of the history in words", () => {
  test("is the label of its code, and yes or no however it was stored", () => {
    expect(valueText("fr", "themes", ["child_rights"], names)).not.toContain("_");
    expect(["true", true].map((value) => valueText("fr", "interviewed", value, names))).toEqual(["Oui", "Oui"]);
    expect(["false", false].map((value) => valueText("en", "interviewed", value, names))).toEqual(["No", "No"]);
  });

  test("that is missing is unknown, and one that names an entry one may not see is reserved", () => {
    expect([null, "", []].map((value) => valueText("fr", "acronym", value, names))).toEqual(["inconnu", "inconnu", "inconnu"]);
    expect(valueText("fr", "partners", ["essai-cachee"], names)).toBe("organisation réservée");
  });
});
