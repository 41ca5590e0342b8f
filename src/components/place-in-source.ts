import { documentPlace } from "@/i18n/document-place";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Place = { table: string | null; lineStart: number | null; lineEnd: number | null };

/** Where something stands in a document: "Tableau 2, l. 389", "l. 497". Empty when the document has no places. */
export function placeInSource(locale: Locale, { table, lineStart, lineEnd }: Place): string {
  const t = translator(locale, "site");
  const lines =
    lineStart === null
      ? ""
      : lineEnd === null || lineEnd === lineStart
        ? t("line", { start: String(lineStart) })
        : t("lines", { start: String(lineStart), end: String(lineEnd) });
  return [table && documentPlace(locale, table), lines].filter(Boolean).join(", ");
}
