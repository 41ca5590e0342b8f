import type { Metadata, ResolvingMetadata } from "next";
import { notFound } from "next/navigation";
import { feedAddress } from "@/domain/feed";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { DirectoryListPage } from "@/features/directory/list-page";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params, searchParams }: Props, parent: ResolvingMetadata): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "directory");
  const heading = { title: t("title"), description: t("lead") };
  const parsed = parseDirectoryQuery(parametersOf(await searchParams));
  if (!parsed.ok) return heading;
  // What a page says of its alternates replaces all that the layout says of them.
  const { canonical, languages } = (await parent).alternates ?? {};
  const feed = { url: feedAddress(parsed.query), title: t("subscribe") };
  return {
    ...heading,
    alternates: { canonical: canonical?.url, languages: languages ?? undefined, types: { "application/atom+xml": [feed] } },
  };
}

export default async function OrganisationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return <DirectoryListPage locale={locale} parameters={parametersOf(await searchParams)} />;
}
