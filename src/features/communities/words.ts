import type { CommunitySummary } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";

/** A gap to the mean in words: "7 points au-dessus". @param points signed; null when one of the two is not known */
export function gapInWords(locale: Locale, points: number | null): string {
  const t = translator(locale, "communities");
  if (points === null) return "–";
  if (points === 0) return t("gapNone");
  return points > 0 ? t("gapAbove", { points }) : t("gapBelow", { points: -points });
}

/** "48 %" or "48%". @param value from 0 to 100 */
export function percent(locale: Locale, value: number): string {
  return formatNumber(locale, value / 100, { style: "percent" });
}

/** A score from 0 to 1 with its two decimals. */
export function score(locale: Locale, value: number): string {
  return formatNumber(locale, value, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** The size of a community with the year of its census, or that it is a round figure. */
export function inhabitants(locale: Locale, community: Pick<CommunitySummary, "population" | "populationApproximate" | "populationYear">): string {
  const t = translator(locale, "communities");
  if (community.population === null) return t("unknown");
  const population = formatNumber(locale, community.population);
  if (community.populationApproximate) return t("inhabitantsApproximate", { population });
  return community.populationYear === null ? t("inhabitants", { population }) : t("inhabitantsCensus", { population, year: community.populationYear });
}

/** A gap to the mean with its sign, as a cell shows it. */
export function gapCell(locale: Locale, value: number): string {
  // The minus sign is as wide as the plus; Intl writes a hyphen.
  return formatNumber(locale, value, { signDisplay: "exceptZero" }).replace("-", "\u2212");
}
