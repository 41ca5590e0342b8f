import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { signOutAction } from "./actions";

/** A form and not a link: signing out changes something, so it is a POST. */
export function SignOutForm({ locale }: { locale: Locale }) {
  return (
    <form action={signOutAction.bind(null, locale)}>
      <button className="btn btn-quiet" type="submit">
        {translator(locale, "auth")("signOut")}
      </button>
    </form>
  );
}
