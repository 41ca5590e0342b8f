import { isLocale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { notFound } from "next/navigation";

export default async function HomePage({ params }: { params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  if (!isLocale(locale)) notFound();
  return (
    <div className="frame">
      <div className="page-head">
        <h1>{translator(locale, "site")("name")}</h1>
      </div>
    </div>
  );
}
