import { figures as french } from "./fr/figures";
import type { Locale } from "./locales";
import { formatNumber, translator } from "./translator";

type Measure = keyof typeof french.measures;
const isMeasure = (code: string): code is Measure => code in french.measures;

/** How a published measure is called; a measure of a later source that has no name yet keeps its code. */
export function measureLabel(locale: Locale, measure: string): string {
  return isMeasure(measure) ? translator(locale, "figures")(`measures.${measure}`) : measure;
}

/** A published value with its unit, as the language writes it; persons and organisations are counted without one. */
export function formatStatistic(locale: Locale, value: number, unit: string): string {
  if (unit === "percent") return formatNumber(locale, value / 100, { style: "percent", maximumFractionDigits: 2 });
  if (unit === "euros" || unit === "xof")
    return formatNumber(locale, value, { style: "currency", currency: unit === "xof" ? "XOF" : "EUR", maximumFractionDigits: 0 });
  return formatNumber(locale, value);
}
