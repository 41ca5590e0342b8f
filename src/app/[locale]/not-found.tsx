import type { Metadata } from "next";
import { headers } from "next/headers";
import { NothingHere } from "@/components/nothing-here";
import { splitPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { PATH_HEADER } from "@/lib/http/page-headers";

/** A not-found page has no parameters: its language is that of the address asked for. */
async function currentLocale(): Promise<Locale> {
  return splitPath((await headers()).get(PATH_HEADER) ?? "/").locale;
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLocale(), "errors")("notFound.title"), robots: { index: false } };
}

/** For what is found missing while a page is made; routes answer the other addresses before. */
export default async function NotFound() {
  return <NothingHere locale={await currentLocale()} />;
}
