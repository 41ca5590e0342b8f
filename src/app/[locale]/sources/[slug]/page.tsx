import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { sourceHead, sourcePage } from "@/features/sources/document-page";
import { isLocale } from "@/i18n/locales";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return (isLocale(locale) && (await sourceHead(slug, locale))) || {};
}

export default async function SourceDocument({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const page = await sourcePage(slug, locale);
  if (!page) notFound();
  return page;
}
