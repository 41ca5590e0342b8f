import { SourceLine } from "@/components/source-line";
import type { PublishedStatistic } from "@/domain/published/figure";
import { localPath, type Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  statistics: readonly PublishedStatistic[];
  measures: readonly string[];
  caption: string;
  /** What is known to be wrong in the printed table. */
  fault: string;
  /** Add a row with the sum of each column: for tables that print no total. */
  withSum?: boolean;
};

/** A published table with one row a region; a bar repeats each percentage for the eye. */
export function RegionTable({ locale, statistics, measures, caption, fault, withSum = false }: Props) {
  const t = translator(locale, "figures");
  const cells = statistics.filter(({ measure }) => measures.includes(measure));
  const zones = [...new Map(cells.map(({ zone }) => [zone.code, zone])).values()];
  const valueOf = (code: string, measure: string) => cells.find((cell) => cell.zone.code === code && cell.measure === measure);
  if (cells.length === 0) return null;
  return (
    <>
      <table className="table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("region")}</th>
            {measures.map((measure) => (
              <th scope="col" className="num" key={measure}>
                {measureLabel(locale, measure)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {zones.map((zone) => (
            <tr key={zone.code}>
              <th scope="row">
                <a href={localPath(locale, `/zones/${zone.slug}`)}>{zone.name}</a>
              </th>
              {measures.map((measure) => {
                const cell = valueOf(zone.code, measure);
                return (
                  <td className="num" key={measure} data-label={measureLabel(locale, measure)}>
                    {cell ? formatStatistic(locale, cell.value, cell.unit) : null}
                    {cell?.unit === "percent" ? <span className="figure-bar" aria-hidden="true" style={{ inlineSize: `${cell.value}%` }} /> : null}
                  </td>
                );
              })}
            </tr>
          ))}
          {withSum ? (
            <tr className="figure-sum">
              <th scope="row">{t("sum")}</th>
              {measures.map((measure) => (
                <td className="num" key={measure} data-label={measureLabel(locale, measure)}>
                  {formatStatistic(locale, sumOf(cells.filter((cell) => cell.measure === measure)), "percent")}
                </td>
              ))}
            </tr>
          ) : null}
        </tbody>
      </table>
      <SourceLine locale={locale} source={cells[0]!.source} places={[{ place: cells[0]!.place, lines: cells.map(({ line }) => line) }]}>
        {fault}
      </SourceLine>
    </>
  );
}

/** Sum of printed decimals, without the dust of binary fractions. */
function sumOf(cells: readonly { value: number }[]): number {
  return Math.round(cells.reduce((sum, { value }) => sum + value, 0) * 1000) / 1000;
}
