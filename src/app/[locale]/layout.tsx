import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { Frame, THEME_COLOURS } from "@/components/frame";
import { DEFAULT_LOCALE, isLocale, LOCALES, samePageIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { publicOrigin } from "@/lib/http/origin";
import { PATH_HEADER, SEARCH_HEADER } from "@/lib/http/page-headers";
import "../globals.css";

type Props = { children: ReactNode; params: Promise<{ locale: string }> };

export const dynamic = "force-dynamic";

export const viewport: Viewport = { themeColor: THEME_COLOURS };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return {};
  const t = translator(locale, "site");
  const origin = publicOrigin();
  const path = (await headers()).get(PATH_HEADER) ?? "/";
  const languages = Object.fromEntries(LOCALES.map((other) => [other, samePageIn(other, path, "")]));
  return {
    // Without it the addresses below are written as they are: paths.
    metadataBase: origin ? new URL(origin) : undefined,
    title: { default: t("name"), template: `%s · ${t("shortName")}` },
    description: t("tagline"),
    alternates: { canonical: path, languages: { ...languages, "x-default": languages[DEFAULT_LOCALE] } },
    openGraph: { type: "website", siteName: t("name"), locale: locale === "fr" ? "fr_FR" : "en_GB", ...(origin ? { url: path } : {}) },
    formatDetection: { telephone: false, email: false, address: false },
  };
}

/** What stands around the pages that React takes over. */
export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  const received = await headers();
  return (
    <html lang={locale}>
      <body>
        <Frame locale={locale} path={received.get(PATH_HEADER) ?? "/"} search={received.get(SEARCH_HEADER) ?? ""}>
          {children}
        </Frame>
      </body>
    </html>
  );
}
