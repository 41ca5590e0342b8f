"use server";

import { refresh } from "next/cache";
import { requireActor } from "@/auth/actor";
import { makeToken, stopToken } from "@/auth/api-tokens";
import { localeGiven, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { NOTHING_DONE, type TokensState } from "./state";

/** Makes a token or ends one, as the pressed button says. */
export async function tokensAction(givenLocale: string, _before: TokensState, form: FormData): Promise<TokensState> {
  const locale = localeGiven(givenLocale);
  const t = translator(locale, "tokens");
  const actor = await requireActor(pathsIn(locale), "/admin/jetons");
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const [, id = ""] = /^end (\d{1,9})$/.exec(text("action")) ?? [];
  if (id) {
    const ended = await stopToken(actor, Number(id));
    refresh();
    return ended ? { ...NOTHING_DONE, done: t("ended") } : { ...NOTHING_DONE, error: t("failed") };
  }
  const typed = { name: text("name"), role: text("role"), days: text("days") };
  const made = await makeToken(actor, typed);
  if (!made.ok) return { ...NOTHING_DONE, error: t(made.reason), typed };
  refresh();
  return { ...NOTHING_DONE, done: t("made", { name: made.name }), token: made.token };
}
