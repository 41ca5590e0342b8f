"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canEditSource } from "@/auth/permissions";
import { fieldsAgain, type FieldsState } from "@/components/fields-state";
import { saveSource, type SourceResult } from "@/data/editing/source-save";
import { addSourceFile, removeSourceFile } from "@/data/editing/source-files";
import { FILE_VISIBILITIES } from "@/domain/source-file";
import { SOURCE_FIELDS, type SourceTyped } from "@/domain/source-input";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { SEEN_NAME } from "./seen-name";

const LONGEST_TYPED = 10_000;

const pathOf = (slug: string | null) => (slug === null ? "/admin/sources/nouvelle" : `/admin/sources/${encodeURIComponent(slug)}`);

/** Who acts; whoever may not is sent back. */
const editor = (locale: Locale, slug: string | null) =>
  requireAllowed({ toPath: pathsIn(locale), back: pathOf(slug), may: canEditSource, wanted: "edit_source" });

/** Texts by field, of whatever was sent. */
const typedOf = (given: Readonly<Record<string, unknown>>): SourceTyped =>
  Object.fromEntries(SOURCE_FIELDS.flatMap((field) => (typeof given[field] === "string" ? [[field, given[field].slice(0, LONGEST_TYPED)]] : [])));

function seenOf(given: FormDataEntryValue | null): SourceTyped {
  try {
    return typedOf(JSON.parse(String(given)) as Record<string, unknown>);
  } catch {
    return {};
  }
}

/** Saves what is said of a source; `slug` is null for a new one. What is refused comes back as it was typed. */
export async function saveSourceAction(givenLocale: string, slug: string | null, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const own = translator(locale, "documents");
  const [typed, seen] = [typedOf(Object.fromEntries(form.entries())), seenOf(form.get(SEEN_NAME))];
  const again = (notice: string, errors: FieldsState["errors"] = {}, seenNow = seen): FieldsState =>
    fieldsAgain(before, { ...typed, [SEEN_NAME]: JSON.stringify(seenNow) }, { errors, notice });
  const actor = await editor(locale, slug);
  let result: SourceResult;
  try {
    result = await saveSource(actor, slug === null ? null : String(slug), typed, seen);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A source could not be saved");
    return again(translator(locale, "admin")("unavailable.no"));
  }
  if (result.ok) {
    if (result.changed) logger.info({ event: "source_saved", user: actor.id, slug: result.slug });
    redirect(localPath(locale, `${pathOf(result.slug)}?fait=${result.changed ? "enregistree" : "inchangee"}`));
  }
  if (result.reason === "gone") return again(own("gone"));
  const { problems } = result;
  return again(
    translator(locale, "admin")("problem.title", { count: problems.length }),
    Object.fromEntries(problems.map(({ field, reason, value = "" }) => [field, own(`problem.${reason}`, { value: value || own("empty") })])),
    // Who saves again after being told means it.
    { ...seen, ...Object.fromEntries(problems.flatMap(({ field, reason, value }) => (reason === "changed" ? [[field, value]] : []))) },
  );
}

/** What the form of files answers. */
export type FileState = { error: string | null };

/** Keeps a file that proves a source. */
export async function addFileAction(givenLocale: string, slug: string, _before: FileState, form: FormData): Promise<FileState> {
  const locale = localeGiven(givenLocale);
  const own = translator(locale, "documents");
  const actor = await editor(locale, slug);
  const file = form.get("file");
  const visibility = FILE_VISIBILITIES.find((one) => one === form.get("visibility"));
  if (!(file instanceof File) || file.name === "") return { error: own("files.problem.empty") };
  if (!visibility) return { error: own("files.problem.visibility") };
  const result = await addSourceFile(actor, String(slug), { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), visibility });
  if (!result.ok) return { error: own(`files.problem.${result.reason}`) };
  logger.info({ event: "source_file_added", user: actor.id, slug });
  redirect(localPath(locale, `${pathOf(slug)}?fait=fichier`));
}

/** Removes a file for good. */
export async function removeFileAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale, slug);
  const result = await removeSourceFile(actor, String(slug), Number(form.get("file")));
  if (result.ok) logger.info({ event: "source_file_removed", user: actor.id, slug });
  refresh();
  redirect(localPath(locale, `${pathOf(slug)}?fait=${result.ok ? "fichier-retire" : "fichier-absent"}`));
}
