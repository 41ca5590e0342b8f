import type { ReactNode } from "react";
import type { PublishedStatistic } from "@/domain/published/figure";
import type { Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { formatDate, formatPartialDate, translator } from "@/i18n/translator";
import { SourceLine } from "./source-line";

type Props = {
  locale: Locale;
  title: string;
  /** Read together; at least one. */
  statistics: readonly PublishedStatistic[];
  /** What must be known about them. */
  children?: ReactNode;
};

/** Published figures under one title, with who says them and the lines. Two sources that give one measure stand side by side. */
export function StatisticGroup({ locale, title, statistics, children }: Props) {
  const sources = [...new Map(statistics.map(({ source, place }) => [`${source.slug} ${place}`, { source, place }])).values()];
  const measures = [...new Set(statistics.map(({ measure }) => measure))];
  const several = new Set(statistics.map(({ source }) => source.slug)).size > 1;
  if (statistics.length === 0) return null;
  return (
    <div className="figure-group">
      <h3>{title}</h3>
      <dl className="numbers">
        {measures.map((measure) => (
          <div key={measure}>
            <dt>{measureLabel(locale, measure)}</dt>
            {statistics
              .filter((one) => one.measure === measure)
              .map((statistic, index) => (
                <dd key={index}>
                  <StatisticValue locale={locale} statistic={statistic} withSource={several} />
                </dd>
              ))}
          </div>
        ))}
      </dl>
      {sources.map(({ source, place }, index) => (
        <SourceLine
          key={index}
          locale={locale}
          source={source}
          places={[{ place, lines: statistics.filter((one) => one.source.slug === source.slug && one.place === place).flatMap(({ line }) => line ?? []) }]}
        >
          {index === 0 ? children : null}
        </SourceLine>
      ))}
    </div>
  );
}

/** A value with the reserves of its source and its time; of what year the source is, where another gives the same measure. */
function StatisticValue({ locale, statistic, withSource }: { locale: Locale; statistic: PublishedStatistic; withSource: boolean }) {
  const { value, unit, about, moreThan, since, source, limitsSince } = statistic;
  const t = translator(locale, "entities");
  const year = since ?? (withSource ? source.publishedOn : null);
  return (
    <>
      {about || moreThan ? <span className="aside">{t(about ? "about" : "moreThan")} </span> : null}
      {formatStatistic(locale, value, unit)}
      {year ? <span className="aside numbers-time">{since ? formatPartialDate(locale, since) : t("sourceOf", { year: year.slice(0, 4) })}</span> : null}
      {limitsSince ? <span className="aside numbers-time">{t("beforeLimits", { from: formatDate(locale, limitsSince) })}</span> : null}
    </>
  );
}
