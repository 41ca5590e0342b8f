"use server";

import { addressOf } from "@/auth/request";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AWAITED_AT, currentSession, rememberSession } from "@/auth/actor";
import { beginFactor, confirmFactor, dropFactor, proveSecondFactor } from "@/auth/second-factor";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { FactorState } from "./state";

const typedIn = (form: FormData) => String(form.get("code") ?? "").slice(0, 60);

function refused(locale: Locale, result: { reason: "wrong" } | { reason: "slowed"; seconds: number }): FactorState {
  const t = translator(locale, "secondFactor");
  return { error: result.reason === "slowed" ? t("slowed", { minutes: Math.ceil(result.seconds / 60) }) : t("wrong"), codes: null };
}

/** The code after a right password: the session is open then. */
export async function proveAction(givenLocale: string, _before: FactorState, form: FormData): Promise<FactorState> {
  const locale = localeGiven(givenLocale);
  const session = await currentSession();
  if (session?.awaits !== "code") redirect(localPath(locale, "/connexion"));
  const given = await headers();
  const proved = await proveSecondFactor(session, typedIn(form), { userAgent: given.get("user-agent"), address: addressOf(given) });
  if (!proved.ok) return refused(locale, proved);
  await rememberSession({ sessionId: proved.sessionId, account: session.user });
  return redirect(localPath(locale, "/admin"));
}

/** The session of who may set up a second factor; one that waits for something else gives that first. */
async function ownSession(locale: Locale) {
  const session = await currentSession();
  if (!session) redirect(localPath(locale, "/connexion"));
  if (session.awaits && session.awaits !== "factor") redirect(localPath(locale, AWAITED_AT[session.awaits]));
  return session;
}

/** Makes a secret, which the page then shows. */
export async function beginAction(givenLocale: string): Promise<void> {
  const locale = localeGiven(givenLocale);
  await beginFactor(await ownSession(locale));
  redirect(localPath(locale, AWAITED_AT.factor));
}

/** Confirms, renews or removes the second factor of who asks, as the pressed button says. */
export async function factorAction(givenLocale: string, _before: FactorState, form: FormData): Promise<FactorState> {
  const locale = localeGiven(givenLocale);
  const session = await ownSession(locale);
  switch (form.get("action")) {
    case "remove": {
      const dropped = await dropFactor(session, typedIn(form));
      return dropped.ok ? redirect(`${localPath(locale, AWAITED_AT.factor)}?fait=retire`) : refused(locale, dropped);
    }
    default: {
      const set = await confirmFactor(session, typedIn(form));
      return set.ok ? { error: null, codes: set.codes } : refused(locale, set);
    }
  }
}
