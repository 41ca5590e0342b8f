import { DEFAULT_LOCALE, isLocale, type Locale } from "./locales";

/** The language of an answer to a program, from its Accept-Language header: the first one named, if it is one of ours, else French. */
export function localeOf(header: string | null | undefined): Locale {
  const first = header?.split(",")[0]?.trim().slice(0, 2).toLowerCase() ?? "";
  return isLocale(first) ? first : DEFAULT_LOCALE;
}
