import "server-only";
import { requireAllowed } from "@/auth/allowed";
import { requireActor } from "@/auth/actor";
import { canEditOrganisation } from "@/auth/permissions";
import { entryPlace } from "@/data/editing/entry-place";
import type { Actor } from "@/domain/actor";
import { type Locale, pathsIn } from "@/i18n/locales";

export const consentsPath = (slug: string): string => `/admin/organisations/${encodeURIComponent(slug)}/accords`;

/** Who notes consents of an entry: whoever may edit it. Anyone else is sent back. */
export const editorOf = async (locale: Locale, slug: string): Promise<Actor> => {
  const toPath = pathsIn(locale);
  const back = consentsPath(slug);
  const entry = await entryPlace(await requireActor(toPath, back), slug);
  return requireAllowed({ toPath, back, may: (actor) => entry !== null && canEditOrganisation(actor, entry), wanted: "consent" });
};
