import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Links } from "./list";
import { PageHead } from "./page-head";
import { linksFrom } from "./pages";
import { SiteSearch } from "./site-search";

/** What helps a reader whose address leads nowhere: the search box and the ways in. */
export function NothingHere({ locale }: { locale: Locale }) {
  const t = translator(locale, "errors");
  const site = translator(locale, "site");
  return (
    <div className="frame">
      <PageHead title={t("notFound.title")} lead={t("notFound.lead")} />
      <SiteSearch locale={locale} />
      <h2 className="mt-8">{t("notFound.ways")}</h2>
      <Links className="link-row" items={linksFrom("missing").map(({ path, name }) => ({ href: localPath(locale, path), label: site(`nav.${name}`) }))} />
    </div>
  );
}
