import { SourceLine } from "@/components/source-line";
import type { PublishedStatistic } from "@/data/statistic/published";
import { localPath, type Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { translator } from "@/i18n/translator";

/** The published figures about one zone, by the table that gives them. */
export function ZoneFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "zones");
  const places = [...new Set(statistics.map(({ place }) => place))];
  return (
    <section className="margin-section">
      <h2>{t("figures")}</h2>
      <div>
        <p>
          {t("figuresText")} <a href={localPath(locale, "/chiffres")}>{t("figuresLink")}</a>.
        </p>
        {places.map((place) => {
          const said = statistics.filter((statistic) => statistic.place === place);
          return (
            <div key={place ?? ""}>
              <dl className="zone-figures">
                {said.map(({ measure, value, unit }) => (
                  <div key={measure}>
                    <dt>{measureLabel(locale, measure)}</dt>
                    <dd>{formatStatistic(locale, value, unit)}</dd>
                  </div>
                ))}
              </dl>
              <SourceLine locale={locale} source={said[0]!.source} place={place} lines={said.map(({ line }) => line)} />
            </div>
          );
        })}
      </div>
    </section>
  );
}
