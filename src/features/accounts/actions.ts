"use server";

import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { changeRights, grantConfidential, openAccount, resetPassword, switchAccount, type AccountRefusal, type Issued } from "@/auth/accounts";
import { currentActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { demandFactor, dropFactorOf } from "@/auth/second-factor";
import { originOf } from "@/auth/request";
import { findAccountById, ONE_TIME_HOURS } from "@/data/user/accounts";
import { USER_ROLES } from "@/domain/vocabularies";
import { inEveryLanguage } from "@/i18n/in-every-language";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { sendMail } from "@/lib/mail";
import { NOTHING_DONE, type AccountsState } from "./state";

const text = (form: FormData, name: string, max = 300) => {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, max) : "";
};
const lines = (typed: string) => typed.split(/\r?\n/);

/** Shows the link to the administrator this once, and sends it to its person when mail is set up. */
async function handOver(locale: Locale, kind: "invited" | "wasReset", { email, name, token }: Extract<Issued, { ok: true }>): Promise<AccountsState["done"]> {
  const t = translator(locale, "accounts");
  const origin = originOf(await headers());
  const linkIn = (one: Locale) => `${origin}${localPath(one, `/connexion/lien/${token}`)}`;
  const words = inEveryLanguage((one) => {
    const [own, site] = [translator(one, "accounts"), translator(one, "site")("name")];
    return { subject: own(`mail.${kind}.subject`, { site }), text: own(`mail.${kind}.text`, { site, name, link: linkIn(one), hours: ONE_TIME_HOURS }) };
  });
  const mail = await sendMail({ to: email, ...words });
  return { title: t(kind), text: `${t("linkFor", { email, hours: ONE_TIME_HOURS })} ${t(`mail.${mail}`)}`, link: linkIn(locale) };
}

/** Opens an account or changes one, as the pressed button says. */
export async function accountsAction(givenLocale: string, _before: AccountsState, form: FormData): Promise<AccountsState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "accounts");
  const actor = await currentActor();
  if (!actor) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, "/admin/comptes"))}`));

  // What follows asks again, each for itself.
  if (!canManageUsers(actor)) await noteRefusal(actor, "accounts");

  const typed = {
    email: text(form, "email"),
    name: text(form, "name"),
    role: text(form, "role"),
    zones: text(form, "zones", 5000),
    entries: text(form, "entries", 5000),
  };
  const rights = { role: typed.role, zones: lines(typed.zones), entries: lines(typed.entries) };
  const refused = (
    { reason, lines: unknown = [] }: { reason: AccountRefusal; lines?: readonly string[] },
    kept: AccountsState["typed"] = null,
  ): AccountsState => ({
    done: null,
    error: {
      title: t("failed"),
      text: reason === "forbidden" ? translator(locale, "admin")("forbidden") : t(reason, { lines: unknown.map((line) => line.slice(0, 80)).join(", ") }),
    },
    typed: kept,
  });
  const done = (answer: AccountsState["done"]): AccountsState => {
    // The page shows the accounts as they are now.
    refresh();
    return { ...NOTHING_DONE, done: answer };
  };

  const [verb = "", number = ""] = text(form, "action").split(" ");
  const id = /^\d{1,9}$/.test(number) ? Number(number) : 0;
  const said = (sentence: "wasClosed" | "wasReopened" | "wasGranted" | "wasUngranted" | "rightsSaved", email: string) =>
    done({ title: t("state"), text: t(sentence, { email }), link: null });
  switch (verb) {
    case "open": {
      const result = await openAccount(actor, { email: typed.email, name: typed.name, ...rights });
      return result.ok ? done(await handOver(locale, "invited", result)) : refused(result, typed);
    }
    case "rights": {
      const result = await changeRights(actor, id, rights);
      return result.ok ? said("rightsSaved", result.email) : refused(result, typed);
    }
    case "reset": {
      const result = await resetPassword(actor, id);
      return result.ok ? done(await handOver(locale, "wasReset", result)) : refused(result);
    }
    case "close":
    case "reopen": {
      const result = await switchAccount(actor, id, verb === "close");
      return result.ok ? said(verb === "close" ? "wasClosed" : "wasReopened", result.email) : refused(result);
    }
    case "grant":
    case "ungrant": {
      const result = await grantConfidential(actor, id, verb === "grant");
      return result.ok ? said(verb === "grant" ? "wasGranted" : "wasUngranted", result.email) : refused(result);
    }
    case "drop": {
      const account = (await dropFactorOf(actor, id)) ? await findAccountById(id) : null;
      const email = account?.email ?? "";
      return account ? done({ title: t("state"), text: translator(locale, "secondFactor")("dropped", { email }), link: null }) : refused({ reason: "gone" });
    }
    case "demand": {
      const roles = USER_ROLES.filter((role) => form.getAll("demanded").includes(role));
      if (!(await demandFactor(actor, roles))) return refused({ reason: "forbidden" });
      return done({ title: t("state"), text: translator(locale, "secondFactor")("demanded"), link: null });
    }
    default:
      return refused({ reason: "gone" }, typed);
  }
}
