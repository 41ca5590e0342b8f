import { NextResponse, type NextRequest } from "next/server";
import { PATH_HEADER, SEARCH_HEADER } from "@/components/current-path";
import { isDevelopment } from "@/env";
import { isRefusalRequest, refusalOf } from "@/features/addresses/refusal";
import { DEFAULT_LOCALE, LOCALES } from "@/i18n/locales";

/**
 * Gives each page its language, its own address and its content security policy, and answers the
 * addresses that must be refused. French has no prefix on screen and one inside. This is about
 * addresses only: permission is checked by whoever writes.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const [, first = ""] = pathname.split("/");

  if (first === DEFAULT_LOCALE) {
    const url = request.nextUrl.clone();
    url.pathname = pathname.slice(DEFAULT_LOCALE.length + 1) || "/";
    return NextResponse.redirect(url, 308);
  }
  const refusing = isRefusalRequest(request);
  const refusal = refusing ? null : await refusalOf(request);
  if (refusal) return refusal;

  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  // A page fetched for a refusal speaks of the address that was asked for.
  if (!refusing) headers.set(PATH_HEADER, pathname);
  headers.set(SEARCH_HEADER, search);

  let response: NextResponse;
  if ((LOCALES as readonly string[]).includes(first)) {
    response = NextResponse.next({ request: { headers } });
  } else {
    const url = request.nextUrl.clone();
    url.pathname = `/${DEFAULT_LOCALE}${pathname === "/" ? "" : pathname}`;
    response = NextResponse.rewrite(url, { request: { headers } });
  }
  response.headers.set("content-security-policy", policy);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Everything but the API and the few files that stand at the root. All other addresses are pages,
  // so that what does not exist gets our own 404 page whatever it looks like.
  matcher: ["/((?!api/|_next/|geo/|(?:icon\\.svg|robots\\.txt|sitemap\\.xml)$).*)"],
};
