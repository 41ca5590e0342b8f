"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canErase } from "@/auth/permissions";
import { eraseConsent, recordConsent, withdrawConsent } from "@/data/consent/consents";
import { CONSENT_NAMES, type ConsentName, type ConsentTyped } from "@/domain/consent";
import { localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { logger } from "@/lib/logger";
import { consentsPath, editorOf } from "./editor-of";

/** The form of a consent again, with what was typed and what is wrong. */
export type ConsentState = { typed: ConsentTyped; errors: Readonly<Partial<Record<ConsentName, string>>>; notice: string | null };

const today = () => new Date().toISOString().slice(0, 10);

/** Notes who agreed to the publication of a contact. What is refused comes back as it was typed. */
export async function recordConsentAction(givenLocale: string, slug: string, _before: ConsentState, form: FormData): Promise<ConsentState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "consents");
  const actor = await editorOf(locale, slug);
  const textOf = (name: string) => String(form.get(name) ?? "").slice(0, 2000);
  const typed = Object.fromEntries(CONSENT_NAMES.map((name) => [name, textOf(name)])) as ConsentTyped;
  const result = await recordConsent(actor, slug, typed, today());
  if (!result.ok) {
    if (result.reason === "gone") return { typed, errors: {}, notice: translator(locale, "admin")("gone") };
    const errors = Object.fromEntries(result.problems.map(({ name, reason }) => [name, t(`problem.${reason}`)]));
    return { typed, errors, notice: translator(locale, "admin")("problem.title", { count: result.problems.length }) };
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
