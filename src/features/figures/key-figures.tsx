import { SourceLine } from "@/components/source-line";
import type { PublishedStatistic } from "@/domain/published/figure";
import { KEY_FIGURE_GROUPS, ofGroup } from "@/domain/measures";
import type { Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { translator } from "@/i18n/translator";

/** The numbers of the running text, each group with who says it and the lines. */
export function KeyFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "figures");
  return KEY_FIGURE_GROUPS.map((group) => {
    const said = ofGroup(group, statistics);
    if (said.length === 0) return null;
    return (
      <div key={group} className="figure-group">
        <h3>{t(`groups.${group}`)}</h3>
        <dl className="numbers figure-numbers">
          {said.map(({ measure, value, unit }) => (
            <div key={measure}>
              <dt>{measureLabel(locale, measure)}</dt>
              <dd>{formatStatistic(locale, value, unit)}</dd>
            </div>
          ))}
        </dl>
        <SourceLine locale={locale} source={said[0]!.source} places={[{ place: said[0]!.place, lines: said.map(({ line }) => line) }]}>
          {t(`notes.${group}`)}
        </SourceLine>
      </div>
    );
  });
}
