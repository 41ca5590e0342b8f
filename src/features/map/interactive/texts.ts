import { creditOf, creditOfOne, ofLevel } from "@/components/territory-map/drawing";
import type { PublishedLimits } from "@/domain/published/limits";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

const KEYS = [
  ...(["open", "close", "loading", "failed", "label", "canvas", "places", "zoomIn", "zoomOut", "home", "closeCard", "approach", "back", "profile"] as const),
  ...(["loadingList", "listFailed", "none", "copy", "copied", "selected", "address", "attribution"] as const),
] as const;

/** The sentences of the interactive map; "#" stands for a number and "@" for a place, which it writes itself. */
export type InteractiveTexts = Record<(typeof KEYS)[number] | "one" | "many" | "atMost" | "more" | "several" | "said" | "language", string>;

/** Sentences for the phone, which has no catalogue. Both languages have one form for one and one for more. */
export function interactiveTexts(locale: Locale, limits: readonly PublishedLimits[]): InteractiveTexts {
  const t = translator(locale, "map");
  const plain = Object.fromEntries(KEYS.map((key) => [key, t(`interactive.${key}`)])) as Record<(typeof KEYS)[number], string>;
  const regions = ofLevel(limits, "region");
  const many = t("interactive.organisations", { count: 2 }).replace("2", "#");
  return {
    ...plain,
    attribution: regions
      ? `${creditOf(locale, limits)} ${translator(locale, "zones")("limitsSince", { from: formatDate(locale, regions.validFrom) })}`
      : [...limits.map((one) => creditOfOne(locale, one)), plain.attribution].join(" "),
    one: t("interactive.organisations", { count: 1 }),
    many,
    atMost: t("interactive.atMost", { count: "#" }),
    more: t("interactive.more", { count: "#" }),
    several: t("interactive.several", { count: "#" }),
    said: t("interactive.said", { place: "@", count: "#" }),
    language: locale,
  };
}
