import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Links } from "./list";
import { linksFrom, PAGES } from "./pages";

/** The foot of every page: who stands behind it, how to report a mistake, and the staff's door. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "site");
  const links = linksFrom("foot").map(({ path, name }) => ({ path, label: t(`nav.${name}`) }));
  // What to do about a mistake stands on the page of the data.
  links.splice(-1, 0, { path: `${PAGES.data.path}#erreur`, label: t("footer.report") });
  return (
    <footer className="site-foot">
      <div className="bogolan bogolan-ochre" aria-hidden="true" />
      <div className="frame site-foot-columns">
        <div className="prose">
          <p>
            {t("footer.consortium")} <a href={`${localPath(locale, PAGES.about.path)}#consortium`}>{t("nav.about")}</a>
          </p>
          <p>{t("footer.about")}</p>
          <p>{t("footer.code")}</p>
        </div>
        <nav aria-label={t("footNav")}>
          <Links items={links.map(({ path, label }) => ({ href: localPath(locale, path), label }))} />
        </nav>
      </div>
    </footer>
  );
}
