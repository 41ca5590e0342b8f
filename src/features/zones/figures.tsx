import { MarginSection } from "@/components/margin-section";
import { SourceLine } from "@/components/source-line";
import type { PublishedStatistic } from "@/domain/published/figure";
import { KEY_FIGURE_GROUPS, MEASURE_GROUP_CODES, ofGroup, ofNoGroup, type MeasureGroup } from "@/domain/measures";
import { localPath, type Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { translator } from "@/i18n/translator";

type KeyGroup = (typeof KEY_FIGURE_GROUPS)[number];
const isKeyGroup = (group: MeasureGroup): group is KeyGroup => (KEY_FIGURE_GROUPS as readonly MeasureGroup[]).includes(group);

/** The published figures about one zone, those read together under one title. */
export function ZoneFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "zones");
  const figures = translator(locale, "figures");
  const titleOf = (group: MeasureGroup) => (isKeyGroup(group) ? figures(`groups.${group}`) : figures(`${group as "internal" | "origins"}.title`));
  const groups = [
    ...MEASURE_GROUP_CODES.map((group) => ({ key: group as string, title: titleOf(group), said: ofGroup(group, statistics) })),
    { key: "other", title: t("otherFigures"), said: ofNoGroup(statistics) },
  ].filter(({ said }) => said.length > 0);
  return (
    <MarginSection title={t("figures")}>
      <p>
        {t("figuresText")} <a href={localPath(locale, "/chiffres")}>{t("figuresLink")}</a>.
      </p>
      {groups.map(({ key, title, said }) => (
        <div key={key} className="mt-6">
          <h3>{title}</h3>
          <dl className="numbers">
            {said.map(({ measure, value, unit }) => (
              <div key={measure}>
                <dt>{measureLabel(locale, measure)}</dt>
                <dd>{formatStatistic(locale, value, unit)}</dd>
              </div>
            ))}
          </dl>
          <SourceLine locale={locale} source={said[0]!.source} places={[{ place: said[0]!.place, lines: said.map(({ line }) => line) }]} />
        </div>
      ))}
    </MarginSection>
  );
}
