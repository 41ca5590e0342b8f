import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { crossCheck } from "@/data/sources/cartographie-osc-mali-2022/cross-check";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import { ImportError, type ImportProblem } from "@/data/sources/problems";
import { copySeedFiles, MAPPING_FOLDER, type SeedCopy } from "../support/seed-files";

let copy: SeedCopy;
beforeEach(async () => {
  copy = await copySeedFiles(MAPPING_FOLDER);
});
afterEach(() => copy.remove());

async function faults(): Promise<ImportProblem[]> {
  const files = await readMapping(copy.folder);
  return files.problems.length > 0 ? files.problems : crossCheck(files);
}

describe("a bad row", () => {
  it("is told with its file, line, column and remedy", async () => {
    await copy.replace("tableau-05.csv", "youth_support,enda-mali", "youth,enda-mali");
    const [fault, ...others] = await faults();
    expect(others).toEqual([]);
    expect(fault).toMatchObject({ file: "tableau-05.csv", row: 3, column: "theme", wrong: '"youth" is not a known code' });
    expect(fault?.remedy).toMatch(/^Use one of: youth_support, women_rights/);
  });

  it("does not hide the others: all are told", async () => {
    await copy.replace("tableau-05.csv", "youth_support,enda-mali", "youth,enda-mali");
    await copy.replace("tableau-01.csv", "56.5", "56,5 %");
    await copy.replace("tableau-13-contacts.csv", "+22366772111", "66772111");
    await copy.replace("organisations.csv", "enda-mali", "Enda Mali");
    const found = await faults();
    expect(found.map(({ file, column }) => [file, column])).toEqual(
      expect.arrayContaining([
        ["tableau-05.csv", "theme"],
        ["tableau-01.csv", null],
        ["tableau-13-contacts.csv", "value"],
        ["organisations.csv", "slug"],
      ]),
    );
    expect(new ImportError(found).message).toMatch(/^4 faults in the files; nothing was loaded\.\n.*line 2/s);
  });

  it.each([
    ["zones.csv", "ML-1-nioro,nioro,Nioro du Sahel,cercle,ML-1", "ML-1-nioro,nioro,Nioro du Sahel,cercle,ML-99", "parent", /is no zone/],
    ["zones.csv", "ML-1-nioro,nioro,Nioro du Sahel,cercle,ML-1", "ML-1-nioro,nioro,Nioro du Sahel,region,ML-1", "parent", /not wider/],
    ["zones.csv", "15.23074,-9.59356", "15.23074,", "lon", /latitude goes with a longitude/],
    ["tableau-02.csv", "ML-7|ML-8|NE|LY", "ML-7|ML-8|NE|XX", "zones", /"XX" is no zone/],
    ["tableau-02.csv", "national,,stated,ML-BKO,Formelle/agrée", "national,cercle,stated,ML-BKO,Formelle/agrée", "perimeter_scale", /only a local perimeter/],
    ["tableau-06.csv", "direy-ben", "direy-ban", "organisation", /"direy-ban" is no organisation/],
    ["tableau-13-contacts.csv", "Néant,,none", "Néant,http://example.org,none", "value", /has no value/],
    ["tableau-12.csv", "humanitarian_law", "working_conditions", "need", /already on line/],
    ["statements.csv", "founded_year,1996", "founded_year,about 1996", "value", /not a whole number/],
    ["bibliography.csv", "https://forim.net/,909", "forim.net,909", "url", /not a web address/],
    ["acronyms.csv", ",62,62", ",9999,62", "line_start", /whole number from 1 to 923/],
  ])("of %s is found: %s → %s", async (file, from, to, column, wrong) => {
    await copy.replace(file, from, to);
    expect(await faults()).toContainEqual(expect.objectContaining({ file, column, wrong: expect.stringMatching(wrong), remedy: expect.stringMatching(/\.$/) }));
  });

  it("of an organisation that no table names is found", async () => {
    await copy.append("organisations.csv", "maison-nouvelle,Maison nouvelle,,cso");
    expect(await faults()).toEqual([
      { file: "organisations.csv", row: 144, column: "slug", wrong: 'no table names "maison-nouvelle"', remedy: "Add the row of the document that names it." },
    ]);
  });

  it("of a wrong shape is told: header, cells, quotes, missing file, broken JSON", async () => {
    await copy.replace("aliases.csv", "organisation,alias", "organisation;alias");
    await copy.replace("tableau-14.csv", "phase,phase_as_written", "﻿phase,phase_as_written");
    await copy.append("organisations.csv", "one,two");
    await copy.append("bibliography.csv", 'an "open quote,,900');
    await copy.replace("sources.json", "[", "");
    const found = await faults();
    expect(found.map(({ file }) => file).sort()).toEqual(["aliases.csv", "bibliography.csv", "organisations.csv", "sources.json"]);
    expect(found.find(({ file }) => file === "aliases.csv")).toMatchObject({ row: 1, remedy: 'Write it as "organisation,alias,as_written_place,line".' });
    expect(found.find(({ file }) => file === "organisations.csv")).toMatchObject({ row: 144, wrong: "has 2 cells instead of 4" });
  });
});
