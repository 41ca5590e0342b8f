import type { ReactNode } from "react";
import { QUERY_MAX_LENGTH } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { suggestionSettings } from "./search-box/settings";
import { suggestScript } from "./search-box/script";

type Props = {
  locale: Locale;
  id?: string;
  value?: string;
  /** Whether the page says itself where there is help, or is that page. */
  helps?: boolean;
  /** What is sent along: hidden fields, or links under the field. */
  children?: ReactNode;
};

/** The search of the directory: a plain form that leads to the list. Where scripts run, its field suggests. */
export function SiteSearch({ locale, id, value, helps = false, children }: Props) {
  const t = translator(locale, "directory");
  return (
    <form id={id} role="search" method="get" action={localPath(locale, "/organisations")} className="site-search no-print">
      <label className="field-label" htmlFor="q">
        {t("searchLabel")}
      </label>
      <div className="search mt-1">
        <input
          className="input"
          type="search"
          id="q"
          name="q"
          defaultValue={value}
          maxLength={QUERY_MAX_LENGTH}
          autoComplete="off"
          data-suggestions={JSON.stringify(suggestionSettings(locale))}
        />
        <button className="btn">{t("searchButton")}</button>
      </div>
      {helps ? null : (
        <p className="search-help">
          <a href={localPath(locale, "/recherche/aide")}>{t("help")}</a>
        </p>
      )}
      {children}
      <script type="module" async src={suggestScript.address} />
    </form>
  );
}
