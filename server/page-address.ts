// The addresses of pages: French has no prefix on screen, and one inside the application.
import { isDevelopment } from "@/env";
import { DEFAULT_LOCALE, splitPath } from "@/i18n/locales";
import { PATH_HEADER, SEARCH_HEADER } from "@/lib/http/page-headers";
import type { Application } from "./render";
import { pathOf } from "./request-class";

/** What has one address for all languages. All other addresses are pages, so that what does not exist gets our own 404 page. */
const NOT_PAGES = /^\/(?:(?:api|_next|assets)\/|(?:icon\.svg|robots\.txt|sitemap\.xml)$)/;
const DEVELOPMENT_TOOLS = /^\/__nextjs/;

/** The one way to write a path: without the prefix of French, repeated slashes or a last one. */
function properPath(path: string): string {
  const plain = path.replace(/[/\\]+/g, "/").replace(/(?<=.)\/$/, "");
  const [, first] = plain.split("/");
  return first === DEFAULT_LOCALE ? plain.slice(DEFAULT_LOCALE.length + 1) || "/" : plain;
}

/**
 * Tells the application the language and the address of each page, and leads other ways to write an address to the proper one.
 * This is about addresses only: permission is checked by whoever writes.
 */
export function withPageAddresses(application: Application): Application {
  return async (request, response) => {
    const url = request.url ?? "/";
    const path = pathOf(url);
    if (NOT_PAGES.test(path) || (isDevelopment && DEVELOPMENT_TOOLS.test(path))) return application(request, response);
    const search = url.slice(path.length);
    const proper = properPath(path);
    if (proper !== path) {
      response.writeHead(308, { location: proper + search });
      response.end();
      return;
    }
    Object.assign(request.headers, { [PATH_HEADER]: path, [SEARCH_HEADER]: search });
    const { locale } = splitPath(path);
    request.url = locale === DEFAULT_LOCALE ? `/${locale}${path === "/" ? "" : path}${search}` : url;
    return application(request, response);
  };
}
