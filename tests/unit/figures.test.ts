import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { lineRanges } from "@/components/source-line";
import { MEASURE_GROUPS, ofGroup, ofNoGroup } from "@/domain/measures";
import { SOURCES } from "@/data/sources/all";
import { formatStatistic, measureLabel } from "@/i18n/statistic";

import { MAPPING_FOLDER, SEED_FOLDER } from "../support/seed-files";

type Row = { zone: string; measure: string; value: string; line: string };
const rows = (name: string, source = MAPPING_FOLDER) => parse(readFileSync(path.join(source, `${name}.csv`)), { columns: true }) as Row[];
const all = [...["tableau-01", "tableau-08"].flatMap((name) => rows(name)), ...SOURCES.flatMap(({ slug }) => rows("figures", path.join(SEED_FOLDER, slug)))];
const values = (name: string, measure: string) =>
  rows(name)
    .filter((row) => row.measure === measure && row.zone !== "ML")
    .map((row) => Number(row.value));
const sum = (numbers: number[]) => Math.round(numbers.reduce((total, value) => total + value, 0) * 100) / 100;

describe("published measures", () => {
  it("have a name in both languages and a group", () => {
    for (const { measure } of all) {
      expect(measureLabel("fr", measure)).not.toBe(measure);
      expect(measureLabel("en", measure)).not.toBe(measure);
    }
    expect(ofNoGroup(all)).toEqual([]);
  });

  it("of a later source without a name keep their code", () => {
    expect(measureLabel("fr", "essai_measure")).toBe("essai_measure");
    expect(ofNoGroup([{ measure: "essai_measure" }])).toHaveLength(1);
  });

  it("come in the order of their group", () => {
    const shuffled = [{ measure: "ngos_2017" }, { measure: "local_organisations_2017" }];
    expect(ofGroup("mali", shuffled).map(({ measure }) => measure)).toEqual(MEASURE_GROUPS.mali);
  });
});

describe("the figures as the document prints them", () => {
  const key = (measure: string) => Number(rows("figures").find((row) => row.measure === measure)?.value);

  it("add up where the document says that they do", () => {
    expect(key("associations_abroad_in_france") + key("associations_abroad_elsewhere")).toBe(key("associations_abroad"));
    expect(
      key("associations_declared_in_france_village") + key("associations_declared_in_france_commune") + key("associations_declared_in_france_cercle_or_region"),
    ).toBe(key("associations_declared_in_france"));
    expect(sum(values("tableau-01", "internal_migrants_total"))).toBe(808_845);
  });

  it("do not add up to 100 in Tableau 8, which the page says", () => {
    expect(MEASURE_GROUPS.origins.map((measure) => sum(values("tableau-08", measure)))).toEqual([100.1, 100.1, 99.73, 100]);
  });
});

describe("writing figures", () => {
  it("puts the unit of a percentage and groups digits as the language does", () => {
    expect(formatStatistic("en", 10.62, "percent")).toBe("10.62%");
    expect(formatStatistic("fr", 0.03, "percent").replace(/\s/g, " ")).toBe("0,03 %");
    expect(formatStatistic("en", 808845, "persons")).toBe("808,845");
  });

  it("joins lines that follow one another", () => {
    expect(lineRanges([583, 585, 584, 590, 583])).toBe("583–585, 590");
    expect(lineRanges([200])).toBe("200");
  });
});
