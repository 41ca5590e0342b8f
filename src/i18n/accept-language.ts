import { DEFAULT_LOCALE, isLocale, type Locale } from "./locales";

/** The weight of an element of the header, `;q=0.3`: 1 without one, 0 (not at all) for one that is no number. */
const weightOf = (parameters: readonly string[]): number => {
  const weight = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2);
  return weight === undefined ? 1 : Math.min(Number(weight) || 0, 1);
};

/**
 * The language of an answer to a program, from its Accept-Language header (RFC 9110, 12.5.4): of ours, the one that weighs most,
 * of two that weigh the same the one named first; French when it names none.
 */
export function localeOf(header: string | null | undefined): Locale {
  let best: { locale: Locale; weight: number } | null = null;
  for (const part of (header ?? "").split(",")) {
    const [range = "", ...parameters] = part.split(";").map((text) => text.trim());
    const locale = range.split("-")[0]!.toLowerCase();
    const weight = weightOf(parameters);
    if (isLocale(locale) && weight > (best?.weight ?? 0)) best = { locale, weight };
  }
  return best?.locale ?? DEFAULT_LOCALE;
}
