import { LOCALES, localPath, samePageIn, splitPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { linksFrom } from "./pages";

type Props = { locale: Locale; path: string; search: string };

/**
 * The masthead. The navigation is one line that wraps, not a menu: it needs no script and hides
 * nothing from a reader who does not know what the three bars mean.
 */
export function SiteHeader({ locale, path, search }: Props) {
  const t = translator(locale, "site");
  const here = splitPath(path).path;
  const other = LOCALES.find((candidate) => candidate !== locale)!;
  return (
    <header>
      <div className="bogolan" aria-hidden="true" />
      <div className="frame">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-3 pb-0.5">
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
              const inside = here === target || here.startsWith(`${target}/`);
              return (
                <li key={name}>
                  <a href={localPath(locale, target)} aria-current={here === target ? "page" : inside ? "true" : undefined}>
                    {t(`nav.${name}`)}
                  </a>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </header>
  );
}
