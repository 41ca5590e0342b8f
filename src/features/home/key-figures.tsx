import { MarginSection } from "@/components/margin-section";
import type { KeyList } from "@/data/organisation/key-figures";
import type { PublishedStatistic, TableCount } from "@/domain/published/figure";
import { placeInSource } from "@/components/place-in-source";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";

type Figure = { key: string; value: number; label: string; source: { slug: string; title: string }; place: string; href: string | null };

type Props = {
  locale: Locale;
  lists: Record<KeyList, TableCount | null>;
  statistics: readonly PublishedStatistic[];
  entries: number;
};

/** Where the organisations of each list are found again; the mapping has no filter of its own for the last. */
const HREFS: Record<KeyList, string | null> = { mapped: null, networks: "/reseaux", interviewed: null };

/** A few figures, each with the place that gives it. One that no source gives is left out. */
export function KeyFigures({ locale, lists, statistics, entries }: Props) {
  const t = translator(locale, "home");
  const figures: Figure[] = (Object.keys(HREFS) as KeyList[]).flatMap((key) => {
    const list = lists[key];
    return list ? [{ key, value: list.count, label: t(`figures.${key}`), source: list.source, place: placeInSource(locale, list), href: HREFS[key] }] : [];
  });
  const local = statistics.find(({ measure }) => measure === "local_organisations_2017");
  const ngos = statistics.find(({ measure }) => measure === "ngos_2017");
  if (local && ngos) {
    figures.push({
      key: "registered",
      value: local.value,
      label: t("figures.registered", { ngos: formatNumber(locale, ngos.value) }),
      source: local.source,
      place: placeInSource(locale, { table: local.place, lineStart: local.line, lineEnd: null }),
      href: "/chiffres",
    });
  }
  return (
    <MarginSection title={t("figures.title")}>
      <ul className="key-figures">
        {figures.map(({ key, value, label, source, place, href }) => (
          <li key={key}>
            <p className="key-figure">{formatNumber(locale, value)}</p>
            <p>{href ? <a href={localPath(locale, href)}>{label}</a> : label}</p>
            <p className="key-source">
              <a href={localPath(locale, `/sources/${source.slug}`)} title={source.title}>
                {place}
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p className="source-note">
        {translator(locale, "site")("source", { count: 1 })} <cite lang={locale === "fr" ? undefined : "fr"}>{figures[0]?.source.title}</cite>.{" "}
        {t("figures.entries", { count: entries })} <a href={localPath(locale, "/chiffres")}>{t("figures.all")}</a>
      </p>
    </MarginSection>
  );
}
