import { SourceLine } from "@/components/source-line";
import { Table } from "@/components/table";
import type { PublishedStatistic } from "@/domain/published/figure";
import { localPath, type Locale } from "@/i18n/locales";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { formatDate, translator } from "@/i18n/translator";

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

type Zone = PublishedStatistic["zone"];

/** More columns of bars than these are cards on a tablet. */
const WIDE = 5;

/** One scale for all columns and rows, in rem a percentage: a whole is as wide as the narrowest column. */
const SCALE = 0.06;

/** A published table with one row a region; a bar repeats each percentage for the eye. */
export function RegionTable({ locale, statistics, measures, caption, fault, withSum = false }: Props) {
  const t = translator(locale, "figures");
  const cells = statistics.filter(({ measure }) => measures.includes(measure));
  const zones = [...new Map(cells.map(({ zone }) => [zone.code, zone])).values()];
  const isShare = (measure: string) => cells.some((cell) => cell.measure === measure && cell.unit === "percent");
  const since = cells
    .flatMap(({ limitsSince }) => limitsSince ?? [])
    .sort()
    .at(-1);
  if (cells.length === 0) return null;
  return (
    <>
      <Table
        caption={caption}
        wide={measures.length > WIDE}
        rows={withSum ? [...zones, null] : zones}
        keyOf={(zone) => zone?.code ?? "sum"}
        rowClass={(zone) => (zone ? undefined : "figure-sum")}
        columns={[
          { head: t("region"), cell: (zone) => (zone ? <a href={localPath(locale, `/zones/${zone.slug}`)}>{zone.name}</a> : t("sum")) },
          ...measures.map((measure) => ({
            head: measureLabel(locale, measure),
            ...(isShare(measure) ? { className: "figure-share" } : { num: true }),
            cell: (zone: Zone | null) => {
              const column = cells.filter((cell) => cell.measure === measure);
              if (!zone) {
                const first = zones.flatMap(({ code }) => column.find((cell) => cell.zone.code === code) ?? []);
                return formatStatistic(locale, sumOf(first), "percent");
              }
              const [printed, ...others] = column.filter((one) => one.zone.code === zone.code);
              if (!printed) return null;
              return (
                <>
                  {formatStatistic(locale, printed.value, printed.unit)}
                  {others.map((other, index) => (
                    <span key={index} className="aside block">
                      {formatStatistic(locale, other.value, other.unit)} ({[other.source.title, other.since].filter(Boolean).join(", ")})
                    </span>
                  ))}
                  {printed.unit === "percent" ? <span className="figure-bar" aria-hidden="true" style={{ inlineSize: `${printed.value * SCALE}rem` }} /> : null}
                </>
              );
            },
          })),
        ]}
      />
      <SourceLine
        locale={locale}
        source={cells[0]!.source}
        places={[{ place: cells[0]!.place, lines: cells.filter(({ source }) => source.slug === cells[0]!.source.slug).flatMap(({ line }) => line ?? []) }]}
      >
        {fault} {since ? t("beforeLimits", { from: formatDate(locale, since) }) : null}
      </SourceLine>
    </>
  );
}

/** Sum of printed decimals, without the dust of binary fractions. */
function sumOf(cells: readonly { value: number }[]): number {
  return Math.round(cells.reduce((sum, { value }) => sum + value, 0) * 1000) / 1000;
}
