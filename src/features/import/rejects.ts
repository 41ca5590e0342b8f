import "server-only";
import { notFound } from "next/navigation";
import { findBatch, rowsOf } from "@/data/batch/staging";
import { database } from "@/data/client";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { privateFile } from "@/lib/http/answers";
import { streamed } from "@/lib/http/streamed";
import { problemText } from "./problems";
import { IMPORT_PATH, importer } from "./upload";

const ROWS_AT_ONCE = 1000;

/** `GET /admin/import/{id}/rejets`: the rows that were rejected as they came, with the reasons in a column more. */
export async function rejectsAnswer(locale: Locale, id: string): Promise<Response> {
  const actor = await importer(locale, `${IMPORT_PATH}/${id}/rejets`);
  const batch = /^\d{1,9}$/.test(id) ? await findBatch(actor, Number(id)) : null;
  if (!batch) notFound();
  const head = translator(locale, "imports")("rejectsHead");
  // A file that was corrected once has the column already.
  const columns = batch.heads.flatMap((name, index) => (name === head ? [] : index));
  async function* pieces(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + csvLines([[...columns.map((index) => batch!.heads[index]!), head]], ";");
    for (let after = 0; ;) {
      const rows = await rowsOf(database(), batch!.id, { kind: "rejected", after }, ROWS_AT_ONCE);
      if (rows.length === 0) return;
      after = rows.at(-1)!.line;
      const lines = rows.map(({ cells, plan }) => [
        ...columns.map((index) => cells[index] ?? ""),
        plan!.problems.map((problem) => problemText(locale, problem)).join("\n"),
      ]);
      yield csvLines(lines, ";");
    }
  }
  const name = batch.fileName.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}_-]+/gu, "-");
  return privateFile(await streamed(pieces()), "text/csv; charset=utf-8", `${name}-rejets.csv`);
}
