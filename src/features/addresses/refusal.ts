import "server-only";
import type { NextRequest } from "next/server";
import { NextResponse } from "next/server";
import { PATH_HEADER, splitPath } from "@/components/current-path";
import { localPath } from "@/i18n/locales";
import { logger } from "@/lib/logger";
import { pageExists } from "./existing-page";
import { refusesParameters } from "./refused-parameters";

/** Pages that take the filters of the public contract: a bad value there is answered with 400. */
const FILTERED_PAGES = /^\/(organisations|carte|zones\/[^/]+)$/;

/** The page that helps when there is none. It has no address of its own: asked for, it is missing too. */
const NOT_FOUND_PAGE = "/introuvable";

/** Marks the request by which a refusal fetches its page; nobody outside knows the value. */
const MARK_HEADER = "x-directory-refusal";
const mark = crypto.randomUUID();

export function isRefusalRequest(request: NextRequest): boolean {
  return request.headers.get(MARK_HEADER) === mark;
}

/**
 * The answer to an address that must be refused: 404 when no page answers to it, 400 when a page
 * does but not with these parameters; null when the request may go on.
 *
 * A Next page cannot choose its status, and its own way of saying "not found" gives an empty page
 * to a reader without scripts. So the page that explains is fetched from this very server, as an
 * ordinary page, and sent with the status that fits.
 */
export async function refusalOf(request: NextRequest): Promise<NextResponse | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const { pathname, search, searchParams } = request.nextUrl;
  const { locale, path } = splitPath(pathname);
  try {
    if (!(await pageExists(path))) return await pageWithStatus(request, localPath(locale, NOT_FOUND_PAGE), 404);
    if (search && FILTERED_PAGES.test(path) && (await refusesParameters(searchParams))) {
      return await pageWithStatus(request, `${pathname}${search}`, 400);
    }
  } catch (error) {
    // The page itself will meet the same trouble and say so in its own way.
    logger.warn({ err: error }, "An address could not be checked");
  }
  return null;
}

async function pageWithStatus(request: NextRequest, target: string, status: number): Promise<NextResponse> {
  const { hostname, port, pathname } = request.nextUrl;
  const headers = new Headers({ [MARK_HEADER]: mark, [PATH_HEADER]: pathname });
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host");
  if (host) headers.set("x-forwarded-host", host);
  const cookie = request.headers.get("cookie");
  if (cookie) headers.set("cookie", cookie);
  // Always in clear: behind a server that speaks TLS the address says https, but this one does not.
  const page = await fetch(`http://${hostname}${port ? `:${port}` : ""}${target}`, { headers, redirect: "manual", cache: "no-store" });
  return new NextResponse(page.body, {
    status: page.ok ? status : page.status,
    headers: {
      "content-type": page.headers.get("content-type") ?? "text/html; charset=utf-8",
      "content-security-policy": page.headers.get("content-security-policy") ?? "default-src 'none'",
      "cache-control": "no-store",
    },
  });
}
