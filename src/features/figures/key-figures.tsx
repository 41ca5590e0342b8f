import { SourceLine } from "@/components/source-line";
import type { PublishedStatistic } from "@/data/statistic/published";
import type { Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { translator } from "@/i18n/translator";

/** What is shown together, the whole before its parts. */
const GROUPS = {
  abroad: ["malians_abroad", "malians_in_france", "malians_in_france_share_percent", "malians_in_europe", "malians_in_cote_d_ivoire"],
  associationsAbroad: ["associations_abroad", "associations_abroad_in_france", "associations_abroad_elsewhere"],
  declared: [
    "associations_declared_in_france",
    "associations_declared_in_france_village",
    "associations_declared_in_france_commune",
    "associations_declared_in_france_cercle_or_region",
  ],
  mali: ["local_organisations_2017", "ngos_2017"],
  displaced: ["displaced_persons_2022", "malian_refugees_in_neighbouring_countries", "refugees_in_mali"],
} as const;

/** The numbers of the running text, each group with who says it and the lines. */
export function KeyFigures({ locale, statistics }: { locale: Locale; statistics: readonly PublishedStatistic[] }) {
  const t = translator(locale, "figures");
  return (Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
    const said = GROUPS[group].flatMap((measure) => statistics.find((statistic) => statistic.measure === measure) ?? []);
    if (said.length === 0) return null;
    return (
      <div key={group} className="figure-group">
        <h3>{t(`groups.${group}`)}</h3>
        <dl className="figure-numbers">
          {said.map(({ measure, value, unit }) => (
            <div key={measure}>
              <dt>{measureLabel(locale, measure)}</dt>
              <dd>{formatStatistic(locale, value, unit)}</dd>
            </div>
          ))}
        </dl>
        <SourceLine locale={locale} source={said[0]!.source} place={said[0]!.place} lines={said.map(({ line }) => line)}>
          {t(`notes.${group}`)}
        </SourceLine>
      </div>
    );
  });
}
