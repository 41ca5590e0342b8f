import type { ReactNode } from "react";
import type { PublishedStatistic } from "@/domain/published/figure";
import type { Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { SourceLine } from "./source-line";

type Props = {
  locale: Locale;
  title: string;
  /** Read together, of one document and place; at least one. */
  statistics: readonly PublishedStatistic[];
  /** What must be known about them. */
  children?: ReactNode;
};

/** Published figures under one title, with who says them and the lines. */
export function StatisticGroup({ locale, title, statistics, children }: Props) {
  const [first] = statistics;
  if (!first) return null;
  return (
    <div className="figure-group">
      <h3>{title}</h3>
      <dl className="numbers">
        {statistics.map(({ measure, value, unit }) => (
          <div key={measure}>
            <dt>{measureLabel(locale, measure)}</dt>
            <dd>{formatStatistic(locale, value, unit)}</dd>
          </div>
        ))}
      </dl>
      <SourceLine locale={locale} source={first.source} places={[{ place: first.place, lines: statistics.map(({ line }) => line) }]}>
        {children}
      </SourceLine>
    </div>
  );
}
