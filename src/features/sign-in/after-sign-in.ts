import { localPath, type Locale } from "@/i18n/locales";

/**
 * Where a person goes after signing in: back to the staff page they asked for, and to no other
 * place, so that a link cannot use our sign-in to lead elsewhere.
 */
export function afterSignIn(locale: Locale, back: string | null): string {
  const staffPage = /^\/(?:en\/)?admin(?:[/?][\w\-/?=&%.]*)?$/;
  return back !== null && back.length <= 300 && staffPage.test(back) ? back : localPath(locale, "/admin");
}
