import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RefusedParameters } from "@/components/refused-parameters";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { loadZone, zoneHeading } from "@/features/zones/load-zone";
import { ZonePage } from "@/features/zones/page";
import { isLocale, localPath, LOCALES } from "@/i18n/locales";

type Props = {
  params: Promise<{ locale: string; code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params;
  if (!isLocale(locale)) return {};
  const heading = await zoneHeading(locale, code);
  if (!heading) return {};
  const path = `/zones/${heading.slug}`;
  return {
    title: heading.title,
    description: heading.description,
    // A zone answers to its code too: one address is the right one.
    alternates: {
      canonical: localPath(locale, path),
      languages: { ...Object.fromEntries(LOCALES.map((other) => [other, localPath(other, path)])), "x-default": path },
    },
  };
}

export default async function ZoneRoute({ params, searchParams }: Props) {
  const { locale, code } = await params;
  if (!isLocale(locale)) notFound();
  const parsed = parseDirectoryQuery(parametersOf(await searchParams));
  if (!parsed.ok) return <RefusedParameters locale={locale} path={`/zones/${code}`} problems={parsed.problems} />;
  const data = await loadZone(code, parsed.query);
  if (!data) notFound();
  if (!data.ok) return <RefusedParameters locale={locale} path={`/zones/${code}`} problems={data.problems} />;
  return <ZonePage locale={locale} query={parsed.query} data={data} />;
}
