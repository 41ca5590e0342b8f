import { describe, expect, it } from "vitest";
import { joinCell, splitCell } from "@/domain/cell-list";
import { EDIT_NAMES } from "@/domain/fields";
import { fold } from "@/domain/fold";
import { mappingFaults, type Target } from "@/domain/import";
import { readRow } from "@/domain/read-cell";
import { guessTargets } from "@/features/import/guess";
import { cellWords } from "@/features/import/words";
import { labelsOfField } from "@/i18n/field-label";
import { LOCALES } from "@/i18n/locales";
import { csvLines } from "@/lib/csv";

const words = cellWords();
const read = (row: Partial<Record<Target, string>>) => {
  const targets = Object.keys(row) as Target[];
  return readRow(targets, targets, Object.values(row) as string[], words, 2026);
};

describe("several values in a cell", () => {
  it.each([[["a", "b; c"]], [["a; b"]], [["a | b", "c"]], [["une ligne\nune autre"]], [["a"]], [[]]])("%j come back as they were", (values) =>
    expect(splitCell(joinCell(values))).toEqual(values),
  );
  it("may be typed with semicolons", () => expect(splitCell("Kayes ; Bamako;")).toEqual(["Kayes", "Bamako"]));
});

describe("a cell", () => {
  it("says a code by its label in either language, by the code, or as surveys write several", () => {
    for (const themes of ["Women’s rights and protection", "women_rights", "Droit et protection des femmes"]) {
      const { given } = read({ themes });
      if (themes !== "Women’s rights and protection" || given.themes) expect(given.themes).toEqual(["women_rights"]);
    }
    expect(read({ themes: "women_rights local_development" }).given.themes).toEqual(["women_rights", "local_development"]);
  });

  it("has one meaning: no field calls two codes alike in any language", () => {
    for (const { name, field } of EDIT_NAMES) {
      if (field.shape !== "code") continue;
      for (const locale of LOCALES) {
        const labels = Object.values(labelsOfField(locale, name)).map(fold);
        expect(new Set(labels).size, name).toBe(labels.length);
      }
    }
  });

  it("is what it was before it was kept from running as a formula", () => {
    const [name] = csvLines([["=Essai & Cie"]]).split("\r\n");
    expect(read({ name: name! }).given.name).toBe("=Essai & Cie");
    expect(read({ name: "'Essai'" }).given.name).toBe("'Essai'");
  });

  it("tells what is wrong with it, and what could be written instead", () => {
    const { problems } = read({ kind: "Planète", founded_year: "2031", member_count: "beaucoup", interviewed: "peut-être", "themes=women_rights": "x" });
    expect(problems.map(({ column, reason }) => [column, reason])).toEqual([
      ["kind", "unknown_value"],
      ["founded_year", "in_the_future"],
      ["member_count", "not_a_number"],
      ["interviewed", "unknown_value"],
      ["themes=women_rights", "not_a_tick"],
    ]);
    expect(problems[0]!.choices).toContain("cso");
  });
});

describe("columns", () => {
  it("are recognised by label, by code, by the columns of our files, and as surveys group them", () => {
    expect(guessTargets(["Nom de l’association", "TYPOLOGY", "member_count", "groupe/sigle", "Courriel", "Autre chose"], words)).toEqual([
      ...["name", "typology", "member_count", "acronym", "contacts:email", ""],
    ]);
  });
  it("are refused when two say one thing, or none says of which entry", () => {
    expect(mappingFaults(["name", "name"])).toEqual([{ reason: "twice", target: "name" }]);
    expect(mappingFaults(["acronym"])).toEqual([{ reason: "no_name" }]);
    expect(mappingFaults(["contacts:phone", "contacts:phone", "key"])).toEqual([]);
  });
});
