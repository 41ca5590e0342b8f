/** French is the language of the directory and has no prefix; English stands under /en. */
export const LOCALES = ["fr", "en"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = "fr";

export function isLocale(value: string): value is Locale {
  return (LOCALES as readonly string[]).includes(value);
}

/** The language that a request names; French when it names none of ours. */
export const localeGiven = (value: unknown): Locale => LOCALES.find((locale) => locale === value) ?? DEFAULT_LOCALE;

/**
 * The path of a page in a language.
 * @param path from the root, French form: "/", "/organisations?theme=…"
 */
export function localPath(locale: Locale, path: string): string {
  if (locale === DEFAULT_LOCALE) return path;
  if (path === "/") return `/${locale}`;
  return path.startsWith("/?") ? `/${locale}${path.slice(1)}` : `/${locale}${path}`;
}

/** What gives a path its language. */
export const pathsIn =
  (locale: Locale) =>
  (path: string): string =>
    localPath(locale, path);

/** The language of a path as readers see it, and the path in its French form. */
export function splitPath(path: string): { locale: Locale; path: string } {
  const prefix = LOCALES.find((locale) => locale !== DEFAULT_LOCALE && (path === `/${locale}` || path.startsWith(`/${locale}/`)));
  return prefix ? { locale: prefix, path: path.slice(prefix.length + 1) || "/" } : { locale: DEFAULT_LOCALE, path };
}

/** The same page in another language, with its parameters. */
export function samePageIn(locale: Locale, path: string, search: string): string {
  return localPath(locale, `${splitPath(path).path}${search}`);
}
