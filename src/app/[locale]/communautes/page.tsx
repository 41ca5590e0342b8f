import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CommunitiesPage } from "@/features/communities/list-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "communities");
  return { title: t("title"), description: t("description") };
}

export default async function Communities({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <CommunitiesPage locale={locale} />;
}
