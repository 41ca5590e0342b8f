import "server-only";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { SiteSearch } from "@/components/site-search";
import { keyLists } from "@/data/organisation/key-figures";
import { searchOrganisations } from "@/data/search/search";
import { statisticsOfZone } from "@/data/statistic/published";
import { parseDirectoryQuery } from "@/domain/filters";
import { EXAMPLES, HOME_COUNTRY } from "@/domain/settings";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { KeyFigures } from "./key-figures";
import { WaysIn } from "./ways-in";

/** The first page: what this is, the search box, figures with their sources, and ways in. */
export async function HomePage({ locale }: { locale: Locale }) {
  const everything = parseDirectoryQuery({});
  if (!everything.ok) throw new Error("A query without parameters must be readable");
  const [lists, result, statistics] = await Promise.all([
    keyLists(),
    searchOrganisations({ ...everything.query, pageSize: 1 }),
    statisticsOfZone(HOME_COUNTRY),
  ]);
  if (!result.ok) throw new Error("A query without parameters must be accepted");
  const t = translator(locale, "home");
  return (
    <>
      <div className="frame home-head">
        <h1>{t("title")}</h1>
        <HomeSearch locale={locale} />
        <p className="lead">{t("lead")}</p>
      </div>
      <div className="frame">
        <KeyFigures locale={locale} lists={lists} statistics={statistics} entries={result.total} />
        <WaysIn locale={locale} facets={result.facets} />
        <MarginSection title={t("trust.title")} prose>
          <List items={(["cited", "contradictions", "unknown", "open"] as const).map((key) => t(`trust.${key}`))} />
          <p className="link-row">
            <a href={localPath(locale, "/sources")}>{t("trust.sources")}</a>
            <a href={localPath(locale, "/donnees")}>{t("trust.data")}</a>
            <a href={localPath(locale, "/a-propos")}>{t("trust.about")}</a>
          </p>
        </MarginSection>
      </div>
    </>
  );
}

function HomeSearch({ locale }: { locale: Locale }) {
  return (
    <SiteSearch locale={locale}>
      <p className="link-row mt-1">
        <span>{translator(locale, "home")("examples")}</span>
        {EXAMPLES.home.map((example) => (
          <a key={example} href={localPath(locale, `/organisations?q=${encodeURIComponent(example)}`)} lang={locale === "fr" ? undefined : "fr"}>
            {example}
          </a>
        ))}
      </p>
    </SiteSearch>
  );
}
