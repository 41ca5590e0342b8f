import type { MapArea } from "@/components/territory-map/marks";
import { classesFor, toneOf, type Classes } from "@/components/territory-map/classes";
import type { CountedZone } from "@/components/territory-map/counts";
import { zoneName } from "@/components/organisation-entry";
import { POPULATION } from "@/domain/measures";
import type { PublishedStatistic } from "@/domain/published/figure";
import type { Locale } from "@/i18n/locales";
import { formatNumber, formatPartialDate, translator } from "@/i18n/translator";

/** The latest published population of each zone that has one, by code. */
export type Populations = ReadonlyMap<string, PublishedStatistic>;

/** Of what time a figure is: its own, or that of its source. */
const timeOf = ({ since, source }: PublishedStatistic): string => since ?? source.publishedOn ?? "";

/** @param statistics in the order of the sources: of two of one time, the later stands */
export function populationsIn(statistics: readonly PublishedStatistic[]): Populations {
  const latest = new Map<string, PublishedStatistic>();
  for (const one of statistics) {
    if (one.measure !== POPULATION || one.value <= 0) continue;
    const known = latest.get(one.zone.code);
    if (!known || timeOf(one) >= timeOf(known)) latest.set(one.zone.code, one);
  }
  return latest;
}

/** Organisations for 100,000 inhabitants; null where nobody counted, or no source gives the population. */
export function rateOf({ code, count }: CountedZone, populations: Populations): number | null {
  const population = populations.get(code);
  return population && count !== null ? (count * 100_000) / population.value : null;
}

const MOST_DIGITS = 2;
export const formatRate = (locale: Locale, rate: number) => formatNumber(locale, rate, { maximumSignificantDigits: MOST_DIGITS });

/** The same on the drawing, where a disc has room for three signs. */
const markOf = (locale: Locale, rate: number) => formatNumber(locale, rate, { maximumSignificantDigits: rate < 1 ? 1 : MOST_DIGITS });

/** "1 993 615 habitants, 2009", with the reserves of the source. */
export function populationText(locale: Locale, statistic: PublishedStatistic): string {
  const t = translator(locale, "map");
  const { about, moreThan, value } = statistic;
  const time = timeOf(statistic);
  return t(time ? "rate.inhabitantsIn" : "rate.inhabitants", {
    reserve: about ? "about" : moreThan ? "more" : "none",
    count: value,
    time: time && formatPartialDate(locale, statistic.since ?? time.slice(0, 4)),
  });
}

/** Classes with the same round limits as those of numbers, in tens, tenths or hundredths as the rates ask for. */
export function rateClasses(rates: readonly (number | null)[]): Classes {
  const largest = Math.max(0, ...rates.map((rate) => rate ?? 0));
  if (largest === 0) return [1];
  const unit = 10 ** (Math.floor(Math.log10(largest)) - 1);
  return classesFor(largest / unit).map((limit) => Number((limit * unit).toPrecision(1)));
}

/** The areas of a map by their rates in place of their numbers. */
export function ratedAreas(locale: Locale, areas: readonly MapArea[], zones: readonly CountedZone[], populations: Populations, classes: Classes): MapArea[] {
  const t = translator(locale, "map");
  return areas.map((area) => {
    const zone = zones.find(({ code }) => code === area.code)!;
    const rate = rateOf(zone, populations);
    if (zone.count === null) return area;
    const name = zoneName(locale, zone);
    if (rate === null) return { ...area, mark: "", tone: "outside", title: t("rate.unknownTitle", { name }) };
    const population = populationText(locale, populations.get(zone.code)!);
    return {
      ...area,
      mark: markOf(locale, rate),
      tone: toneOf(rate, classes),
      title: t("rate.title", { name, rate: formatRate(locale, rate), population }),
    };
  });
}
