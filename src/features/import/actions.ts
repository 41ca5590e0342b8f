"use server";

import { redirect } from "next/navigation";
import { beginPlan, planAgain } from "@/data/batch/plan";
import { decideRows, describeBatch, dropBatch, findBatch } from "@/data/batch/staging";
import { undoBatch } from "@/data/batch/undo";
import { beginWrite } from "@/data/batch/write";
import { EDIT_NAMES } from "@/domain/fields";
import { importSettings, isTarget, mappingFaults } from "@/domain/import";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { logger } from "@/lib/logger";
import { IMPORT_PATH, importer } from "./upload";
import { cellWords } from "./words";

const pathOf = (id: number) => `${IMPORT_PATH}/${id}`;

/** Who acts on which file. */
async function begun(givenLocale: string, givenId: number): Promise<{ locale: Locale; id: number; actor: Awaited<ReturnType<typeof importer>> }> {
  const locale = localeGiven(givenLocale);
  const id = Number.isSafeInteger(givenId) ? givenId : 0;
  return { locale, id, actor: await importer(locale, pathOf(id)) };
}

const done = (locale: Locale, id: number, search = ""): never => redirect(localPath(locale, `${pathOf(id)}${search}`));

const SETTINGS = ["source", "title", "basis", "place", "said_on", "note", "kind", "newEntries", "lists", "erase"] as const;

/** Keeps what the columns are, and begins the preview unless something is missing. */
export async function describeAction(givenLocale: string, givenId: number, form: FormData): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const batch = await findBatch(actor, id);
  if (!batch) return done(locale, id);
  const typed = Object.fromEntries(SETTINGS.map((name) => [name, String(form.get(name) ?? "").slice(0, 2000)]));
  const mapping = batch.heads.map((_, index) => {
    const target = String(form.get(`column-${index}`) ?? "");
    return isTarget(target) ? target : "";
  });
  const settings = importSettings.safeParse(typed);
  const kept = await describeBatch(actor, id, mapping, settings.success ? settings.data : typed);
  if (!kept) return done(locale, id, "?fait=parti");
  if (!settings.success || mappingFaults(mapping).length > 0) return done(locale, id, "?fait=incomplet");
  await beginPlan(actor, id, cellWords());
  return done(locale, id);
}

/** Looks again at what would become of each row. */
export async function planAction(givenLocale: string, givenId: number): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  await beginPlan(actor, id, cellWords());
  done(locale, id);
}

/** Keeps what a person decides of the rows of one page. */
export async function decideAction(givenLocale: string, givenId: number, back: string, form: FormData): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const lines = form
    .getAll("line")
    .map(Number)
    .filter((line) => Number.isSafeInteger(line) && line > 0)
    .slice(0, 200);
  const names = EDIT_NAMES.map(({ name }) => name as string);
  const decisions = lines.map((line) => ({
    line,
    decision: String(form.get(`decision-${line}`) ?? "").slice(0, 120) || null,
    taken: form
      .getAll(`take-${line}`)
      .map(String)
      .filter((name) => names.includes(name)),
  }));
  await decideRows(actor, id, decisions);
  await planAgain(actor, id, cellWords(), lines);
  done(locale, id, `${/^\?voir=[a-z]+(&page=\d+)?$/.test(back) ? `${back}&` : "?"}fait=choisi`);
}

/** Begins to write. */
export async function writeAction(givenLocale: string, givenId: number): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const begunWork = await beginWrite(actor, id);
  if (begunWork) logger.info({ event: "import_begun", user: actor.id, batch: id });
  done(locale, id);
}

export async function undoBatchAction(givenLocale: string, givenId: number): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const result = await undoBatch(actor, id);
  logger.info({ event: "import_undone", user: actor.id, batch: id, ok: result.ok });
  done(locale, id, result.ok ? "" : `?fait=${result.reason}`);
}

export async function dropAction(givenLocale: string, givenId: number): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const dropped = await dropBatch(actor, id);
  redirect(localPath(locale, `${IMPORT_PATH}?fait=${dropped ? "retire" : "parti"}`));
}

/** Goes back to what the columns are. */
export async function describeAgainAction(givenLocale: string, givenId: number): Promise<void> {
  const { locale, id, actor } = await begun(givenLocale, givenId);
  const batch = await findBatch(actor, id);
  if (batch?.settings) await describeBatch(actor, id, batch.mapping, batch.settings);
  done(locale, id);
}
