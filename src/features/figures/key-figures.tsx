import { StatisticGroup } from "@/components/statistic-group";
import type { PublishedStatistic } from "@/domain/published/figure";
import { KEY_FIGURE_GROUPS, ofGroup } from "@/domain/measures";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The numbers of the running text, each group with who says it and the lines. */
export function KeyFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "figures");
  return KEY_FIGURE_GROUPS.map((group) => (
    <StatisticGroup key={group} locale={locale} title={t(`groups.${group}`)} statistics={ofGroup(group, statistics)}>
      {t(`notes.${group}`)}
    </StatisticGroup>
  ));
}
