import { MarginSection } from "@/components/margin-section";
import { StatisticGroup } from "@/components/statistic-group";
import type { PublishedStatistic } from "@/domain/published/figure";
import { KEY_FIGURE_GROUPS, MEASURE_GROUP_CODES, ofGroup, ofNoGroup, type MeasureGroup } from "@/domain/measures";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type KeyGroup = (typeof KEY_FIGURE_GROUPS)[number];
const isKeyGroup = (group: MeasureGroup): group is KeyGroup => (KEY_FIGURE_GROUPS as readonly MeasureGroup[]).includes(group);

/** The published figures about one zone, those read together under one title. */
export function ZoneFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "zones");
  const figures = translator(locale, "figures");
  const titleOf = (group: MeasureGroup) =>
    isKeyGroup(group) ? figures(`groups.${group}`) : figures(`${group as "internal" | "origins" | "nationalities" | "inhabitants"}.title`);
  const groups = [
    ...MEASURE_GROUP_CODES.map((group) => ({ key: group as string, title: titleOf(group), said: ofGroup(group, statistics) })),
    { key: "other", title: t("otherFigures"), said: ofNoGroup(statistics) },
  ];
  return (
    <MarginSection title={t("figures")}>
      <p>
        {t("figuresText")} <a href={localPath(locale, "/chiffres")}>{t("figuresLink")}</a>.
      </p>
      {groups.map(({ key, title, said }) => (
        <StatisticGroup key={key} locale={locale} title={title} statistics={said} />
      ))}
    </MarginSection>
  );
}
