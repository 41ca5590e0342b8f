import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The foot of every page: what stands behind it, how to report a mistake, and the staff's door. */
export function SiteFooter({ locale }: { locale: Locale }) {
  const t = translator(locale, "site");
  return (
    <footer className="site-foot">
      <div className="bogolan bogolan-ochre" aria-hidden="true" />
      <div className="frame site-foot-columns">
        <div className="prose">
          <p>{t("footer.about")}</p>
          <p>{t("footer.code")}</p>
        </div>
        <nav aria-label={t("footNav")}>
          <ul>
            <li>
              <a href={localPath(locale, "/sources")}>{t("nav.sources")}</a>
            </li>
            <li>
              <a href={localPath(locale, "/donnees")}>{t("nav.data")}</a>
            </li>
            <li>
              <a href={localPath(locale, "/donnees#erreur")}>{t("footer.report")}</a>
            </li>
            <li>
              <a href={localPath(locale, "/connexion")}>{t("nav.signIn")}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
