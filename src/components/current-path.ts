import { DEFAULT_LOCALE, LOCALES, localPath, type Locale } from "@/i18n/locales";

/** Names of the request headers by which the proxy tells pages their own address. */
export const PATH_HEADER = "x-directory-path";
export const SEARCH_HEADER = "x-directory-search";

/** The language of a path as readers see it, and the path in its French form. */
export function splitPath(path: string): { locale: Locale; path: string } {
  const prefix = LOCALES.find((locale) => locale !== DEFAULT_LOCALE && (path === `/${locale}` || path.startsWith(`/${locale}/`)));
  return prefix ? { locale: prefix, path: path.slice(prefix.length + 1) || "/" } : { locale: DEFAULT_LOCALE, path };
}

/** The same page in another language, with its parameters. */
export function samePageIn(locale: Locale, path: string, search: string): string {
  return localPath(locale, `${splitPath(path).path}${search}`);
}
