"use server";

import { redirect } from "next/navigation";
import { currentSession } from "@/auth/actor";
import { endSessions } from "@/data/session/own-sessions";
import { DEFAULT_LOCALE, isLocale, localPath } from "@/i18n/locales";
import { logger } from "@/lib/logger";

/** Ends a session of the person who asks, or all but the one they ask from, as the pressed button says. */
export async function endSessionsAction(givenLocale: string, form: FormData): Promise<void> {
  const locale = typeof givenLocale === "string" && isLocale(givenLocale) ? givenLocale : DEFAULT_LOCALE;
  const session = await currentSession();
  if (!session || session.awaits) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, "/admin/sessions"))}`));
  const key = String(form.get("session") ?? "");
  const ended = await endSessions(session, key === "others" ? null : key);
  logger.info({ event: "sessions_ended", user: session.user.id, ended });
  redirect(localPath(locale, `/admin/sessions?fin=${ended}`));
}
