import "server-only";
import { findCommunity } from "@/data/community/communities";
import { publicOrganisationExists } from "@/data/organisation/exists";
import { findSource } from "@/data/source/sources";
import { findZone } from "@/data/zone/find";

/** The public pages that stand alone, by their French path. A test holds this list to the routes. */
const PAGES = ["/", "/organisations", "/carte", "/reseaux", "/communautes", "/chiffres", "/sources", "/donnees", "/recherche/aide"];

/** Places whose pages answer for themselves: what exists there depends on who asks. */
const STAFF_PLACES = ["/connexion", "/admin"];

/** The pages of records: what the database has under a key. */
const RECORDS: Record<string, (key: string) => Promise<unknown>> = {
  organisations: async (slug) => (await publicOrganisationExists(slug)) || null,
  zones: (key) => findZone(key),
  communautes: (slug) => findCommunity(slug),
  sources: (slug) => findSource(slug),
};

/**
 * Whether a public page answers to an address.
 * @param path in its French form, without a search
 */
export async function pageExists(path: string): Promise<boolean> {
  if (PAGES.includes(path)) return true;
  if (STAFF_PLACES.some((place) => path === place || path.startsWith(`${place}/`))) return true;
  const [, place = "", key = "", ...more] = path.split("/");
  const record = Object.hasOwn(RECORDS, place) ? RECORDS[place] : undefined;
  if (!record || key === "" || more.length > 0) return false;
  const decoded = decodeKey(key);
  return decoded !== null && (await record(decoded)) !== null;
}

/** A part of an address as it was meant; null when it is not well written ("%E0%A4%A"). */
function decodeKey(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
