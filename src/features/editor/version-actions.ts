"use server";

import { redirect } from "next/navigation";
import { currentActor } from "@/auth/actor";
import { canEditOrganisation } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { entryPlace } from "@/data/editing/entry-place";
import { restoreVersion } from "@/data/change/restore";
import { localeGiven, localPath } from "@/i18n/locales";
import { logger } from "@/lib/logger";
import { numberOf } from "@/lib/http/search";

const numberIn = (form: FormData, name: string): number => numberOf(String(form.get(name) ?? ""));

/** Makes an entry what one of its versions was, and tells in its history what became of it. */
export async function restoreAction(givenLocale: string, slug: string, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const path = localPath(locale, `/admin/organisations/${encodeURIComponent(String(slug))}/historique`);
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(path)}`));
  const entry = await entryPlace(actor, String(slug));
  if (!entry || !canEditOrganisation(actor, entry)) {
    await noteRefusal(actor, "restore");
    redirect(path);
  }
  const result = await restoreVersion(actor, String(slug), numberIn(form, "modification"), numberIn(form, "version"));
  if (!result.ok) redirect(`${path}?fait=${result.reason === "conflict" ? "entre-temps" : "impossible"}`);
  if (result.changed) logger.info({ event: "version_restored", user: actor.id, slug: String(slug), kept: result.kept });
  const left = result.kept.length > 0 ? `&restent=${result.kept.join(",")}` : "";
  redirect(`${path}?fait=${result.changed ? "retablie" : "identique"}${left}`);
}
