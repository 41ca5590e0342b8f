import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import type { Actor } from "@/domain/actor";
import { GIVEN_NAMES } from "@/domain/import";
import { LOCALES } from "@/i18n/locales";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { writeWorkbook } from "@/lib/spreadsheet/write";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { exported, makeHardRegister } from "../support/exported";
import { preview } from "../support/imports";

let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("admin");
}, 60_000);

describe("the file of staff, brought back as it is", () => {
  const cases = LOCALES.flatMap((locale) => (["csv", "xlsx"] as const).map((format) => [locale, format] as const));

  it.each(cases)("changes nothing of any entry (%s, %s)", { timeout: 60_000 }, async (locale, format) => {
    const table = await exported(actor, locale);
    const content = format === "csv" ? BYTE_ORDER_MARK + csvLines(table, ";") : await writeWorkbook(table);
    const { counts, rows, mapping } = await preview(actor, `essai.${format}`, content);
    expect(GIVEN_NAMES.filter((name) => !mapping.includes(name))).toEqual([]);
    expect(await rows("rejected")).toEqual([]);
    expect((await rows("changed")).map(({ plan }) => plan)).toEqual([]);
    expect((await counts()).unchanged).toBe(await database().organisation.count());
  });
});

/** Our file of the hard entries, opened and saved by LibreOffice Calc; with `SAVE_WITH_LIBREOFFICE=1` it is made anew, where that is installed. */
const FOLDER = path.join(import.meta.dirname, "../fixtures/imports");
const SAVED = "organisations.xlsx";

describe("the file of staff, opened and saved by LibreOffice", () => {
  let slugs: string[] = [];
  const savedAgain = async () => {
    if (process.env.SAVE_WITH_LIBREOFFICE) {
      const ours = path.join(mkdtempSync(path.join(tmpdir(), "export-")), SAVED);
      writeFileSync(ours, await writeWorkbook(await exported(actor, "fr", slugs)));
      execFileSync("soffice", ["--headless", "--convert-to", "xlsx", "--outdir", FOLDER, ours]);
    }
    return readFileSync(path.join(FOLDER, SAVED));
  };

  beforeAll(async () => {
    slugs = await makeHardRegister(actor);
  });

  it("changes nothing of any entry, whatever a spreadsheet may take its values for", async () => {
    const { counts, rows } = await preview(actor, SAVED, new Uint8Array(await savedAgain()));
    expect((await rows()).flatMap(({ plan }) => [...plan!.changes, ...plan!.problems])).toEqual([]);
    expect(await counts()).toMatchObject({ unchanged: slugs.length, new: 0 });
    expect((await rows()).map(({ slug }) => slug).sort()).toEqual(slugs.toSorted());
  });

  it("is known by a telephone that a spreadsheet took for a figure", async () => {
    const { rows } = await preview(actor, "chiffres.csv", `slug,phone\n${slugs[0]},22320790001|20 79 00 02\n`, { mapping: { phone: "contacts:phone" } });
    expect((await rows()).map(({ kind }) => kind)).toEqual(["unchanged"]);
  });
});
