import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { AWAITED_AT, currentSession } from "@/auth/actor";
import { otpauthUri } from "@/auth/totp";
import { ButtonForm } from "@/components/button-form";
import { Crumbs } from "@/components/crumbs";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { findSecondFactor } from "@/data/user/second-factor";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { beginAction, factorAction, proveAction } from "./actions";
import { CodeForm } from "./code-form";
import { QrCode } from "./qr-code";

function words(locale: Locale, label: "code" | "sixDigits" | "manage") {
  const t = translator(locale, "secondFactor");
  return { label: t(label), failed: t("failed"), codesTitle: t("codesTitle"), codesLead: t("codesLead"), goOn: t("goOn") };
}

/** `/connexion/code`: the second step of who has a second factor. */
export async function CodePage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const t = translator(locale, "secondFactor");
  const session = await currentSession();
  if (session?.awaits !== "code") redirect(localPath(locale, session ? "/admin" : "/connexion"));
  return (
    <div className="frame">
      <PageHead title={t("codeTitle")} lead={t("codeLead")} />
      <CodeForm
        action={proveAction.bind(null, locale)}
        words={words(locale, "code")}
        buttons={[{ value: "prove", label: t("enter") }]}
        digitsOnly={false}
        next={localPath(locale, "/admin")}
      />
      <p className="source-note">{t("lost")}</p>
      <div className="mt-8">{signOut}</div>
    </div>
  );
}

/** `/connexion/second-facteur`: one's own second factor. The only page open to someone whose role must have one. */
export async function SecondFactorPage({ locale, search, signOut }: { locale: Locale; search: Record<string, unknown>; signOut: ReactNode }) {
  const t = translator(locale, "secondFactor");
  const session = await currentSession();
  if (!session) redirect(localPath(locale, `/connexion?suite=${encodeURIComponent(localPath(locale, "/admin"))}`));
  if (session.awaits && session.awaits !== "factor") redirect(localPath(locale, AWAITED_AT[session.awaits]));
  const factor = await findSecondFactor(session.user.id);
  const isForced = session.awaits === "factor";
  const site = translator(locale, "site");
  const action = factorAction.bind(null, locale);
  const shared = { action, next: localPath(locale, "/admin") };
  return (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={isForced ? [] : [{ href: "/admin", label: site("nav.admin") }]} />}
        title={t("title")}
        lead={t(isForced ? "leadForced" : "lead")}
      />
      {search.fait === "retire" ? <Notice kind="success">{t("removed")}</Notice> : null}
      {factor === null ? (
        <ButtonForm action={beginAction.bind(null, locale)} label={t("begin")} main />
      ) : factor.confirmedAt === null ? (
        <CodeForm key="form" {...shared} words={words(locale, "sixDigits")} buttons={[{ value: "confirm", label: t("confirm") }]} digitsOnly>
          <p>{t("scan")}</p>
          <QrCode text={otpauthUri(factor.secret, session.user.email, site("name"))} label={t("image")} />
          <p>
            {t("byHand")} <code className="password break-all">{factor.secret.match(/.{4}/g)?.join(" ")}</code>
          </p>
        </CodeForm>
      ) : (
        <CodeForm
          key="form"
          {...shared}
          words={words(locale, "manage")}
          buttons={[
            { value: "renew", label: t("renew") },
            { value: "remove", label: t("remove") },
          ]}
          digitsOnly={false}
        >
          <p>{t("since", { date: formatDate(locale, factor.confirmedAt.toISOString()), count: factor.codesLeft })}</p>
        </CodeForm>
      )}
      {isForced ? <div className="mt-8">{signOut}</div> : null}
    </div>
  );
}
