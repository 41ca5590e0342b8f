import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AccountsPage } from "@/features/accounts/accounts-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale, "admin")("account.title"), robots: { index: false } } : {};
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <AccountsPage locale={locale} signOut={<SignOutForm locale={locale} />} />;
}
