import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ALL_PAGES, type PageName } from "@/components/pages";
import { isLocale, type Locale } from "@/i18n/locales";
import { presentTerms } from "@/features/vocabularies/present";
import { type Search } from "@/lib/http/search";

type Props = { params: Promise<Record<string, string>>; searchParams: Promise<Search> };

/** What was asked of a page; `key`: that of the record, "" on a page that stands alone. */
export type Asked = { locale: Locale; key: string; search: Search };

/** A page that React takes over in the browser, as Next wants it: the map, and those of staff. */
export function reactPage(name: PageName, show: (asked: Asked) => ReactNode) {
  const { heading, isPublic } = ALL_PAGES[name];
  return {
    async generateMetadata({ params }: Props): Promise<Metadata> {
      const { locale = "" } = await params;
      return isLocale(locale) ? { ...heading?.(locale), ...(isPublic ? {} : { robots: { index: false } }) } : {};
    },
    async Page({ params, searchParams }: Props) {
      const { locale = "", ...keys } = await params;
      if (!isLocale(locale)) notFound();
      await presentTerms();
      return show({ locale, key: Object.values(keys)[0] ?? "", search: await searchParams });
    },
  };
}
