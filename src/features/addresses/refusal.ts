import "server-only";
import type { NextRequest } from "next/server";
import { splitPath } from "@/components/current-path";
import { PAGES } from "@/components/pages";
import { resolveGroups } from "@/data/search/resolve-groups";
import { presentIndex } from "@/data/search/present";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { logger } from "@/lib/logger";

/**
 * Whether the map must be refused for its parameters. It alone is a public page of React's, and those
 * cannot choose their status: it explains, and the server before Next answers 400.
 */
export async function mapRefuses({ method, nextUrl }: NextRequest): Promise<boolean> {
  if ((method !== "GET" && method !== "HEAD") || !nextUrl.search || splitPath(nextUrl.pathname).path !== PAGES.map.path) return false;
  const parsed = parseDirectoryQuery(parametersOf(nextUrl.searchParams));
  if (!parsed.ok) return true;
  try {
    return !(await resolveGroups(await presentIndex(), parsed.query)).ok;
  } catch (error) {
    // The page itself will meet the same trouble and say so in its own way.
    logger.warn({ err: error }, "An address could not be checked");
    return false;
  }
}
