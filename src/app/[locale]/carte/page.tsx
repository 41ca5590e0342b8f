import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parametersOf } from "@/domain/filters";
import { MapPage } from "@/features/map/page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "map");
  return { title: t("title"), description: t("description") };
}

export default async function MapRoute({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <MapPage locale={locale} parameters={parametersOf(await searchParams)} />;
}
