import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { canManageUsers } from "@/auth/permissions";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** Who asks for a page of the entries, and the frame that it stands in. @param path of the page, to come back to after signing in */
export async function staffPage(locale: Locale, path: string, signOut: ReactNode) {
  const actor = await requireActor((target) => localPath(locale, target), path);
  const trail = [{ href: "/admin", label: translator(locale, "admin")("title") }];
  return { actor, frame: { locale, actor, accounts: canManageUsers(actor), tab: "/admin", trail, signOut } as const };
}
