import { LOCALES, localPath, samePageIn, splitPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { MENU_GROUPS, menuLinks } from "./pages";

type Props = { locale: Locale; path: string; search: string };

/** The masthead. The groups of the menu open without a script, one at a time, and fit one line of a phone. A page does not link to itself. */
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
            {MENU_GROUPS.map((group) => {
              const links = menuLinks(group);
              const isHere = links.some(({ path: target }) => here === target || here.startsWith(`${target}/`));
              return (
                <li key={group}>
                  <details name="menu">
                    <summary className={isHere ? "masthead-here" : undefined}>{t(`menu.${group}`)}</summary>
                    <ul>
                      {links.map(({ path: target, name }) => (
                        <li key={name}>
                          {here === target ? (
                            <span aria-current="page">{t(`nav.${name}`)}</span>
                          ) : (
                            <a href={localPath(locale, target)} aria-current={here.startsWith(`${target}/`) ? "true" : undefined}>
                              {t(`nav.${name}`)}
                            </a>
                          )}
                        </li>
                      ))}
                    </ul>
                  </details>
                </li>
              );
            })}
          </ul>
        </nav>
      </div>
    </header>
  );
}
