import { describe, expect, it } from "vitest";
import { channelIsContested, composeFields, contactsOf, type Said } from "@/domain/compose";
import { agreements, another, byStaff, reaches, says } from "../support/said";

/** What is shown of one field, whichever way round the statements are given. */
function shown<F extends keyof ReturnType<typeof composeFields>>(field: F, ...said: Said[]) {
  const value = composeFields(said)[field];
  expect(composeFields([...said].reverse())[field]).toEqual(value);
  return value;
}

describe("which statement is shown of a single value", () => {
  it("is none when nothing is said: unknown, never a default", () => {
    expect(composeFields([])).toMatchObject({ founded_year: null, interviewed: null, perimeter: null, description_en: null, themes: [], contacts: [] });
  });

  it("is what staff says, whatever an import says and on whatever ground", () => {
    const imported = says("founded_year", "1996", { basis: "verified", saidOn: "2025-01-01", madeBy: 9 });
    expect(shown("founded_year", imported, says("founded_year", "1997", { ...byStaff(2), basis: "inferred" }))).toBe(1997);
  });

  it("is the latest that staff says: the latest change, not the later day nor the stronger ground", () => {
    const first = says("legal_status", "declared", { ...byStaff(2, "2024-12-31"), basis: "verified" });
    expect(shown("legal_status", first, says("legal_status", "approved", { ...byStaff(3, "2024-01-01"), basis: "self_declared" }))).toBe("approved");
  });

  it("has the stronger ground among what documents say: verified, self-declared, stated, inferred, of the typology", () => {
    const grounds = ["verified", "self_declared", "stated", "inferred", "typology"] as const;
    const said = grounds.map((basis, index) => says("member_count", String(index), { basis, sourceOrder: 10 - index }));
    expect(grounds.map((_, index) => shown("member_count", ...said.slice(index)))).toEqual([0, 1, 2, 3, 4]);
  });

  it("is the one verified last, when documents verified several", () => {
    const first = says("founded_year", "1996", { basis: "verified", saidOn: "2023-05-01" });
    const later = says("founded_year", "1997", { basis: "verified", saidOn: "2024-05-01", ...another });
    expect(shown("founded_year", first, later)).toBe(1997);
    expect(shown("founded_year", says("founded_year", "1995", { basis: "verified" }), first)).toBe(1996);
  });

  it("is that of the first source on the same ground, and the first given within one source", () => {
    expect(shown("founded_year", says("founded_year", "1997", another), says("founded_year", "1996"))).toBe(1996);
    expect(composeFields([says("founded_year", "2008"), says("founded_year", "2011", { lineStart: 9 })]).founded_year).toBe(2008);
  });

  it("does not look at the number of the import that brought it", () => {
    expect(shown("founded_year", says("founded_year", "1996"), says("founded_year", "1997", { ...another, madeBy: 5 }))).toBe(1996);
  });

  it("reads flags and numbers, and keeps the languages of a text apart", () => {
    const said = [
      says("interviewed", "false"),
      says("description", "Un texte.", { language: "fr" }),
      says("description", "A text.", { language: "en", cited: false }),
      says("description", "Un autre texte.", { ...byStaff(2), language: "fr" }),
    ];
    expect(composeFields(said)).toMatchObject({ interviewed: false, description_fr: "Un autre texte.", description_en: "A text." });
  });
});

describe("a description", () => {
  it("is made of what each document gives, in the order of the sources, and staff replaces it whole", () => {
    const first = says("description", "Fondée à Kayes.", { language: "fr" });
    const second = says("description", "Réinsère les migrants.", { language: "fr", ...another });
    expect(shown("description_fr", first, second)).toBe("Fondée à Kayes. Réinsère les migrants.");
    const staff = says("description", "Le texte de l’équipe.", { ...byStaff(2), language: "fr" });
    expect(shown("description_fr", first, second, staff)).toBe("Le texte de l’équipe.");
  });
});

describe("what completes a value", () => {
  const local = says("perimeter", "local", { place: "Tableau 2", lineStart: 390 });
  const scale = says("perimeter_scale", "village", { place: "Tableau 2", lineStart: 390, cited: false });

  it("goes with the statement shown", () => {
    const elsewhere = says("perimeter", "local", { basis: "self_declared", place: "Tableau 6", lineStart: 540 });
    const itsScale = says("perimeter_scale", "regional", { place: "Tableau 6", lineStart: 540, cited: false });
    expect(composeFields([local, scale])).toMatchObject({ perimeter: "local", perimeter_scale: "village" });
    expect(composeFields([local, scale, elsewhere, itsScale])).toMatchObject({ perimeter: "local", perimeter_scale: "regional" });
  });

  it("is not kept from a statement that is no longer shown", () => {
    expect(composeFields([local, scale, says("perimeter", "national", byStaff(2))])).toMatchObject({ perimeter: "national", perimeter_scale: null });
    const counts = [
      says("member_count", "20", { place: "Tableau 13" }),
      says("member_note", "communautés", { place: "Tableau 13", cited: false }),
      says("member_count", "19", { ...byStaff(3) }),
    ];
    expect(composeFields(counts)).toMatchObject({ member_count: 19, member_note: null });
  });

  it("may be known where the value is not", () => {
    expect(composeFields([says("member_note", "une vingtaine")])).toMatchObject({ member_count: null, member_note: "une vingtaine" });
  });
});

