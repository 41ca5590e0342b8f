import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { communityHead, communityPage } from "@/features/communities/profile-page";
import { isLocale } from "@/i18n/locales";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return (isLocale(locale) && (await communityHead(slug, locale))) || {};
}

export default async function Community({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const page = await communityPage(slug, locale);
  if (!page) notFound();
  return page;
}
