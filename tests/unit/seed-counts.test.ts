import { beforeAll, describe, expect, it } from "vitest";
import { crossCheck } from "@/data/sources/cartographie-osc-mali-2022/cross-check";
import { readMapping, type MappingFiles } from "@/data/sources/cartographie-osc-mali-2022/read";
import { needGroupOf } from "@/domain/needs";
import { MAPPING_FOLDER } from "../support/seed-files";

/** The counts of the document, written here as a reader finds them in it. */

let files: MappingFiles;
beforeAll(async () => {
  files = await readMapping(MAPPING_FOLDER);
});

const tally = (values: readonly (string | number)[]) =>
  values.reduce<Record<string, number>>((counts, value) => ({ ...counts, [value]: (counts[value] ?? 0) + 1 }), {});
const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, index) => first + index);

describe("the transcribed tables", () => {
  it("hold no bad row, and refer to nothing that is not there", () => {
    expect(files.problems).toEqual([]);
    expect(crossCheck(files)).toEqual([]);
  });

  it("have the 27 organisations of Tableau 2, typology by typology", () => {
    const { tableau02 } = files.rows;
    expect(tableau02.map((row) => row.number)).toEqual(range(1, 27));
    expect(tally(tableau02.map((row) => row.typology))).toEqual({
      local_organisation: 4,
      national_ngo: 9,
      international_ngo: 1,
      diaspora_organisation: 5,
      return_migrant_association: 5,
      network_platform: 3,
    });
    expect(tableau02.map((row) => row.line)).toEqual([...range(388, 401), ...range(406, 418)]);
  });

  it("count the legal statuses and the perimeters of Tableau 2", () => {
    const { tableau02 } = files.rows;
    expect(tally(tableau02.map((row) => row.legal_status))).toEqual({ declared: 20, approved: 4, public_utility: 1, framework_agreement: 1, de_facto: 1 });
    expect(tally(tableau02.map((row) => row.perimeter))).toEqual({ local: 5, national: 14, international: 8 });
  });

  it("have the 42 mentions of Tableau 5 under its 10 themes", () => {
    expect(tally(files.rows.tableau05.map((row) => row.theme))).toEqual({
      youth_support: 2,
      women_rights: 3,
      child_rights: 4,
      domestic_workers: 3,
      transit_assistance: 6,
      immigrant_reception: 5,
      diaspora_protection: 2,
      return_reintegration: 8,
      displaced_and_refugees: 4,
      local_development: 5,
    });
    expect(files.rows.tableau05).toHaveLength(42);
  });

  it("have the 22 rows of Tableau 6", () => {
    expect(files.rows.tableau06.map((row) => row.line)).toEqual(range(538, 559));
  });

  it("have the 7 national, 8 African and 7 international networks of Tableau 11, 15 with a site", () => {
    const { tableau11 } = files.rows;
    expect(tally(tableau11.map((row) => row.scope))).toEqual({ national: 7, african: 8, international: 7 });
    expect(tableau11.filter((row) => row.website !== null)).toHaveLength(15);
  });

  it("have the 23 organisations of Tableau 13, which are numbers 5 to 27 of Tableau 2", () => {
    const { tableau02, tableau13 } = files.rows;
    expect(tableau13.map((row) => row.number)).toEqual(range(1, 23));
    const interviewed = tableau02.filter((row) => row.number >= 5).map((row) => row.organisation);
    expect(tableau13.map((row) => row.organisation).sort()).toEqual(interviewed.sort());
  });

  it("have the contacts of Tableau 13, split and with their states", () => {
    const { contacts } = files.rows;
    expect(tally(contacts.map((row) => row.channel))).toEqual({ address: 24, phone: 31, email: 25, facebook: 1, website: 22 });
    expect(tally(contacts.map((row) => row.state))).toEqual({ ok: 85, invalid: 2, none: 14, not_working: 1, under_construction: 1 });
  });

  it("have the 29 activities of Tableau 12 under its 5 needs", () => {
    expect(tally(files.rows.tableau12.map((row) => needGroupOf(row.need)))).toEqual({
      organisational_support: 15,
      networking: 5,
      communication_and_advocacy: 2,
      gender_and_human_rights: 3,
      diaspora_participation: 4,
    });
  });

  it("have the figures of Tableaux 1 and 8: 10 and 8 rows of 4", () => {
    expect(Object.values(tally(files.rows.tableau01.map((row) => row.zone)))).toEqual(Array(10).fill(4));
    expect(Object.values(tally(files.rows.tableau08.map((row) => row.zone)))).toEqual(Array(8).fill(4));
  });

  it("add up: the regions of Tableau 1 make the number and the whole of Mali", () => {
    const sum = (measure: string) =>
      files.rows.tableau01.filter((row) => row.measure === measure && row.zone !== "ML").reduce((total, row) => total + row.value, 0);
    expect(sum("internal_migrants_total")).toBe(808_845);
    expect(files.rows.tableau01).toContainEqual(expect.objectContaining({ zone: "ML", measure: "internal_migrants_total", value: 808_845, line: 314 }));
    expect(sum("internal_migrants_share_percent")).toBeCloseTo(100, 5);
  });

  it("have the 5 phases of Tableau 14, 14 activities and 2 paragraphs", () => {
    const { tableau14 } = files.rows;
    expect(tally(tableau14.filter((row) => row.kind === "activity").map((row) => row.phase))).toEqual({ 1: 4, 2: 1, 3: 4, 4: 3, 5: 2 });
    expect(tableau14.filter((row) => row.kind === "paragraph").map((row) => row.line)).toEqual([870, 871]);
  });

  it("have 108 acronyms, one of them printed on two lines, and 43 bibliography entries", () => {
    expect(files.rows.acronyms).toHaveLength(108);
    expect(files.rows.acronyms.find((row) => row.acronym === "ROA-PRODMAC")?.expansion).toMatch(/ et de Libre Circulation$/);
    expect(files.rows.bibliography).toHaveLength(43);
  });

  it("have what Tableaux 3, 4, 7, 9 and 10 say of each typology", () => {
    const { typologies } = files.rows;
    const count = (field: string) => tally(typologies.filter((row) => row.field === field && row.table !== null).map((row) => row.typology));
    const six = (...counts: number[]) =>
      Object.fromEntries(
        ["local_organisation", "national_ngo", "international_ngo", "diaspora_organisation", "return_migrant_association", "network_platform"].map(
          (typology, index) => [typology, counts[index]],
        ),
      );
    expect(count("themes")).toEqual(six(1, 1, 1, 1, 1, 1));
    expect(count("budget_tier")).toEqual(six(1, 1, 1, 1, 1, 1));
    expect(count("partners")).toEqual(six(5, 4, 8, 6, 5, 5));
    expect(count("problems")).toEqual(six(2, 3, 2, 2, 2, 2));
    expect(count("added_values")).toEqual(six(2, 3, 2, 5, 2, 2));
  });
});
