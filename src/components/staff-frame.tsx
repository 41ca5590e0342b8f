import type { ReactNode } from "react";
import type { UserRole } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Crumbs } from "./crumbs";
import { PageHead } from "./page-head";

type Props = {
  locale: Locale;
  actor: { name: string; role: UserRole };
  /** Whether this person may see the accounts. */
  accounts: boolean;
  title: string;
  lead?: string;
  /** The tab this page belongs to, French path. */
  tab: "/admin" | "/admin/propositions" | "/admin/changements" | "/admin/autres" | "/admin/sources" | "/admin/comptes" | "/admin/sessions";
  trail?: readonly { href: string; label: string }[];
  signOut: ReactNode;
  children: ReactNode;
};

/** What the pages of staff share: who is signed in, where they can go, and the way out. */
export function StaffFrame({ locale, actor, accounts, title, lead, tab, trail = [], signOut, children }: Props) {
  const t = translator(locale, "admin");
  const tabs = [
    { href: "/admin", label: t("organisations") },
    { href: "/admin/propositions", label: translator(locale, "proposals")("queue.title") },
    { href: "/admin/changements", label: t("recent.title") },
    { href: "/admin/autres", label: translator(locale, "entityEditor")("title") },
    { href: "/admin/sources", label: translator(locale, "documents")("tab") },
    ...(accounts ? [{ href: "/admin/comptes", label: t("accounts") }] : []),
    { href: "/admin/sessions", label: translator(locale, "auth")("session.title") },
    { href: "/connexion/mot-de-passe", label: t("password") },
  ];
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} trail={trail} />} title={title} lead={lead} />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <nav className="tabs" aria-label={t("staffNav")}>
          {tabs.map(({ href, label }) => (
            <a key={href} href={localPath(locale, href)} aria-current={href === tab ? "page" : undefined}>
              {label}
            </a>
          ))}
        </nav>
        <div className="flex flex-wrap items-center gap-3">
          <span className="soft">{t("signedInAs", { name: actor.name, role: labelsOf(locale).role[actor.role] })}</span>
          {signOut}
        </div>
      </div>
      {children}
    </div>
  );
}
