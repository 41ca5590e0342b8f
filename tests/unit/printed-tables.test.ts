import { beforeAll, describe, expect, it } from "vitest";
import { printedTables } from "@/data/sources/cartographie-osc-mali-2022/printed-tables";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import type { MappingRows } from "@/data/sources/cartographie-osc-mali-2022/tables";
import type { SourceTableRecord } from "@/data/sources/adapter";
import { MAPPING_FOLDER } from "../support/seed-files";

let rows: MappingRows;
let tables: SourceTableRecord[];
beforeAll(async () => {
  ({ rows } = await readMapping(MAPPING_FOLDER));
  tables = printedTables(rows);
});

const table = (number: number) => tables.find((found) => found.number === number)!;
const textsOf = (number: number, row: number, column: number) =>
  table(number)
    .rows[row - 1]!.cells.filter((cell) => cell.column === column)
    .map(({ text }) => text);

describe("the tables of the mapping, put together as it prints them", () => {
  it("are the 14, with the rows and the pages of the document", () => {
    expect(tables.map(({ number, rows: own }) => [number, own.length])).toEqual([
      ...[[1, 10], [2, 27], [3, 2], [4, 5], [5, 10], [6, 22], [7, 5]], // prettier-ignore
      ...[[8, 8], [9, 1], [10, 2], [11, 8], [12, 5], [13, 23], [14, 5]], // prettier-ignore
    ]);
    expect(tables.map(({ page }) => page)).toEqual([11, 15, 17, 19, 20, 21, 22, 23, 24, 25, 26, 35, 37, 39]);
  });

  it("number the rows as Tableaux 2 and 13 do", () => {
    for (const row of table(2).rows.keys()) expect(textsOf(2, row + 1, 1)).toEqual([String(row + 1)]);
    for (const row of table(13).rows.keys()) expect(textsOf(13, row + 1, 0)).toEqual([String(row + 1)]);
    expect(table(2).rows[10]).toMatchObject({ line: 398 });
    expect(textsOf(2, 11, 2)).toEqual(["Groupe de Recherche et d'Actions sur les Migrations (GRAM)"]);
  });

  it("have the first cell of each group, and something in every column", () => {
    expect([14, 15, 19, 20].map((row) => textsOf(2, row, 0)[0])).toEqual([
      "ONG et organisations internationales de solidarité",
      "Organisations des Diasporas",
      "Organisations des Diasporas",
      "Associations de Migrants de Retour",
    ]);
    expect(textsOf(12, 5, 0)).toEqual(["5. Participation active des diasporas à la vie politique"]);
    for (const { number, heads, rows: own } of tables) {
      const filled = new Set(own.flatMap(({ cells }) => cells.map(({ column }) => column)));
      expect([...filled].sort(), String(number)).toEqual([...heads.keys()]);
    }
  });

  it("write figures as the document does", () => {
    const words = (number: number, row: number) => table(number).rows[row - 1]!.cells.map(({ text }) => text.replace(/\s/g, " "));
    expect(words(1, 2)).toEqual(["Koulikoro", "51,1", "48,9", "165 822", "20,5"]);
    expect(words(8, 7)).toEqual(["Gao", "0", "2,3", "0,03", "3,1"]);
  });

  it("hold nothing by which somebody may be reached", () => {
    const said = tables.flatMap(({ rows: own }) => own.flatMap(({ cells }) => cells.map(({ text }) => text))).join("\n");
    expect(said).not.toMatch(/@|\+\s?\d{3}|https?:|www\./);
    for (const { raw } of rows.contacts.filter(({ raw: given }) => /\d{4}|@/.test(given))) expect(said).not.toContain(raw);
  });
});
