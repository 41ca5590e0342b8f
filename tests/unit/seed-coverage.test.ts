import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { SOURCES } from "@/data/sources/all";
import { SEED_FOLDER } from "../support/seed-files";

/** The lines of each text extract, as `cat -n` counts. */
const LINES: Record<string, number> = {
  "cartographie-osc-mali-2022": 923,
  "oim-samuel-hall-mali-2018": 5241,
  "communication-migration-mali-2007": 532,
  "emdk-fiches-experience-2013": 420,
  "emdk-plaquette": 104,
};

type Row = Record<string, string>;
type Range = readonly [number, number];
const rowsOf = (folder: string, file: string): Row[] => parse(readFileSync(path.join(folder, file), "utf8"), { columns: true, bom: true });

/** The lines that a row of any file cites, whatever its columns are called. */
function citedBy(row: Row): Range[] {
  const lists = Object.entries(row).flatMap(([column, value]) => (/(^|_)lines$/.test(column) && value ? value.split("|") : []));
  const ranges = lists.map((range) => range.split("-").map(Number)).map(([start, end = start]) => [start!, end!] as const);
  for (const column of Object.keys(row).filter((name) => /(^|_)line$/.test(name) && row[name])) ranges.push([Number(row[column]), Number(row[column])]);
  if (row.line_start) ranges.push([Number(row.line_start), Number(row.line_end || row.line_start)]);
  return ranges;
}

describe.each(SOURCES.map(({ slug }) => slug))("the lines of %s", (slug) => {
  const folder = path.join(SEED_FOLDER, slug);
  const coverage = rowsOf(folder, "coverage.csv").map(({ line_start, line_end, status }) => ({ from: Number(line_start), to: Number(line_end), status }));
  const notes = rowsOf(folder, "source-notes.csv");

  it("are accounted for, each once, to the last", () => {
    const odd = coverage.filter(({ from, to }, index) => from > to || from !== (index === 0 ? 1 : coverage[index - 1]!.to + 1));
    expect(odd).toEqual([]);
    // A last line without a line feed is one that `wc` does not count.
    expect(LINES[slug]! - coverage.at(-1)!.to).toBeLessThanOrEqual(1);
    expect([...new Set(coverage.map(({ status }) => status))].filter((status) => !["cited", "structure", "left_out"].includes(status!))).toEqual([]);
  });

  it("are told with a reason where they are left out", () => {
    const told = notes.filter(({ kind }) => kind === "left_out").flatMap(citedBy);
    const untold = coverage.filter(({ from, to, status }) => status === "left_out" && !told.some(([start, end]) => start <= from && to <= end));
    expect(untold).toEqual([]);
  });

  it("are cited by a file, or said not to be taken up yet, where they are said to be cited", () => {
    const files = readdirSync(folder).filter((file) => file.endsWith(".csv") && !["coverage.csv", "source-notes.csv"].includes(file));
    const cited = [...files.flatMap((file) => rowsOf(folder, file)), ...notes.filter(({ kind }) => kind !== "left_out")].flatMap(citedBy);
    const uncited = coverage.filter(({ from, to, status }) => status === "cited" && !cited.some(([start, end]) => start <= to && from <= end));
    expect(uncited.map(({ from, to }) => `${from}-${to}`)).toEqual([]);
  });
});
