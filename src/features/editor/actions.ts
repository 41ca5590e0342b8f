"use server";

import { redirect, RedirectType } from "next/navigation";
import { currentActor } from "@/auth/actor";
import { canCreateOrganisation, canEditOrganisation, canErase, canMerge, canPublish } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { findEditable, referenceNames } from "@/data/editing/edit-form";
import { entryPlace } from "@/data/editing/entry-place";
import { setPublished } from "@/data/editing/publication";
import { eraseFormerValues } from "@/data/change/erase";
import { isOfWholeEntry, undoChangeSet } from "@/data/change/undo";
import { saveOrganisation } from "@/data/editing/save";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { merged, notSaved, refused, sessionEnded, withTheirs } from "./answer";
import { SECTION_PARAMETER, type FormState, type Values } from "./form-spec";
import { inputOfValues, theirsChosen, valuesOfForm } from "./values";

const REPLACE = RedirectType.replace;

/** The page of an entry, with the word that tells what was done. */
const entryPath = (locale: Locale, slug: string, done: string) => localPath(locale, `/admin/organisations/${encodeURIComponent(slug)}?fait=${done}`);

/** Where the form opens again: at the section whose button was pressed, with the same origin for what comes next. */
function backTo(form: FormData): string {
  const part = /^partie-[a-z]+$/.exec(String(form.get(SECTION_PARAMETER)))?.[0];
  const last = new URLSearchParams({
    fondement: String(form.get("basis")),
    origine: String(form.get("source")),
    ...(part ? { [SECTION_PARAMETER]: part } : {}),
  });
  return `&${last}${part ? `#${part}` : ""}`;
}

/** Saves the form of an organisation; `slug` is null for a new one. What is refused comes back as it was typed. */
export async function saveAction(givenLocale: string, slug: string | null, before: FormState, form: FormData): Promise<FormState> {
  const locale = localeGiven(givenLocale);
  const values = valuesOfForm(form);
  try {
    return await save(locale, slug, before, values, form);
  } catch (error) {
    // Outside the saving itself, nothing is stored.
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A form could not be saved");
    return notSaved(before, values, translator(locale, "admin")("unavailable.no"), null);
  }
}

async function save(locale: Locale, slug: string | null, before: FormState, typed: Values, form: FormData): Promise<FormState> {
  const theirs = theirsChosen(form);
  const t = translator(locale, "admin");
  const actor = await currentActor();
  if (!actor) return sessionEnded(locale, before, typed);
  const entry = slug === null ? null : await entryPlace(actor, String(slug));
  if (slug !== null && !entry) return notSaved(before, typed, t("gone"), null);
  if (entry ? !canEditOrganisation(actor, entry) : !canCreateOrganisation(actor)) {
    await noteRefusal(actor, "edit");
    return notSaved(before, typed, t("forbidden"), null);
  }
  const current = typeof slug === "string" && theirs.length > 0 ? await findEditable(actor, slug) : null;
  const values = current ? withTheirs(typed, theirs, current.fields, await referenceNames(actor, [current.fields])) : typed;

  const result = await saveOrganisation(actor, slug === null ? null : String(slug), inputOfValues(values));
  if (result.ok) {
    logger.info({ event: "organisation_saved", user: actor.id, slug: result.slug, changed: result.changed });
    const done = slug === null ? "creee" : result.changed ? "enregistree" : "inchangee";
    // In place of the form in the browser's memory: its back then leaves the page, and is asked whether it may.
    redirect(`${entryPath(locale, result.slug, done)}&version=${result.version}${backTo(form)}`, REPLACE);
  }
  switch (result.reason) {
    case "invalid":
      return refused(locale, before, values, result.problems);
    case "conflict": {
      const opened = result.since.map(({ fields }) => Object.fromEntries(fields.map(({ field, before: base }) => [field, base])));
      return merged(locale, before, values, result, await referenceNames(actor, [result.current, ...opened]));
    }
    case "not_found":
      return notSaved(before, values, t("gone"), null);
    case "unavailable":
      return notSaved(before, values, t(`unavailable.${result.stored}`), null);
  }
}

/** Publishes or withdraws an entry. */
export async function publicationAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = `/admin/organisations/${encodeURIComponent(String(slug))}`;
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, path))}`));
  const entry = await entryPlace(actor, String(slug));
  if (!entry || !canPublish(actor, entry)) {
    await noteRefusal(actor, "publish");
    redirect(localPath(locale, path));
  }
  const wanted = form.get("action");
  if (wanted === "publish" || wanted === "unpublish") {
    const found = await setPublished(actor, String(slug), wanted === "publish");
    if (found) redirect(entryPath(locale, String(slug), wanted === "publish" ? "publiee" : "retiree"), REPLACE);
  }
  redirect(localPath(locale, "/admin"));
}

/** Undoes one change of an entry's history, and tells there what became of it. */
export async function undoAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = localPath(locale, `/admin/organisations/${encodeURIComponent(String(slug))}/historique`);
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(path)}`));
  const id = Number(form.get("modification"));
  const entry = await entryPlace(actor, String(slug));
  const ofWholeEntry = Number.isSafeInteger(id) && (await isOfWholeEntry(id));
  if (!entry || !(ofWholeEntry ? canMerge(actor, entry) : canEditOrganisation(actor, entry))) {
    await noteRefusal(actor, "undo");
    redirect(path);
  }
  const result = Number.isSafeInteger(id) && id > 0 ? await undoChangeSet(actor, id, String(slug)) : null;
  if (result?.ok) logger.info({ event: "change_undone", user: actor.id, slug: String(slug), changeSet: id, kept: result.kept });
  const done =
    !result || (!result.ok && result.reason === "not_undoable") ? "impossible" : !result.ok ? "depassee" : result.kept.length > 0 ? "en-partie" : "annulee";
  redirect(`${path}?fait=${done}`);
}

/** Erases what an entry said formerly of one field, and tells in its history whether there was anything. */
export async function eraseAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = localPath(locale, `/admin/organisations/${encodeURIComponent(String(slug))}/historique`);
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(path)}`));
  if (!canErase(actor)) {
    await noteRefusal(actor, "erase");
    redirect(path);
  }
  const field = String(form.get("champ"));
  const erased = form.get("certain") === "oui" && (await eraseFormerValues(actor, String(slug), field));
  if (erased) logger.info({ event: "former_values_erased", user: actor.id, slug: String(slug), field });
  redirect(`${path}?fait=${erased ? "effacee" : "rien"}`);
}
