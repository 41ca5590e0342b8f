import "server-only";
import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canImport } from "@/auth/permissions";
import { stageBatch } from "@/data/batch/staging";
import type { Actor } from "@/domain/actor";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { logger } from "@/lib/logger";
import { readSheetFile } from "@/lib/spreadsheet/read";

export const IMPORT_PATH = "/admin/import";

/** Who imports; whoever may not is sent back. */
export const importer = (locale: Locale, back = IMPORT_PATH): Promise<Actor> =>
  requireAllowed({ toPath: pathsIn(locale), back, may: canImport, wanted: "import" });

const leadTo = (locale: Locale, path: string) =>
  new Response(null, { status: 303, headers: { location: localPath(locale, path), "cache-control": "no-store" } });

/** `POST /admin/import/fichier`: reads a file, and leads to the page on which it is described, or to why it was not read. */
export async function uploadAnswer(request: Request, locale: Locale): Promise<Response> {
  const actor = await importer(locale);
  const refused = (fault: string, detail = "") => leadTo(locale, `${IMPORT_PATH}?refus=${fault}&detail=${encodeURIComponent(detail.slice(0, 100))}`);
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  if (!(file instanceof File) || file.name === "") return refused("none");
  const read = await readSheetFile(new Uint8Array(await file.arrayBuffer()), file.name);
  if (!read.ok) {
    logger.info({ event: "import_refused", user: actor.id, fault: read.fault, bytes: file.size });
    return refused(read.fault, read.detail);
  }
  const id = await stageBatch(actor, file.name, read.sheet);
  logger.info({ event: "import_staged", user: actor.id, batch: id, rows: read.sheet.rows.length, bytes: file.size });
  return leadTo(locale, `${IMPORT_PATH}/${id}`);
}

/** The same address typed into a browser leads to the form. */
export async function uploadForm(locale: Locale): Promise<never> {
  await importer(locale);
  redirect(localPath(locale, IMPORT_PATH));
}
