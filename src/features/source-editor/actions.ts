"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { currentActor } from "@/auth/actor";
import { canEditSource } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { saveSourceAddress } from "@/data/editing/source-address";
import { sourceAddress } from "@/domain/source-address";
import { isUnavailable } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { localeGiven, localPath } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { AddressState } from "./state";

/** Saves the address of a document. What is refused comes back as it was typed. */
export async function saveAddressAction(givenLocale: string, slug: string, _before: AddressState, form: FormData): Promise<AddressState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "admin");
  const own = translator(locale, "documents");
  const given = form.get("url");
  const typed = typeof given === "string" ? given.slice(0, 2000) : "";
  const refused = (error: string): AddressState => ({ done: null, error, typed });
  try {
    const actor = await currentActor();
    if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, "/admin/sources"))}`));
    if (!canEditSource(actor)) {
      await noteRefusal(actor, "edit_source");
      return refused(t("forbidden"));
    }
    const url = sourceAddress(typed);
    if (url === undefined) return refused(own("badUrl"));
    const changed = await saveSourceAddress(actor, String(slug), url);
    if (changed === null) return refused(own("gone"));
    if (changed) logger.info({ event: "source_saved", user: actor.id, slug });
    refresh();
    return { done: changed ? own("saved") : t("edit.unchanged"), error: null, typed: url ?? "" };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    logger.warn({ err: error }, "The address of a source could not be saved");
    return refused(t("unavailable.no"));
  }
}
