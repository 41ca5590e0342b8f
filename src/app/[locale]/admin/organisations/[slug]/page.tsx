import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EditOrganisationPage } from "@/features/editor/edit-page";
import { SignOutForm } from "@/features/sign-in/sign-out-form";
import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { params: Promise<{ locale: string; slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return isLocale(locale) ? { title: translator(locale, "admin")("edit.title"), robots: { index: false } } : {};
}

export default async function Page({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale)) notFound();
  return <EditOrganisationPage locale={locale} slug={slug} search={await searchParams} signOut={<SignOutForm locale={locale} />} />;
}
