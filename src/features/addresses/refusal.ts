import "server-only";
import type { NextRequest } from "next/server";
import { splitPath } from "@/components/current-path";
import { localPath } from "@/i18n/locales";
import { logger } from "@/lib/logger";
import { pageExists } from "./existing-page";
import { refusesParameters } from "./refused-parameters";

/** Pages that take the filters of the public contract: a bad value there is answered with 400. */
const FILTERED_PAGES = /^\/(organisations|carte|zones\/[^/]+)$/;

/** The page that helps when there is none. It has no address of its own: asked for, it is missing too. */
const NOT_FOUND_PAGE = "/introuvable";

/** The page that explains a refusal, and the status that it is sent with. */
export type Refusal = { page: string; status: 400 | 404 };

/**
 * How an address must be refused: 404 when no page answers to it, 400 when a page does but not with
 * these parameters; null when the request may go on.
 *
 * A Next page cannot choose its status, and its own way of saying "not found" gives an empty page
 * to a reader without scripts. So an ordinary page explains, and the front gives it the status.
 */
export async function refusalOf(request: NextRequest): Promise<Refusal | null> {
  if (request.method !== "GET" && request.method !== "HEAD") return null;
  const { pathname, search, searchParams } = request.nextUrl;
  const { locale, path } = splitPath(pathname);
  try {
    if (!(await pageExists(path))) return { page: localPath(locale, NOT_FOUND_PAGE), status: 404 };
    if (search && FILTERED_PAGES.test(path) && (await refusesParameters(searchParams))) return { page: pathname, status: 400 };
  } catch (error) {
    // The page itself will meet the same trouble and say so in its own way.
    logger.warn({ err: error }, "An address could not be checked");
  }
  return null;
}
