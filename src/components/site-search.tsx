import type { ReactNode } from "react";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  id?: string;
  value?: string;
  /** What is sent along: hidden fields, or links under the field. */
  children?: ReactNode;
};

/** The search of the directory: a plain form that leads to the list. */
export function SiteSearch({ locale, id, value, children }: Props) {
  const t = translator(locale, "directory");
  return (
    <form id={id} role="search" method="get" action={localPath(locale, "/organisations")} className="site-search no-print">
      <label className="field-label" htmlFor="q">
        {t("searchLabel")}
      </label>
      <div className="search mt-1">
        <input className="input" type="search" id="q" name="q" defaultValue={value} maxLength={200} autoComplete="off" />
        <button className="btn">{t("searchButton")}</button>
      </div>
      {children}
    </form>
  );
}
