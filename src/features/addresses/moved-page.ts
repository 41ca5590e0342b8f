import "server-only";
import { presentSlug } from "@/data/organisation/profile";
import { localPath, splitPath } from "@/i18n/locales";

/**
 * Where the page of an organisation stands now, when it stood at this address before, or belonged to an entry that was merged into it;
 * null for any other address.
 * @param pathname as the reader asked for it
 */
export async function movedPage(pathname: string): Promise<string | null> {
  const { locale, path } = splitPath(pathname);
  const [, slug] = /^\/organisations\/([a-z0-9-]+)$/.exec(path) ?? [];
  const present = slug === undefined ? null : await presentSlug(slug);
  return present && localPath(locale, `/organisations/${present}`);
}
