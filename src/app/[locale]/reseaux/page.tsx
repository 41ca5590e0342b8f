import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NetworksPage } from "@/features/networks/page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "networks");
  return { title: t("title"), description: t("lead") };
}

export default async function NetworksRoute({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <NetworksPage locale={locale} />;
}
