"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canErase } from "@/auth/permissions";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { eraseConsent, recordConsent, withdrawConsent } from "@/data/consent/consents";
import { CONSENT_NAMES } from "@/domain/consent";
import { localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { logger } from "@/lib/logger";
import { consentsPath, editorOf } from "./editor-of";

const today = () => new Date().toISOString().slice(0, 10);

/** Notes who agreed to the publication of a contact. What is refused comes back as it was typed. */
export async function recordConsentAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "consents");
  const actor = await editorOf(locale, slug);
  const typed = typedIn(form, CONSENT_NAMES, 2000);
  const result = await recordConsent(actor, slug, typed, today());
  if (!result.ok) {
    if (result.reason === "gone") return fieldsAgain(before, typed, { notice: translator(locale, "admin")("gone") });
    const errors = Object.fromEntries(result.problems.map(({ name, reason }) => [name, t(`problem.${reason}`)]));
    return fieldsAgain(before, typed, { errors, notice: translator(locale, "admin")("problem.title", { count: result.problems.length }) });
  }
  logger.info({ event: "consent_recorded", user: actor.id, slug });
  redirect(localPath(locale, `${consentsPath(slug)}?fait=note`));
}

/** Takes a contact off the entry at once, because its consent is withdrawn. */
export async function withdrawConsentAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await editorOf(locale, slug);
  const result = await withdrawConsent(actor, slug, Number(form.get("accord")), today());
  if (result.ok) logger.info({ event: "consent_withdrawn", user: actor.id, slug });
  redirect(localPath(locale, `${consentsPath(slug)}?fait=${result.ok ? "retire" : result.reason === "gone" ? "absent" : "non-enregistre"}`));
}

/** Empties what a withdrawn consent says of a person. */
export async function eraseConsentAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await requireAllowed({ toPath: pathsIn(locale), back: consentsPath(slug), may: canErase, wanted: "consent" });
  const erased = await eraseConsent(actor, slug, Number(form.get("accord")));
  if (erased) logger.info({ event: "consent_erased", user: actor.id, slug });
  redirect(localPath(locale, `${consentsPath(slug)}?fait=${erased ? "efface" : "absent"}`));
}
