import { LOCALES, localPath, samePageIn, splitPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { linksFrom } from "./pages";

type Props = { locale: Locale; path: string; search: string };

/**
 * The masthead. The navigation is one line that wraps, not a menu: it needs no script and hides
 * nothing from a reader who does not know what the three bars mean. A page does not link to itself: that is one stop less
 * before its content.
 */
export function SiteHeader({ locale, path, search }: Props) {
  const t = translator(locale, "site");
  const here = splitPath(path).path;
  const other = LOCALES.find((candidate) => candidate !== locale)!;
  return (
    <header>
      <div className="bogolan" aria-hidden="true" />
      <div className="frame">
        <div className="masthead-top">
          <a className="masthead-name" href={localPath(locale, "/")}>
            {t("name")}
          </a>
          <a className="masthead-language" href={samePageIn(other, path, search)} hrefLang={other} lang={other}>
            {t("otherLanguage")}
          </a>
        </div>
        <nav className="masthead-nav" aria-label={t("mainNav")}>
          <ul>
            {linksFrom("menu").map(({ path: target, name }) => {
              const label = t(`nav.${name}`);
              return (
                <li key={name}>
                  {here === target ? (
                    <span aria-current="page">{label}</span>
                  ) : (
                    <a href={localPath(locale, target)} aria-current={here.startsWith(`${target}/`) ? "true" : undefined}>
                      {label}
                    </a>
                  )}
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </header>
  );
}
