import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PasswordPage } from "@/features/sign-in/password-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale, "auth")("changeTitle"), robots: { index: false } } : {};
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <PasswordPage locale={locale} />;
}
