import type { Metadata } from "next";
import { headers } from "next/headers";
import { PATH_HEADER, splitPath } from "@/components/current-path";
import { SiteSearch } from "@/components/site-search";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** A not-found page has no parameters: its language is that of the address asked for. */
async function currentLocale(): Promise<Locale> {
  return splitPath((await headers()).get(PATH_HEADER) ?? "/").locale;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), "errors")("notFound.title"), robots: { index: false } };
}

const WAYS = [
  ["organisations", "/organisations"],
  ["map", "/carte"],
  ["networks", "/reseaux"],
  ["communities", "/communautes"],
  ["figures", "/chiffres"],
  ["sources", "/sources"],
] as const;

export default async function NotFound() {
  const locale = await currentLocale();
  const t = translator(locale, "errors");
  const site = translator(locale, "site");
  return (
    <div className="frame">
      <div className="page-head">
        <h1>{t("notFound.title")}</h1>
        <p className="lead">{t("notFound.lead")}</p>
      </div>
      <SiteSearch locale={locale} />
      <h2 className="mt-8">{t("notFound.ways")}</h2>
      <ul className="link-row">
        {WAYS.map(([key, path]) => (
          <li key={key}>
            <a href={localPath(locale, path)}>{site(`nav.${key}`)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
