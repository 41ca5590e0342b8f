import { ButtonForm } from "@/components/button-form";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { signOutAction } from "./actions";

export const SignOutForm = ({ locale }: { locale: Locale }) => (
  <ButtonForm action={signOutAction.bind(null, locale)} label={translator(locale, "auth")("signOut")} />
);
