import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { parametersOf } from "@/domain/filters";
import { DirectoryListPage } from "@/features/directory/list-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "directory");
  return { title: t("title"), description: t("lead") };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <DirectoryListPage locale={locale} parameters={parametersOf(await searchParams)} />;
}
