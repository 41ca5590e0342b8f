import type { ReactNode } from "react";
import type { Holder, Right } from "@/domain/rights";
import { hasRight, hasRightSomewhere } from "@/domain/rights";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Crumbs } from "./crumbs";
import { PageHead } from "./page-head";

const GROUPS = ["entries", "work", "administration", "own"] as const;
type Group = (typeof GROUPS)[number];
/** `right`: who lacks it does not see the tab. `somewhere`: having it over some entries is enough. */
type Place = { group: Group; label: (locale: Locale) => string; right?: Right; somewhere?: true };

/** The tabs of the workspace by their French path, in their order. */
const PLACES = {
  "/admin": { group: "entries", label: (locale) => translator(locale, "admin")("organisations") },
  "/admin/carte": { group: "entries", label: (locale) => translator(locale, "staffViews")("map.tab") },
  "/admin/autres": { group: "entries", right: "others", label: (locale) => translator(locale, "entityEditor")("title") },
  "/admin/sources": { group: "entries", right: "others", label: (locale) => translator(locale, "documents")("tab") },
  "/admin/import": { group: "entries", right: "create", label: (locale) => translator(locale, "imports")("tab") },
  "/admin/propositions": { group: "work", right: "propose", label: (locale) => translator(locale, "proposals")("queue.title") },
  "/admin/taches": { group: "work", right: "propose", label: (locale) => translator(locale, "staffWork")("title") },
  "/admin/changements": { group: "work", label: (locale) => translator(locale, "changes")("recent.title") },
  "/admin/doublons": { group: "work", right: "publish", somewhere: true, label: (locale) => translator(locale, "life")("duplicates.title") },
  "/admin/comptes": { group: "administration", right: "accounts", label: (locale) => translator(locale, "admin")("accounts") },
  "/admin/vocabulaires": { group: "administration", right: "vocabularies", label: (locale) => translator(locale, "vocabularies")("title") },
  "/admin/journal": { group: "administration", right: "accounts", label: (locale) => translator(locale, "audit")("title") },
  "/admin/donnees-personnelles": { group: "administration", right: "erase", label: (locale) => translator(locale, "personalData")("title") },
  "/admin/sessions": { group: "own", label: (locale) => translator(locale, "auth")("session.title") },
  "/connexion/mot-de-passe": { group: "own", label: (locale) => translator(locale, "admin")("password") },
  "/connexion/second-facteur": { group: "own", label: (locale) => translator(locale, "secondFactor")("title") },
  "/admin/jetons": { group: "own", label: (locale) => translator(locale, "tokens")("title") },
} as const satisfies Record<string, Place>;
export type StaffTab = keyof typeof PLACES;
const HOME = "/admin" satisfies StaffTab;

type Crumb = { href: string; label: string };

const everyPlace: readonly [path: string, place: Place][] = Object.entries(PLACES);

type Props = {
  locale: Locale;
  actor: Holder & { name: string };
  title: string;
  lead?: string;
  /** The tab that this page is, or that it stands below. */
  tab: StaffTab;
  /** The pages between the tab and this one; absent on the page of the tab itself. */
  below?: readonly Crumb[];
  signOut: ReactNode;
  children: ReactNode;
};

/** What the pages of staff share: who is signed in, where they can go, and the way out. Groups of tabs lead to their first, which shows the others. */
export function StaffFrame({ locale, actor, title, lead, tab, below, signOut, children }: Props) {
  const t = translator(locale, "admin");
  const open = everyPlace.filter(([, { right, somewhere }]) => !right || (somewhere ? hasRightSomewhere(actor, right) : hasRight(actor, right, null)));
  const here = PLACES[tab].group;
  const home = { href: HOME, label: t("title") };
  const trail = tab === HOME ? (below ? [home, ...below] : []) : [home, ...(below ? [{ href: tab, label: PLACES[tab].label(locale) }, ...below] : [])];
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} trail={trail} />} title={title} lead={lead} />
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <nav aria-label={t("staffNav")}>
          <p className="tabs">
            {GROUPS.map((group) => {
              const [first] = open.find(([, place]) => place.group === group) ?? [];
              return first ? (
                <a key={group} href={localPath(locale, first)} aria-current={group === here ? "true" : undefined}>
                  {t(`group.${group}`)}
                </a>
              ) : null;
            })}
          </p>
          <p className="subtabs">
            {open
              .filter(([, { group }]) => group === here)
              .map(([path, { label }]) => (
                <a key={path} href={localPath(locale, path)} aria-current={path === tab ? "page" : undefined}>
                  {label(locale)}
                </a>
              ))}
          </p>
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
