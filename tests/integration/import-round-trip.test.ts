import { beforeAll, describe, expect, it } from "vitest";
import { exportedEntries } from "@/data/editing/staff-export";
import { referenceNames } from "@/data/editing/edit-form";
import { idsForStaff } from "@/data/editing/staff-list";
import { database } from "@/data/client";
import type { Actor } from "@/domain/actor";
import { GIVEN_NAMES } from "@/domain/import";
import { staffColumns } from "@/features/editor/export-columns";
import { LOCALES, type Locale } from "@/i18n/locales";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { writeWorkbook } from "@/lib/spreadsheet/write";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { preview } from "../support/imports";

let actor: Actor;

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("admin");
}, 60_000);

/** The file of staff with every entry. */
async function exported(locale: Locale): Promise<string[][]> {
  const columns = staffColumns(locale);
  const rows = [columns.map(({ head }) => head)];
  for await (const entries of exportedEntries(actor, await idsForStaff(actor, { q: "", page: 1 }))) {
    const names = await referenceNames(
      actor,
      entries.map(({ fields }) => fields),
    );
    rows.push(...entries.map((entry) => columns.map(({ cell }) => cell(entry, names))));
  }
  return rows;
}

describe("the file of staff, brought back as it is", () => {
  const cases = LOCALES.flatMap((locale) => (["csv", "xlsx"] as const).map((format) => [locale, format] as const));

  it.each(cases)("changes nothing of any entry (%s, %s)", { timeout: 60_000 }, async (locale, format) => {
    const table = await exported(locale);
    const content = format === "csv" ? BYTE_ORDER_MARK + csvLines(table, ";") : await writeWorkbook(table);
    const { counts, rows, mapping } = await preview(actor, `essai.${format}`, content);
    expect(GIVEN_NAMES.filter((name) => !mapping.includes(name))).toEqual([]);
    expect(await rows("rejected")).toEqual([]);
    expect((await rows("changed")).map(({ plan }) => plan)).toEqual([]);
    expect((await counts()).unchanged).toBe(await database().organisation.count());
  });
});
