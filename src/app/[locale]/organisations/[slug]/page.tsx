import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadProfile } from "@/features/profile/load";
import { ProfilePage } from "@/features/profile/page";
import { isLocale, localPath } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";

type Props = { params: Promise<{ locale: string; slug: string }> };

/** The page and its title read the entry once a request. */
const profileOf = cache(loadProfile);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  if (!isLocale(locale)) return {};
  const loaded = await profileOf(slug);
  if (!loaded) return {};
  const { name, acronym, description } = loaded.organisation;
  const title = acronym ? `${name} (${acronym})` : name;
  return {
    title,
    description: description[locale] ?? translator(locale, "profile")("description", { name: title }),
  };
}

export default async function OrganisationPage({ params }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  const loaded = await profileOf(slug);
  if (!loaded) notFound();
  const url = `${publicOrigin(await headers())}${localPath(locale, `/organisations/${slug}`)}`;
  return <ProfilePage locale={locale} {...loaded} url={url} today={new Date()} />;
}
