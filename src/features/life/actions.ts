"use server";

import { redirect, RedirectType } from "next/navigation";
import { requireActor } from "@/auth/actor";
import { requireAllowed } from "@/auth/allowed";
import { canArchive, canMerge, canPublish } from "@/auth/permissions";
import { fieldsAgain, type FieldsState, typedIn } from "@/components/fields-state";
import { archiveOrganisation, restoreOrganisation } from "@/data/editing/archive";
import { entryPlace } from "@/data/editing/entry-place";
import { setDistinct } from "@/data/merge/duplicates";
import { mergeOrganisations } from "@/data/merge/merge";
import { markVerified } from "@/data/editing/verification";
import type { Actor } from "@/domain/actor";
import { FIELD_CODES } from "@/domain/fields";
import { LONGEST_VERIFICATION_NOTE, parseVerification, type VerificationProblems } from "@/domain/verification";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import type { MergeState } from "./state";

/** The slugs of two entries: the one that stays, and the one that is merged into it. */
type MergeAsked = { survivor: string; merged: string };

const entryPath = (slug: string) => `/admin/organisations/${encodeURIComponent(slug)}`;

/** Who may do something to an entry that they see; others are led away. */
const actorFor = async (locale: Locale, slug: string, may: typeof canArchive, wanted: string): Promise<Actor> => {
  const toPath = pathsIn(locale);
  const actor = await requireActor(toPath, entryPath(slug));
  const entry = await entryPlace(actor, slug);
  if (!entry) redirect(toPath("/admin"));
  return requireAllowed({ toPath, back: entryPath(slug), may: (asking) => may(asking, entry), wanted });
};

/** Notes that an entry was verified. What is refused comes back as it was typed. */
export async function verifyAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const toPath = pathsIn(locale);
  const path = entryPath(String(slug));
  const t = translator(locale, "life");
  const typed = typedIn(form, ["how", "on", "note"], 2000);
  const refused = (notice: string, problems: VerificationProblems | { on: "older" } = {}): FieldsState => {
    const errors = Object.entries(problems).map(([control, reason]) => [control, t(`verify.problem.${reason}`)]);
    return fieldsAgain(before, typed, { errors: Object.fromEntries(errors), notice });
  };
  const actor = await actorFor(locale, String(slug), canPublish, "verify");
  const parsed = parseVerification(typed, new Date().toISOString().slice(0, 10));
  if (!parsed.ok) return refused(t("verify.refused"), parsed.problems);
  try {
    const result = await markVerified(actor, String(slug), parsed.input);
    if (!result.ok) return result.reason === "older" ? refused(t("verify.refused"), { on: "older" }) : refused(translator(locale, "admin")("gone"));
    logger.info({ event: "organisation_verified", user: actor.id, slug: String(slug), how: parsed.input.how });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "A verification could not be noted");
    return refused(translator(locale, "admin")("unavailable.no"));
  }
  redirect(toPath(`${path}?fait=verifiee`), RedirectType.replace);
}

/** Archives an entry, with a reason; without one the form comes back. */
export async function archiveAction(givenLocale: string, slug: string, before: FieldsState, form: FormData): Promise<FieldsState> {
  const locale = localeGiven(givenLocale);
  const path = entryPath(String(slug));
  const actor = await actorFor(locale, String(slug), canArchive, "archive");
  const t = translator(locale, "life");
  const typed = typedIn(form, ["reason"], LONGEST_VERIFICATION_NOTE);
  const reason = typed.reason.trim();
  if (reason === "") return fieldsAgain(before, typed, { errors: { reason: t("archive.required") }, notice: t("archive.refused") });
  try {
    if (!(await archiveOrganisation(actor, String(slug), reason))) return fieldsAgain(before, typed, { notice: translator(locale, "admin")("gone") });
    logger.info({ event: "organisation_archived", user: actor.id, slug: String(slug) });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "An entry could not be archived");
    return fieldsAgain(before, typed, { notice: translator(locale, "admin")("unavailable.no") });
  }
  redirect(localPath(locale, `${path}?fait=archivee`), RedirectType.replace);
}

/** Brings an archived entry back. */
export async function restoreAction(givenLocale: string, slug: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await actorFor(locale, String(slug), canArchive, "archive");
  if (await restoreOrganisation(actor, String(slug))) logger.info({ event: "organisation_restored", user: actor.id, slug: String(slug) });
  redirect(localPath(locale, `${entryPath(String(slug))}?fait=ramenee`), RedirectType.replace);
}

/** Makes one entry of two. What is refused comes back as it was chosen. */
export async function mergeAction(givenLocale: string, pair: MergeAsked, _before: MergeState, form: FormData): Promise<MergeState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "life");
  const [survivor, merged] = [String(pair.survivor), String(pair.merged)];
  const actor = await actorFor(locale, survivor, canMerge, "merge");
  await actorFor(locale, merged, canMerge, "merge");
  const takes = FIELD_CODES.filter((code) => form.get(code) === "merged");
  const note = String(form.get("note") ?? "").slice(0, LONGEST_VERIFICATION_NOTE);
  const versions = { survivor: Number(form.get("survivor_version")), merged: Number(form.get("merged_version")) };
  try {
    const result = await mergeOrganisations(actor, { survivor, merged, versions, takes: new Set(takes), note: note.trim() || null });
    if (!result.ok) return { error: t(`merge.refusal.${result.reason}`), takes, note };
    logger.info({ event: "organisations_merged", user: actor.id, slug: survivor, merged });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "Two entries could not be merged");
    return { error: translator(locale, "admin")("unavailable.no"), takes, note };
  }
  redirect(localPath(locale, `${entryPath(survivor)}?fait=fusionnee`), RedirectType.replace);
}
/** Remembers that two entries are two organisations, or forgets it. */
export async function distinctAction(givenLocale: string, slugs: [string, string], distinct: boolean): Promise<void> {
  const locale = localeGiven(givenLocale);
  const pair: [string, string] = [String(slugs[0]), String(slugs[1])];
  const actor = await actorFor(locale, pair[0], canMerge, "merge");
  await actorFor(locale, pair[1], canMerge, "merge");
  await setDistinct(actor, pair, distinct === true);
  redirect(localPath(locale, distinct === true ? "/admin/doublons?fait=ecartee" : "/admin/doublons?ecartees=1&fait=remise"), RedirectType.replace);
}
