import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { type Locale, pathsIn } from "@/i18n/locales";

/** Who asks for a page of the entries, and the frame that it stands in. @param path of the page, to come back to after signing in */
export async function staffPage(locale: Locale, path: string, signOut: ReactNode) {
  const actor = await requireActor(pathsIn(locale), path);
  return { actor, frame: { locale, actor, tab: "/admin", below: [], signOut } as const };
}
