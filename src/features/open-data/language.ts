import type { ParameterProblem } from "@/domain/filters";
import { isLocale, LOCALES, type Locale } from "@/i18n/locales";

/** The parameter by which a page asks for a file in its own language, whatever that of the browser. */
export const LANGUAGE = "language";

/** @param spoken the language that the client prefers */
export function languageAsked(
  parameters: Readonly<Record<string, readonly string[]>>,
  spoken: Locale,
): { ok: true; locale: Locale } | { ok: false; problems: ParameterProblem[] } {
  const value = parameters[LANGUAGE]?.findLast((one) => one.trim() !== "");
  if (value === undefined) return { ok: true, locale: spoken };
  if (isLocale(value)) return { ok: true, locale: value };
  return { ok: false, problems: [{ parameter: LANGUAGE, value: value.slice(0, 60), reason: "unknown_value", accepted: [...LOCALES] }] };
}