describe("sets", () => {
  it("add up over sources and people, each value once", () => {
    const said = [
      says("themes", "return_reintegration"),
      says("themes", "youth_support", another),
      says("themes", "return_reintegration", byStaff(2)),
      says("themes", "child_rights", byStaff(3)),
    ];
    expect([...shown("themes", ...said)].sort()).toEqual(["child_rights", "return_reintegration", "youth_support"]);
    expect(shown("zones", says("zones", "ML-8"), says("zones", "ML-1", another))).toEqual(["ML-1", "ML-8"]);
    expect(shown("alias", says("alias", "Zed"), says("alias", "Ade", byStaff(2)))).toEqual(["Ade", "Zed"]);
  });

  it("have one order, so that two equal sets are the same", () => {
    const said = [says("partners", "b"), says("partners", "a"), says("partner_classes", "foundations"), says("partner_classes", "un_agencies")];
    for (const field of ["partners", "partner_classes"] as const) shown(field, ...said);
  });

  it("keep sentences in the order in which they are said", () => {
    expect(composeFields([says("problems", "Z"), says("problems", "A")]).problems).toEqual(["Z", "A"]);
  });

  it("hold a contact once, in the order in which they are said", () => {
    const said = [reaches("phone", "20 24 11 22"), reaches("email", "a@example.org"), reaches("phone", "20 24 11 22", "ok", byStaff(2))];
    expect(contactsOf(said).map(({ raw }) => raw)).toEqual(["20 24 11 22", "a@example.org"]);
    expect(composeFields(said).contacts).toEqual([
      { channel: "phone", raw: "20 24 11 22", state: "ok" },
      { channel: "email", raw: "a@example.org", state: "ok" },
    ]);
  });
});

describe("sources that agree", () => {
  it("sets apart the zones that one table lists and another leaves out", () => {
    const said = [
      says("zones", "ML-BKO", { place: "Tableau 2" }),
      says("zones", "ML-BKO", { place: "Tableau 6" }),
      says("zones", "ML-8", { place: "Tableau 6" }),
    ];
    expect(agreements(said)).toEqual([true, true, false]);
  });

  it("does not set a list that names only some against one that names all", () => {
    const elsewhere = says("zones", "ML-8", { ...another, openList: true });
    expect(agreements([says("zones", "ML-BKO"), elsewhere])).toEqual([true, true]);
    expect(agreements([says("zones", "ML-BKO"), { ...elsewhere, openList: false }])).toEqual([false, false]);
  });

  it("finds a single value contradicted by another source", () => {
    const said = [says("member_count", "20", { place: "Tableau 13" }), says("member_count", "19", { place: "Encadré 3" })];
    expect(agreements(said)).toEqual([false, false]);
    expect(agreements([said[0]!, says("member_count", "20", another)])).toEqual([true, true]);
  });

  it("finds a single value that is no longer the one shown", () => {
    const local = says("perimeter", "local", { place: "Tableau 2" });
    expect(agreements([local])).toEqual([true]);
    const scale = says("perimeter_scale", "village", { place: "Tableau 2", cited: false });
    expect(agreements([scale, says("perimeter", "local", { place: "Tableau 6" })])).toEqual([false, true]);
  });

  it("lets themes of several tables add up", () => {
    const said = [says("themes", "youth_support", { place: "Tableau 5" }), says("themes", "child_rights", { place: null, lineStart: 12 })];
    expect(agreements(said)).toEqual([true, true]);
  });

  it("finds no contradiction between two wordings of ours", () => {
    expect(agreements([says("description", "Un texte.", { language: "fr" }), says("description", "A text.", { language: "en" })])).toEqual([true, true]);
  });

  it("finds both sides of a contested channel, and leaves the other channels alone", () => {
    const said = [reaches("website", "Néant", "none"), reaches("website", "https://example.org"), reaches("phone", "20 24 11 22")];
    expect(agreements(said)).toEqual([false, false, true]);
  });
});

describe("a channel of contact", () => {
  const none = { channel: "website", state: "none" } as const;
  const site = { channel: "website", state: "ok" } as const;

  it("is contested when one place says there is none and another gives one", () => {
    expect(channelIsContested("website", [none, site])).toBe(true);
    expect(channelIsContested("website", [none, none])).toBe(false);
    expect(channelIsContested("website", [site, { channel: "website", state: "under_construction" }])).toBe(false);
    expect(channelIsContested("website", [site, { channel: "phone", state: "none" }])).toBe(false);
  });
});
