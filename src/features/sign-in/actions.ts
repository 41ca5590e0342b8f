"use server";

import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { AWAITED_AT, currentSession, rememberSession, signOut } from "@/auth/actor";
import { changePassword } from "@/auth/change-password";
import { knownBrowser } from "@/auth/known-browser";
import { PASSWORD_LENGTH } from "@/auth/passwords";
import { addressOf } from "@/auth/request";
import { signIn } from "@/auth/sign-in";
import { ONE_TIME_HOURS } from "@/data/user/accounts";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { afterSignIn } from "./after-sign-in";
import type { PasswordState, SignInState } from "./state";

const textOf = (form: FormData, name: string, max: number): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.replaceAll("\0", "").slice(0, max) : "";
};
const slowed = (locale: Locale, seconds: number) => translator(locale, "auth")("slowed", { minutes: Math.ceil(seconds / 60) });

/** Opens a session, or says why not; the answer never tells whether the address has an account. */
export async function signInAction(givenLocale: string, back: string | null, _before: SignInState, form: FormData): Promise<SignInState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "auth");
  const email = textOf(form, "email", 254).trim();
  const password = textOf(form, "password", PASSWORD_LENGTH.max + 1);
  if (email === "" || password === "") return { email, error: t("missing") };
  const received = await headers();
  const browser = knownBrowser(await cookies(), email);
  const result = await signIn({ email, password, address: addressOf(received), browser, userAgent: received.get("user-agent") });
  if (!result.ok) return { email, error: result.reason === "slowed" ? slowed(locale, result.seconds) : t(result.reason, { hours: ONE_TIME_HOURS }) };
  await rememberSession(result);
  // A session that waits for something is led there.
  redirect(afterSignIn(locale, back));
}

/** Changes the password of whoever is signed in, even with a one-time password. */
export async function changePasswordAction(givenLocale: string, _before: PasswordState, form: FormData): Promise<PasswordState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "auth");
  const session = await currentSession();
  if (!session) redirect(localPath(locale, "/connexion"));
  if (session.awaits === "code") redirect(localPath(locale, AWAITED_AT.code));
  const current = textOf(form, "current", PASSWORD_LENGTH.max + 1);
  const next = textOf(form, "next", PASSWORD_LENGTH.max + 1);
  if (next !== textOf(form, "repeat", PASSWORD_LENGTH.max + 1)) return { error: t("notRepeated"), field: "repeat" };
  const result = await changePassword(session, {
    current,
    next,
    address: addressOf(await headers()),
    browser: knownBrowser(await cookies(), session.user.email),
  });
  if (!result.ok) {
    switch (result.reason) {
      case "wrong":
        return { error: t("wrongCurrent"), field: "current" };
      case "slowed":
        return { error: slowed(locale, result.seconds), field: "current" };
      case "busy":
        return { error: t("busy"), field: "current" };
      case "ended":
        return { error: t("ended", { hours: ONE_TIME_HOURS }), field: "current" };
      default:
        return { error: t(result.reason, PASSWORD_LENGTH), field: "next" };
    }
  }
  redirect(localPath(locale, "/admin?fait=mot-de-passe"));
}

/** Ends the session of this browser. */
export async function signOutAction(givenLocale: string): Promise<void> {
  await signOut();
  redirect(localPath(localeGiven(givenLocale), "/connexion?fin=1"));
}
