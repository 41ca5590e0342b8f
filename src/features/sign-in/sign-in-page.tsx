import { redirect } from "next/navigation";
import { AWAITED_AT, currentSession } from "@/auth/actor";
import { Crumbs } from "@/components/crumbs";
import { PageHead } from "@/components/page-head";
import { Notice } from "@/components/notice";
import { ONE_TIME_HOURS } from "@/data/user/accounts";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { signInAction } from "./actions";
import { afterSignIn } from "./after-sign-in";
import { SignInForm } from "./sign-in-form";

type Props = { locale: Locale; search: Search };

/** What next-auth's own route writes in the address when it refuses: seconds to wait, or a name of its own. */
function refusalOf(locale: Locale, error: unknown): string | null {
  if (typeof error !== "string") return null;
  const t = translator(locale, "auth");
  const seconds = /^slowed_(\d{1,6})$/.exec(error)?.[1];
  if (seconds) return t("slowed", { minutes: Math.ceil(Number(seconds) / 60) });
  if (error === "busy") return t("busy");
  return error === "ended" ? t("ended", { hours: ONE_TIME_HOURS }) : t("wrong");
}

/** `/connexion`. Whoever is signed in already is led on. */
export async function SignInPage({ locale, search }: Props) {
  const t = translator(locale, "auth");
  const back = typeof search.suite === "string" ? search.suite : null;
  const session = await currentSession();
  if (session) redirect(session.awaits ? localPath(locale, AWAITED_AT[session.awaits]) : afterSignIn(locale, back));
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")} />
      {search.fait === "mot-de-passe" ? <Notice kind="success">{t("link.done")}</Notice> : null}
      {search.fin === "1" ? <Notice kind="success">{t("signedOut")}</Notice> : null}
      <SignInForm
        action={signInAction.bind(null, locale, back)}
        error={refusalOf(locale, search.error)}
        words={{ email: t("email"), password: t("password"), submit: t("submit"), failed: t("failed"), forgotten: t("forgotten") }}
      />
    </div>
  );
}
