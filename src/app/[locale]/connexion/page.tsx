import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SignInPage } from "@/features/sign-in/sign-in-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "auth");
  return { title: t("title"), description: t("description"), robots: { index: false } };
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <SignInPage locale={locale} search={await searchParams} />;
}
