import type { Locale } from "@/i18n/locales";
import { formatNumber } from "@/i18n/translator";
import { percent } from "./words";

/** A survey share as a cell shows it. */
export function surveyCell(locale: Locale, value: number): string {
  return percent(locale, value);
}

/** A gap to the mean as a cell shows it, with its sign. */
export function gapCell(locale: Locale, value: number): string {
  // The minus sign is as wide as the plus; Intl writes a hyphen.
  return formatNumber(locale, value, { signDisplay: "exceptZero" }).replace("-", "\u2212");
}
