import "server-only";
import { database } from "@/data/client";
import { resolveGroups } from "@/data/organisation/resolve-groups";
import { parametersOf, parseDirectoryQuery, RECORD_FILTERS } from "@/domain/filters";

/**
 * Whether a page that lists organisations must refuse its parameters. The database is asked only
 * when a parameter names a record (a zone, a network…), so that ordinary views cost nothing more.
 */
export async function refusesParameters(search: URLSearchParams): Promise<boolean> {
  const parsed = parseDirectoryQuery(parametersOf(search));
  if (!parsed.ok) return true;
  if (!RECORD_FILTERS.some((filter) => parsed.query.groups[filter])) return false;
  const resolved = await resolveGroups(database(), parsed.query);
  return !resolved.ok;
}
