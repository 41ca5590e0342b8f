import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NetworksPage } from "@/features/networks/page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "networks");
  return { title: t("title"), description: t("lead") };
}

export default async function NetworksRoute({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const { page } = await searchParams;
  // Anything else than a number is the first page: there is nothing to filter here.
  return <NetworksPage locale={locale} page={/^[1-9]\d{0,5}$/.test(String(page)) ? Number(page) : 1} />;
}
