import { SourceLine } from "@/components/source-line";
import type { ZoneColumn } from "@/components/territory-map/zone-table";
import type { Classes } from "@/components/territory-map/classes";
import type { CountedZone } from "@/components/territory-map/counts";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { formatRate, populationText, rateOf, type Populations } from "./population";

type LegendProps = { locale: Locale; classes: Classes; /** Whether a zone filter leaves some uncounted. */ filtered: boolean };

/** What the shades mean where they say organisations for 100,000 inhabitants. */
export function RateLegend({ locale, classes, filtered }: LegendProps) {
  const t = translator(locale, "map");
  const range = (lowest: number, index: number) => {
    const next = classes[index + 1];
    // The lowest class holds all that is not zero.
    if (index === 0 && next !== undefined) return t("rate.less", { next: formatRate(locale, next) });
    return next === undefined
      ? t("rate.more", { lowest: formatRate(locale, lowest) })
      : t("rate.range", { lowest: formatRate(locale, lowest), next: formatRate(locale, next) });
  };
  return (
    <>
      <p className="mt-2">{t("rate.legend")}</p>
      <ul className="map-legend" aria-label={t("rate.legend")}>
        <li>
          <span className="map-swatch tone-0" /> {t("legendNone")}
        </li>
        {classes.map((lowest, index) => (
          <li key={lowest}>
            <span className={`map-swatch tone-${index + 1}`} /> {range(lowest, index)}
          </li>
        ))}
        <li>
          <span className="map-swatch tone-outside" /> {t(filtered ? "rate.unknownOrOutside" : "rate.unknown")}
        </li>
      </ul>
    </>
  );
}

/** The column of the rates, each with the population that it rests on. */
export const rateColumn = (locale: Locale, populations: Populations): ZoneColumn => ({
  head: translator(locale, "map")("rate.head"),
  num: true,
  cell: (zone) => <Rate locale={locale} zone={zone} populations={populations} />,
});

function Rate({ locale, zone, populations }: { locale: Locale; zone: CountedZone; populations: Populations }) {
  const rate = rateOf(zone, populations);
  const population = populations.get(zone.code);
  if (rate === null || !population) return <span className="aside">{translator(locale, "map")("rate.unknown")}</span>;
  return (
    <>
      {formatRate(locale, rate)}
      <span className="aside zone-behind">
        <a href={localPath(locale, `/sources/${population.source.slug}`)}>{populationText(locale, population)}</a>
      </span>
    </>
  );
}

/** Who says how many live in the regions shown. */
export function RateSources({ locale, zones, populations }: { locale: Locale; zones: readonly CountedZone[]; populations: Populations }) {
  const used = zones.flatMap((zone) => populations.get(zone.code) ?? []);
  const sources = new Map(used.map(({ source }) => [source.slug, source]));
  return [...sources.values()].map((source) => {
    const own = used.filter((one) => one.source.slug === source.slug);
    const places = [...new Set(own.map(({ place }) => place))];
    return (
      <SourceLine
        key={source.slug}
        locale={locale}
        source={source}
        places={places.map((place) => ({ place, lines: own.filter((one) => one.place === place).flatMap(({ line }) => line ?? []) }))}
      />
    );
  });
}
