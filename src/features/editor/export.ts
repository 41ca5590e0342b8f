import "server-only";
import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { noteExport } from "@/auth/audit";
import { canExport } from "@/auth/permissions";
import { referenceNames } from "@/data/editing/edit-form";
import { exportedEntries } from "@/data/editing/staff-export";
import { idsForStaff } from "@/data/editing/staff-list";
import type { Actor } from "@/domain/actor";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { privateFile } from "@/lib/http/answers";
import { streamed } from "@/lib/http/streamed";
import { writeWorkbook } from "@/lib/spreadsheet/write";
import { logger } from "@/lib/logger";
import { staffColumns, type StaffColumn } from "./export-columns";
import { listQuery, listSearch } from "./list-query";

/** A workbook is made whole in memory, and takes its time. */
export const MOST_IN_WORKBOOK = 5000;

/** The rows of the file, some hundreds at a time. */
async function* rowsOf(actor: Actor, ids: readonly number[], columns: readonly StaffColumn[]): AsyncGenerator<string[][]> {
  for await (const entries of exportedEntries(actor, ids)) {
    const names = await referenceNames(
      actor,
      entries.map(({ fields }) => fields),
    );
    yield entries.map((entry) => columns.map(({ cell }) => cell(entry, names)));
  }
}

/** `GET /admin/export`: the list of staff as a file, with the same filters and the chosen columns; never cached. */
export async function staffExport(request: Request, locale: Locale): Promise<Response> {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: "/admin", may: canExport, wanted: "export" });
  const { searchParams } = new URL(request.url);
  const query = listQuery(Object.fromEntries(searchParams));
  const chosen = new Set(searchParams.getAll("colonne"));
  const columns = staffColumns(locale).filter(({ name }) => chosen.size === 0 || chosen.has(name));
  const ids = await idsForStaff(actor, query);
  const heads = columns.map(({ head }) => head);
  await noteExport(actor, "organisations");
  logger.info({ event: "list_exported", user: actor.id, entries: ids.length, columns: columns.map(({ name }) => name) });
  if (searchParams.get("format") === "xlsx") {
    if (ids.length > MOST_IN_WORKBOOK) redirect(localPath(locale, `/admin${listSearch(query, 1) || "?"}&fait=trop`));
    const rows: string[][] = [];
    for await (const part of rowsOf(actor, ids, columns)) rows.push(...part);
    const type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    return privateFile(await writeWorkbook([heads, ...rows]), type, "organisations.xlsx");
  }
  async function* pieces(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLines([heads], ";");
    for await (const rows of rowsOf(actor, ids, columns)) yield csvLines(rows, ";");
  }
  return privateFile(await streamed(pieces()), "text/csv; charset=utf-8", "organisations.csv");
}
