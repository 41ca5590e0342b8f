import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NothingHere } from "@/components/nothing-here";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  return { title: translator(locale, "errors")("notFound.title"), robots: { index: false }, alternates: { canonical: null, languages: {} } };
}

/** What the proxy sends, with status 404, when no page answers to an address. */
export default async function NothingHerePage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <NothingHere locale={locale} />;
}
