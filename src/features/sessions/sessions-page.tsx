import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { currentSession, requireActor } from "@/auth/actor";

import { Notice } from "@/components/notice";
import { StaffFrame } from "@/components/staff-frame";
import { Table } from "@/components/table";
import { type OwnSession, ownSessions } from "@/data/session/own-sessions";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { endSessionsAction } from "./actions";

type Props = { locale: Locale; search: Search; signOut: ReactNode };

const PATH = "/admin/sessions";

function nameOf(locale: Locale, { browser, system }: OwnSession): string {
  const t = translator(locale, "auth");
  if (browser && system) return t("session.browserOn", { browser, system });
  return browser ?? system ?? t("session.unknown");
}

/** `/admin/sessions`: where the person who asks is signed in. */
export async function SessionsPage({ locale, search, signOut }: Props) {
  const actor = await requireActor(pathsIn(locale), PATH);
  const session = await currentSession();
  if (!session) redirect(localPath(locale, "/connexion"));
  const t = translator(locale, "auth");
  const sessions = await ownSessions(session);
  const ended = typeof search.fin === "string" && /^\d{1,3}$/.test(search.fin) ? Number(search.fin) : null;
  return (
    <StaffFrame
      locale={locale}
      actor={actor}

      title={t("session.title")}
      lead={t("session.lead")}
      tab={PATH}
      signOut={signOut}
    >
      {ended === null ? null : <Notice kind={ended > 0 ? "success" : "info"}>{t("session.ended", { count: ended })}</Notice>}
      <form action={endSessionsAction.bind(null, locale)}>
        <Table
          rows={sessions}
          keyOf={({ key }) => key}
          columns={[
            { head: t("session.browser"), cell: (one) => nameOf(locale, one) },
            { head: t("session.since"), cell: ({ since }) => formatMoment(locale, since) },
            { head: t("session.used"), cell: ({ usedAt }) => formatMoment(locale, usedAt) },
            {
              head: t("session.action"),
              cell: (one) =>
                one.isThis ? (
                  t("session.this")
                ) : (
                  <button
                    className="btn btn-quiet"
                    type="submit"
                    name="session"
                    value={one.key}
                    aria-label={t("session.endOne", { browser: nameOf(locale, one), when: formatMoment(locale, one.since) })}
                  >
                    {t("session.end")}
                  </button>
                ),
            },
          ]}
        />
        {sessions.length > 1 ? (
          <div className="form-actions mt-6">
            <button className="btn" type="submit" name="session" value="others">
              {t("session.endOthers")}
            </button>
          </div>
        ) : null}
      </form>
      <p className="source-note">
        <a href={localPath(locale, "/admin/jetons")}>{translator(locale, "tokens")("title")}</a>
      </p>
      <p className="source-note">
        {t("session.doubt")} <a href={localPath(locale, "/connexion/mot-de-passe")}>{t("changeTitle")}</a>
      </p>
    </StaffFrame>
  );
}
