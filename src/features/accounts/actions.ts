"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { grantConfidential, openAccount, resetPassword, switchAccount, type AccountRefusal } from "@/auth/accounts";
import { currentActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { ONE_TIME_HOURS } from "@/data/user/accounts";
import { localeGiven, localPath } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type AccountsState, NOTHING_TYPED } from "./state";

/** Opens, closes, reopens an account gives it a new password or what is confidential, as the pressed button says. */
export async function accountsAction(givenLocale: string, _before: AccountsState, form: FormData): Promise<AccountsState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "admin");
  const own = translator(locale, "accounts");
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, "/admin/comptes"))}`));

  // What follows asks again, each for itself.
  if (!canManageUsers(actor)) await noteRefusal(actor, "accounts");

  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value.slice(0, 300) : "";
  };
  const typed = { email: text("email"), name: text("name"), role: text("role") };
  const refusal = (reason: AccountRefusal, kept: AccountsState["typed"]): AccountsState => ({
    done: null,
    error: { title: own("failed"), text: reason === "forbidden" ? t("forbidden") : own(reason) },
    typed: kept,
  });
  const done = (title: string, words: string, password: string | null): AccountsState => {
    // The table above the form shows the accounts as they are now.
    refresh();
    return { done: { title, text: words, password }, error: null, typed: { ...NOTHING_TYPED } };
  };

  const [verb = "", number = ""] = text("action").split(" ");
  const id = /^\d{1,9}$/.test(number) ? Number(number) : 0;
  switch (verb) {
    case "open": {
      const result = await openAccount(actor, typed);
      return result.ok
        ? done(own("created"), own("passwordFor", { email: result.email, hours: ONE_TIME_HOURS }), result.password)
        : refusal(result.reason, typed);
    }
    case "reset": {
      const result = await resetPassword(actor, id);
      return result.ok
        ? done(own("wasReset"), own("passwordFor", { email: result.email, hours: ONE_TIME_HOURS }), result.password)
        : refusal(result.reason, { ...NOTHING_TYPED });
    }
    case "close":
    case "reopen": {
      const result = await switchAccount(actor, id, verb === "close");
      if (!result.ok) return refusal(result.reason, { ...NOTHING_TYPED });
      return done(own("state"), own(verb === "close" ? "wasClosed" : "wasReopened", { email: result.email }), null);
    }
    case "grant":
    case "ungrant": {
      const result = await grantConfidential(actor, id, verb === "grant");
      if (!result.ok) return refusal(result.reason, { ...NOTHING_TYPED });
      return done(own("state"), own(verb === "grant" ? "wasGranted" : "wasUngranted", { email: result.email }), null);
    }
    default:
      return refusal("gone", typed);
  }
}
