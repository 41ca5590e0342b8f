import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { coverageOf } from "@/data/search/coverage";
import { countOrganisations } from "@/data/search/search";
import { COVERAGE_NUMBERS, COVERAGE_TABLE_NAMES, coverageCount, coverageQuery, type CoverageTable } from "@/domain/coverage";
import { parametersOf, parseDirectoryQuery, type DirectoryQuery } from "@/domain/filters";
import { coveragePngAnswer, coverageSvgAnswer } from "@/features/open-data/coverage";
import { loadCartography } from "../support/cartography";
import { whileHidden } from "../support/hidden";

beforeAll(loadCartography, 120_000);

function queryOf(search = ""): DirectoryQuery {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.query;
}

async function tableOf(table: CoverageTable, search = "") {
  const found = await coverageOf(queryOf(search), table);
  if (!found.ok) throw new Error(JSON.stringify(found.problems));
  return found.coverage;
}

const VIEWS = ["", "zone=kayes", "theme=-child_rights&zone=-bamako", "q=femmes", "theme=unknown&theme=women_rights", "zone=kayes&zone=unknown&kind=network"];

describe.each(COVERAGE_TABLE_NAMES)("the table %s", (table) => {
  it.each(VIEWS)(
    "counts in each cell what the list that it leads to counts, under ?%s",
    async (search) => {
      const query = queryOf(search);
      const coverage = await tableOf(table, search);
      for (const row of coverage.rows.keys()) {
        for (const column of coverage.columns.keys()) {
          for (const number of COVERAGE_NUMBERS) {
            const count = coverageCount(coverage, number, row, column);
            const asked = coverageQuery(query, coverage, number, row, column);
            if (count !== null) expect(count, JSON.stringify([number, asked.groups, asked.excluded])).toBe(await countOrganisations(asked));
          }
        }
      }
    },
    60_000,
  );
});

/** The cells of the table of a page, as they were sent. */
const cellsIn = (page: string) => page.match(/<td.*?<\/td>/gs) ?? [];
const LINK = /<a[^>]* href="\/organisations\?([^"]*)" aria-label="([^"]*)">([^<]*)<\/a>/g;

describe.each(COVERAGE_TABLE_NAMES)("the page of %s", (table) => {
  it.each(VIEWS)(
    "leads from each of its numbers to as many, with the filters of ?%s",
    async (search) => {
      const cells = cellsIn(await readRoute("/[locale]/couverture", `/fr/couverture?${search}&table=${table}`));
      expect(cells.length).toBeGreaterThan(0);
      const hasHidden = (cell: string) => cell.includes("coverage-hidden");
      expect(cells.some(hasHidden)).toBe(true);
      for (const cell of cells) {
        const links = [...cell.matchAll(LINK)];
        for (const [, address, name, text] of links) {
          const asked = queryOf(address!.replaceAll("&amp;", "&"));
          expect([address, Number(text)]).toEqual([address, await countOrganisations(asked)]);
          expect(name).toMatch(new RegExp(`^${text}\\s.*\\p{L}`, "u"));
          expect(asked.q).toBe(queryOf(search).q);
          expect(asked.groups.kind).toEqual(queryOf(search).groups.kind);
        }
        // Beside its links a cell says zeros only.
        expect(cell.replace(LINK, "").replace(/<[^>]*>/g, "")).not.toMatch(/[1-9]/);
      }
    },
    60_000,
  );
});

describe("the coverage of the country", () => {
  it("has the regions across, and tells who is named for the whole country from who is named here", async () => {
    const { columns, rows, around, here, aside } = await tableOf("typology_zone");
    expect([columns.length, rows.length, around?.slug]).toEqual([11, 6, "mali"]);
    const kidal = columns.findIndex(({ value }) => value === "kidal");
    expect(here.map((row) => row[kidal])).not.toContain(undefined);
    expect(aside.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  it("shows what lies in the one zone that is asked for, and the zones themselves when there are several", async () => {
    expect((await tableOf("theme_zone", "zone=kayes")).columns.map(({ value }) => value)).toContain("nioro");
    expect((await tableOf("theme_zone", "zone=kayes&zone=gao")).columns.map(({ value }) => value)).toEqual(["kayes", "gao"]);
  });

  it("counts nobody whom the public may not see", async () => {
    const slug = "association-malienne-des-expulses";
    const before = await tableOf("theme_zone");
    await whileHidden(slug, async () => {
      const total = (table: Awaited<ReturnType<typeof tableOf>>) => table.here.flat().reduce((sum, count) => sum + count, 0);
      expect(total(await tableOf("theme_zone"))).toBeLessThan(total(before));
    });
    expect(await tableOf("theme_zone")).toEqual(before);
  });

  it("refuses a zone that does not exist", async () => {
    expect(await coverageOf(queryOf("zone=atlantide"), "theme_zone")).toMatchObject({ ok: false, problems: [{ parameter: "zone" }] });
  });
});

describe("the table as a picture", () => {
  const asked = (extension: string, search = "") => new Request(`http://localhost/api/v1/coverage.${extension}${search}`);
  const png = async (search = "") => Buffer.from(await (await coveragePngAnswer(asked("png", search))).arrayBuffer());

  it("is the drawing in points, of one width, with the letters of the site's own font", async () => {
    const drawn = /width="(\d+)" height="(\d+)"/.exec(await (await coverageSvgAnswer(asked("svg"))).text())!;
    const picture = await png();
    expect(picture.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect(width).toBe(1600);
    expect(height / width).toBeCloseTo(Number(drawn[2]) / Number(drawn[1]), 2);
    // The same words make the same picture, others another.
    expect(await png()).toEqual(picture);
    expect(await png("?language=en")).not.toEqual(picture);
  });

  it("is refused in words", async () => {
    const answer = await coveragePngAnswer(asked("png", "?table=autre"));
    expect([answer.status, answer.headers.get("content-type")]).toEqual([400, "application/problem+json; charset=utf-8"]);
  });
});
