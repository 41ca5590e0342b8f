import type { SourceReference } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** A ready-made reference to a document: author, title, publisher, date. */
export function referenceTo(locale: Locale, source: Omit<SourceReference, "slug">): string {
  const t = translator(locale, "sources");
  return t("referenceText", {
    author: source.author ?? t("unknownAuthor"),
    title: source.title,
    publisher: source.publisher ?? t("unknownPublisher"),
    date: source.publishedOn ?? t("undated"),
  });
}
