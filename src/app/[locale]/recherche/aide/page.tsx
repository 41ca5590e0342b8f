import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { SearchHelpPage } from "@/features/search-help/page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "searchHelp");
  return { title: t("title"), description: t("lead") };
}

export default async function Page({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <SearchHelpPage locale={locale} />;
}
