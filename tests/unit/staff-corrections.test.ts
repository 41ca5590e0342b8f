import { describe, expect, it } from "vitest";
import { standings } from "@/domain/compose";
import { agreements, another, byStaff, reaches, replaced, says } from "../support/said";

describe("a correction by staff", () => {
  it("holds, and what the documents say of a single value is replaced", () => {
    const documents = [says("founded_year", "1996"), says("founded_year", "1995", another)];
    expect(replaced(documents)).toEqual([false, false]);
    const said = [...documents, says("founded_year", "1998", byStaff(2))];
    expect(agreements(said)).toEqual([false, false, true]);
    expect(replaced(said)).toEqual([true, true, false]);
  });

  it("is replaced by a later one, which may say again what a document says", () => {
    const said = [says("founded_year", "1996"), says("founded_year", "1998", byStaff(2)), says("founded_year", "1996", byStaff(3))];
    expect(agreements(said)).toEqual([true, false, true]);
    expect(replaced(said)).toEqual([false, true, false]);
  });

  it("replaces what went with the former value", () => {
    const said = [says("perimeter", "local"), says("perimeter_scale", "village", { cited: false }), says("perimeter", "national", byStaff(2))];
    expect(replaced(said)).toEqual([true, true, false]);
  });

  it("of a whole set is the last list that was given, even of two of one day", () => {
    const said = [says("zones", "ML-1"), says("zones", "ML-1", byStaff(2)), says("zones", "ML-1", byStaff(3)), says("zones", "ML-8", byStaff(3))];
    expect(agreements(said)).toEqual([true, true, true, true]);
    const tables = [says("zones", "ML-1", { place: "Tableau 2" }), says("zones", "ML-8", { place: "Tableau 6" }), says("zones", "ML-1", byStaff(2))];
    expect(agreements(tables.slice(0, 2))).toEqual([false, false]);
    expect(replaced(tables)).toEqual([false, true, false]);
  });

  it("says whether there is a contact, of its channel alone", () => {
    const said = [reaches("website", "Néant", "none"), reaches("email", "Néant", "none"), reaches("website", "https://example.org", "ok", byStaff(2))];
    expect(agreements(said)).toEqual([false, true, true]);
    expect(replaced(said)).toEqual([true, false, false]);
  });

  it("replaces nothing where values add up, nor another wording of ours", () => {
    const said = [says("themes", "youth_support"), says("themes", "child_rights", byStaff(2))];
    expect(standings(said)).toEqual([
      { agrees: true, replaced: false },
      { agrees: true, replaced: false },
    ]);
    expect(replaced([says("description", "Un texte.", { language: "fr" }), says("description", "Un autre.", { language: "fr", ...byStaff(2) })])).toEqual([
      false,
      false,
    ]);
  });
});
