import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SourcesPage } from "@/features/sources/list-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "sources");
  return { title: t("title"), description: t("description") };
}

export default async function Sources({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <SourcesPage locale={locale} />;
}
