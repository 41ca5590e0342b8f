"use server";

import { redirect, RedirectType } from "next/navigation";
import { currentActor } from "@/auth/actor";
import { canEditOrganisation, canErase, canPublish } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { referenceNames } from "@/data/editing/edit-form";
import { markVerified, setPublished } from "@/data/editing/publication";
import { eraseFormerValues } from "@/data/change/erase";
import { undoChangeSet } from "@/data/change/undo";
import { saveOrganisation } from "@/data/editing/save";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { merged, notSaved, refused, sessionEnded } from "./answer";
import type { FormState, Values } from "./form-spec";
import { inputOfValues, valuesOfForm } from "./values";

const REPLACE = RedirectType.replace;

/** The page of an entry, with the word that tells what was done. */
const entryPath = (locale: Locale, slug: string, done: string) => localPath(locale, `/admin/organisations/${encodeURIComponent(slug)}?fait=${done}`);

/** Saves the form of an organisation; `slug` is null for a new one. What is refused comes back as it was typed. */
export async function saveAction(givenLocale: string, slug: string | null, before: FormState, form: FormData): Promise<FormState> {
  const locale = localeGiven(givenLocale);
  const values = valuesOfForm(form);
  try {
    return await save(locale, slug, before, values);
  } catch (error) {
    // Outside the saving itself, nothing is stored.
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A form could not be saved");
    return notSaved(before, values, translator(locale, "admin")("unavailable.no"), null);
  }
}

async function save(locale: Locale, slug: string | null, before: FormState, values: Values): Promise<FormState> {
  const t = translator(locale, "admin");
  const actor = await currentActor();
  if (!actor) return sessionEnded(locale, before, values);
  if (!canEditOrganisation(actor)) {
    await noteRefusal(actor, "edit");
    return notSaved(before, values, t("forbidden"), null);
  }

  const result = await saveOrganisation(actor, typeof slug === "string" ? slug : null, inputOfValues(values));
  if (result.ok) {
    logger.info({ event: "organisation_saved", user: actor.id, slug: result.slug, changed: result.changed });
    const done = slug === null ? "creee" : result.changed ? "enregistree" : "inchangee";
    // In place of the form in the browser's memory: its back then leaves the page, and is asked whether it may.
    redirect(`${entryPath(locale, result.slug, done)}&version=${result.version}`, REPLACE);
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

/** Publishes, withdraws or vouches for an entry. */
export async function publicationAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = `/admin/organisations/${encodeURIComponent(String(slug))}`;
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, path))}`));
  if (!canPublish(actor)) {
    await noteRefusal(actor, "publish");
    redirect(localPath(locale, path));
  }
  const wanted = form.get("action");
  if (wanted === "publish" || wanted === "unpublish") {
    const found = await setPublished(actor, String(slug), wanted === "publish");
    if (found) redirect(entryPath(locale, String(slug), wanted === "publish" ? "publiee" : "retiree"), REPLACE);
  }
  if (wanted === "verify" && (await markVerified(actor, String(slug)))) redirect(entryPath(locale, String(slug), "verifiee"), REPLACE);
  redirect(localPath(locale, "/admin"));
}

/** Undoes one change of an entry's history, and tells there what became of it. */
export async function undoAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = localPath(locale, `/admin/organisations/${encodeURIComponent(String(slug))}/historique`);
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(path)}`));
  if (!canEditOrganisation(actor)) {
    await noteRefusal(actor, "undo");
    redirect(path);
  }
  const id = Number(form.get("modification"));
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
  if (!canErase(actor)) redirect(path);
  const field = String(form.get("champ"));
  const erased = form.get("certain") === "oui" && (await eraseFormerValues(actor, String(slug), field));
  if (erased) logger.info({ event: "former_values_erased", user: actor.id, slug: String(slug), field });
  redirect(`${path}?fait=${erased ? "effacee" : "rien"}`);
}
