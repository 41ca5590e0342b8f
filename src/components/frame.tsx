import type { ReactNode } from "react";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { SiteFooter } from "./site-footer";
import { SiteHeader } from "./site-header";

/** The paper of the page in both lights, for the browser's own frame. */
export const THEME_COLOURS = [
  { media: "(prefers-color-scheme: light)", color: "#f6f1e6" },
  { media: "(prefers-color-scheme: dark)", color: "#191511" },
];

type Props = {
  locale: Locale;
  /** As readers see it: "/en/organisations". */
  path: string;
  /** "?…" or empty. */
  search: string;
  children: ReactNode;
};

/** What stands around the content of every page, and where its skip link leads. */
export function Frame({ locale, path, search, children }: Props) {
  return (
    <>
      <a className="skip-link" href="#contenu">
        {translator(locale, "site")("skip")}
      </a>
      <SiteHeader locale={locale} path={path} search={search} />
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter locale={locale} />
    </>
  );
}
