import { NextResponse, type NextRequest } from "next/server";
import { PATH_HEADER, SEARCH_HEADER } from "@/components/current-path";
import { isDevelopment } from "@/env";
import { mapRefuses } from "@/features/addresses/refusal";
import { DEFAULT_LOCALE, LOCALES } from "@/i18n/locales";
import { STATUS_HEADER } from "@/lib/http/status-header";

/**
 * Gives each page its language and its own address, and the map that must be refused its status.
 * French has no prefix on screen and one inside. This is about addresses only: permission is
 * checked by whoever writes, and the content security policy is set in server/content-policy.ts.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const [, first = ""] = pathname.split("/");

  if (first === DEFAULT_LOCALE) {
    const url = request.nextUrl.clone();
    url.pathname = pathname.slice(DEFAULT_LOCALE.length + 1) || "/";
    return NextResponse.redirect(url, 308);
  }
  const headers = new Headers(request.headers);
  headers.set(PATH_HEADER, pathname);
  headers.set(SEARCH_HEADER, search);

  const url = request.nextUrl.clone();
  const isLocalised = LOCALES.some((locale) => pathname === `/${locale}` || pathname.startsWith(`/${locale}/`));
  url.pathname = isLocalised ? pathname : `/${DEFAULT_LOCALE}${pathname === "/" ? "" : pathname}`;
  const response = url.pathname === pathname ? NextResponse.next({ request: { headers } }) : NextResponse.rewrite(url, { request: { headers } });
  if (await mapRefuses(request)) response.headers.set(STATUS_HEADER, "400");
  if (isDevelopment) response.headers.set("content-security-policy", DEVELOPMENT_POLICY);
  return response;
}

/** `next dev` runs without server/, and its tools write and evaluate scripts of their own. */
const DEVELOPMENT_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

export const config = {
  // Everything but the API and the few files that stand at the root. All other addresses are pages,
  // so that what does not exist gets our own 404 page whatever it looks like.
  matcher: ["/((?!api/|_next/|assets/|geo/|(?:icon\\.svg|robots\\.txt|sitemap\\.xml)$).*)"],
};
