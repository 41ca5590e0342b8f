import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ListPage } from "@/features/editor/list-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale, "admin")("title"), robots: { index: false } } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <ListPage locale={locale} search={await searchParams} signOut={<SignOutForm locale={locale} />} />;
}
