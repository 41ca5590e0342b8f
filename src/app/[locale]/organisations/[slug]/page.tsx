import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProfilePage, profileHead } from "@/features/profile/profile-page";
import { isLocale } from "@/i18n/locales";

type Props = { params: Promise<{ locale: string; slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  return (isLocale(locale) ? await profileHead(locale, slug) : null) ?? {};
}

export default async function OrganisationPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  return <ProfilePage locale={locale} slug={slug} />;
}
