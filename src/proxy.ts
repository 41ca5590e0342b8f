import { NextResponse, type NextRequest } from "next/server";
import { PATH_HEADER, SEARCH_HEADER, splitPath } from "@/components/current-path";
import { refusesParameters } from "@/features/directory/refused";
import { isDevelopment } from "@/env";
import { DEFAULT_LOCALE, LOCALES } from "@/i18n/locales";

/** Pages that take the filters of the public contract: a bad value there is answered with 400. */
const FILTERED_PAGES = ["/organisations", "/carte"];

/** Marks the request by which the proxy fetches a refusal; nobody outside knows the value. */
const REFUSAL_HEADER = "x-directory-refusal";
const refusalMark = crypto.randomUUID();

/**
 * Gives each page its language, its own address and its content security policy. French has no
 * prefix on screen and one inside; this is a courtesy of addresses only: permission is checked by
 * whoever writes.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const [, first = ""] = pathname.split("/");

  if (first === DEFAULT_LOCALE) {
    const url = request.nextUrl.clone();
    url.pathname = pathname.slice(DEFAULT_LOCALE.length + 1) || "/";
    return NextResponse.redirect(url, 308);
  }
  if (search && FILTERED_PAGES.includes(splitPath(pathname).path) && request.headers.get(REFUSAL_HEADER) !== refusalMark) {
    if (await refusesParameters(request.nextUrl.searchParams)) {
      const refusal = await fetchRefusal(request);
      if (refusal) return refusal;
    }
  }

  const nonce = crypto.randomUUID().replaceAll("-", "");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, pathname);
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

/**
 * A Next page cannot choose its status, and a rewrite keeps 200; so the page that explains what is
 * wrong is fetched from this very server and answered with 400. Rare by nature. Null when the
 * server does not answer itself: the page then goes out as an ordinary one.
 */
async function fetchRefusal(request: NextRequest): Promise<NextResponse | null> {
  const self = request.nextUrl.clone();
  // Behind a server that speaks TLS the address says https, but this one listens in clear.
  self.protocol = "http";
  const headers = new Headers({ [REFUSAL_HEADER]: refusalMark });
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (host) headers.set("x-forwarded-host", host);
  const cookie = request.headers.get("cookie");
  if (cookie) headers.set("cookie", cookie);
  try {
    const page = await fetch(self, { headers, redirect: "manual", cache: "no-store" });
    const policy = page.headers.get("content-security-policy") ?? "";
    return new NextResponse(page.body, {
      status: 400,
      headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", "content-security-policy": policy },
    });
  } catch {
    return null;
  }
}

export const config = {
  // Everything but the API, Next's own files and files with an extension.
  matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)"],
};
