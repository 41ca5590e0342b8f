import { redirect } from "next/navigation";
import { AWAITED_AT, currentSession } from "@/auth/actor";
import { PASSWORD_LENGTH } from "@/auth/passwords";
import { Crumbs } from "@/components/crumbs";
import { PageHead } from "@/components/page-head";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { changePasswordAction } from "./actions";
import { PasswordForm } from "./password-form";
import { SignOutForm } from "./sign-out-form";

/** `/connexion/mot-de-passe`: the only page open to someone whose password works once. */
export async function PasswordPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "auth");
  const session = await currentSession();
  if (!session) redirect(localPath(locale, "/connexion"));
  if (session.awaits === "code") redirect(localPath(locale, AWAITED_AT.code));
  const { mustChange, email } = session.user;
  return (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={mustChange ? [] : [{ href: "/admin", label: translator(locale, "site")("nav.admin") }]} />}
        title={t("changeTitle")}
        lead={t(mustChange ? "changeLeadForced" : "changeLead")}
      />
      <PasswordForm
        action={changePasswordAction.bind(null, locale)}
        email={email}
        minLength={PASSWORD_LENGTH.min}
        words={{
          current: t("current"),
          next: t("next"),
          nextHint: t("nextHint", PASSWORD_LENGTH),
          repeat: t("repeat"),
          submit: t("change"),
          failed: t("notChanged"),
        }}
      />
      {mustChange ? (
        <div className="mt-8">
          <SignOutForm locale={locale} />
        </div>
      ) : null}
    </div>
  );
}
