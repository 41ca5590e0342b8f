"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canEditVocabularies } from "@/auth/permissions";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { undoChangeSet } from "@/data/change/undo";
import { addZone } from "@/data/zone/add";
import { removeZone, renameZone } from "@/data/zone/change";
import { mergeZone } from "@/data/zone/merge";
import { ZONE_NAME_MAX } from "@/data/zone/name";
import { mergeOfPlace } from "@/data/zone/staff";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { PATH, placePath } from "./path";

const LONGEST_TYPED = 500;

const editor = (locale: Locale) => requireAllowed({ toPath: pathsIn(locale), back: PATH, may: canEditVocabularies, wanted: "vocabularies" });

/** What is wrong with a place, in words. */
function problemWords(locale: Locale) {
  const t = translator(locale, "vocabularies");
  return {
    required: t("form.problem.required"),
    too_long: t("form.problem.too_long", { max: ZONE_NAME_MAX }),
    taken: t("zones.taken"),
    wider: t("zones.wider"),
  };
}

/** What a change of a place gives; null when the database did not answer in time, and nothing was written. */
async function tried<Result>(change: () => Promise<Result>): Promise<Result | null> {
  try {
    return await change();
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A place could not be changed");
    return null;
  }
}

/** Adds a place to those of the sources. */
export async function addZoneAction(givenLocale: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const typed = typedIn(form, ["name", "level", "inside", "source"], LONGEST_TYPED);
  const result = await tried(() => addZone(actor, typed));
  if (!result) return fieldsAgain(before, typed, { notice: translator(locale, "admin")("unavailable.no") });
  if (result.ok) {
    logger.info({ event: "zone_added", user: actor.id, zone: result.slug });
    redirect(localPath(locale, `${PATH}?fait=lieu-ajoute#lieux`));
  }
  const words = problemWords(locale);
  const errors = Object.fromEntries(result.problems.map(({ field, reason }) => [field, words[reason]]));
  return fieldsAgain(before, typed, { errors, notice: translator(locale, "vocabularies")("form.refused") });
}

/** Calls a place otherwise. */
export async function renameZoneAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const t = translator(locale, "vocabularies");
  const typed = typedIn(form, ["name"], LONGEST_TYPED);
  const result = await tried(() => renameZone(actor, String(slug), typed.name));
  if (!result) return fieldsAgain(before, typed, { notice: translator(locale, "admin")("unavailable.no") });
  if (result.ok) redirect(localPath(locale, placePath(String(slug), result.changed ? "lieu-enregistre" : "inchange")));
  if (result.reason === "gone" || result.reason === "in_use") return fieldsAgain(before, typed, { notice: t("zones.gone") });
  return fieldsAgain(before, typed, { errors: { name: problemWords(locale)[result.reason] }, notice: t("form.refused") });
}

/** Merges a place into the one that is chosen. */
export async function mergeZoneAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const t = translator(locale, "vocabularies");
  const typed = typedIn(form, ["into"], LONGEST_TYPED);
  if (typed.into === "") return fieldsAgain(before, typed, { errors: { into: t("zones.merge.choose") }, notice: t("form.refused") });
  const result = await tried(() => mergeZone(actor, String(slug), typed.into));
  if (!result) return fieldsAgain(before, typed, { notice: translator(locale, "admin")("unavailable.no") });
  if (!result.ok) return fieldsAgain(before, typed, { notice: t(result.reason === "in_use" ? "zones.held" : "zones.gone") });
  logger.info({ event: "zone_merged", user: actor.id, zone: slug, changeSet: result.changeSetId });
  redirect(localPath(locale, placePath(String(slug), "lieu-fusionne")));
}

/** Undoes the merge of a place. */
export async function undoZoneMergeAction(givenLocale: string, slug: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const id = await mergeOfPlace(actor, String(slug));
  if (id === null) redirect(localPath(locale, `${PATH}?fait=lieu-disparu#lieux`));
  const result = await undoChangeSet(actor, id);
  if (result.ok) logger.info({ event: "change_undone", user: actor.id, changeSet: id });
  redirect(localPath(locale, placePath(String(slug), result.ok ? "defaite" : "impossible")));
}

/** Takes a place that nothing names out of the choices. */
export async function removeZoneAction(givenLocale: string, slug: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editor(locale);
  const result = await removeZone(actor, String(slug));
  if (result.ok) logger.info({ event: "zone_removed", user: actor.id, zone: slug });
  redirect(localPath(locale, `${PATH}?fait=lieu-${result.ok ? "retire" : result.reason === "in_use" ? "utilise" : "disparu"}#lieux`));
}
