import { afterEach, describe, expect, it } from "vitest";
import { parseDeed } from "@/domain/bulk";
import { fieldOf, inOwnOrder } from "@/domain/fields";
import { parseDirectoryQuery } from "@/domain/filters";
import { parseFieldInput } from "@/domain/organisation-input";
import { codeMeant, codesIn, isLocalCode, keepTerms, VOCABULARIES, type LocalTerm } from "@/domain/terms";
import { cellWords } from "@/features/import/words";
import { LOCALES } from "@/i18n/locales";
import { termChoices, termLabel } from "@/i18n/term-label";
import { labelsOf } from "@/i18n/translator";

const term = (code: string, more: Partial<LocalTerm> = {}): LocalTerm => ({
  ...{ vocabulary: "theme", code: code as LocalTerm["code"], fr: `Essai ${code}`, en: `Trial ${code}`, mergedInto: null, removed: false, isPublic: true },
  ...more,
});
const keep = (...terms: LocalTerm[]) => keepTerms(terms);
afterEach(() => keepTerms([]));

describe("a code of the consortium", () => {
  it("is never one of the domain's", () => {
    for (const codes of Object.values(VOCABULARIES)) expect(codes.filter(isLocalCode)).toEqual([]);
  });

  it("is a choice after the mapping's, for staff at once and for others once it is public", () => {
    keep(
      term("x_a", { isPublic: false }),
      term("x_b"),
      term("x_c", { removed: true }),
      term("x_d", { mergedInto: "x_b" }),
      term("x_e", { vocabulary: "need" }),
    );
    expect(codesIn("theme", "staff").slice(VOCABULARIES.theme.length)).toEqual(["x_a", "x_b"]);
    expect(codesIn("theme", "public").slice(VOCABULARIES.theme.length)).toEqual(["x_b"]);
    expect(termChoices("en", "theme", "public").at(-1)).toEqual({ value: "x_b", label: "Trial x_b" });
  });

  it("means itself, or what it was merged into, however often", () => {
    keep(term("x_a", { mergedInto: "x_b" }), term("x_b", { mergedInto: "women_rights" }), term("x_c", { isPublic: false, mergedInto: "x_d" }), term("x_d"));
    expect(codeMeant("theme", "x_a", "public")).toBe("women_rights");
    expect(codeMeant("theme", "x_c", "staff")).toBe("x_d");
    expect([codeMeant("theme", "x_c", "public"), codeMeant("need", "x_d", "staff"), codeMeant("theme", "x_none", "staff")]).toEqual([null, null, null]);
  });

  it("is asked for in an address, and refused like one that never was while nothing public says it", () => {
    keep(term("x_a", { isPublic: false }), term("x_b"), term("x_c", { mergedInto: "x_b" }));
    const parsed = parseDirectoryQuery({ theme: ["x_c", "x_b", "-x_c"] });
    expect(parsed).toMatchObject({ ok: true, query: { groups: { theme: ["x_b"] }, excluded: { theme: ["x_b"] } } });
    const accepted = [...VOCABULARIES.theme, "x_b", "unknown"];
    for (const value of ["x_a", "x_none"])
      expect(parseDirectoryQuery({ theme: [value] })).toEqual({ ok: false, problems: [{ parameter: "theme", value, reason: "unknown_value", accepted }] });
  });

  it("is taken by a form, in one order, and by files by its code and its labels in any language", () => {
    keep(term("x_b"), term("x_a", { isPublic: false, fr: "Climat" }), term("x_c", { mergedInto: "x_b", fr: "Ancien" }), term("x_d", { removed: true }));
    expect(parseFieldInput(fieldOf("themes"), ["x_b", "x_c", "x_a", "women_rights"])).toEqual({ ok: true, value: ["women_rights", "x_a", "x_b"] });
    expect(parseFieldInput(fieldOf("themes"), ["x_d"])).toMatchObject({ ok: false, reason: "unknown_value" });
    expect(parseFieldInput(fieldOf("needs"), ["x_b"])).toMatchObject({ ok: false });
    expect(inOwnOrder(fieldOf("themes"), ["x_z", "x_b", "child_rights"])).toEqual(["child_rights", "x_b", "x_z"]);
    const words = cellWords().codes.get("themes")!;
    expect(["climat", "trial x a", "ancien", "x c", "droit et protection des femmes"].map((word) => words.get(word))).toEqual([
      ...["x_a", "x_a", "x_b", "x_b", "women_rights"],
    ]);
    expect(words.get("essai x d")).toBeUndefined();
  });

  it("is given to many entries at once, and taken from them", () => {
    keep(term("x_a", { isPublic: false }), term("x_c", { mergedInto: "x_a" }), term("x_d", { removed: true }));
    expect(parseDeed({ action: "add_theme", theme: "x_a", basis: "verified" })).toMatchObject({ ok: true, deed: { theme: "x_a" } });
    expect(parseDeed({ action: "remove_theme", theme: "x_c" })).toMatchObject({ ok: true, deed: { theme: "x_a" } });
    expect(parseDeed({ action: "remove_theme", theme: "x_d" })).toEqual({ ok: false, problems: [{ control: "theme", reason: "required" }] });
  });

  it("is called by its label in each language, merged and removed ones too", () => {
    keep(term("x_a", { removed: true }), term("x_b", { mergedInto: "x_c" }));
    for (const locale of LOCALES)
      expect(["x_a", "x_b"].map((code) => termLabel(locale, "theme", code))).toEqual(
        ["x_a", "x_b"].map((code) => `${locale === "fr" ? "Essai" : "Trial"} ${code}`),
      );
    expect(labelsOf("fr").theme.women_rights).toBe("Droit et protection des femmes");
    expect(termLabel("fr", "theme", "x_none")).toBe("x_none");
  });
});
