import type { Batch } from "@/data/batch/staging";
import { ROWS_KEPT_DAYS } from "@/domain/import";
import { formatDate, translator } from "@/i18n/translator";
import type { Locale } from "@/i18n/locales";

/** Until when the rows of a file are kept, or since when they are gone. */
export function KeptUntil({ locale, batch }: { locale: Locale; batch: Batch }) {
  const t = translator(locale, "imports");
  if (batch.emptiedAt) return <p className="aside">{t("emptied", { date: formatDate(locale, batch.emptiedAt.toISOString()), days: ROWS_KEPT_DAYS })}</p>;
  const end = new Date(batch.createdAt);
  end.setUTCDate(end.getUTCDate() + ROWS_KEPT_DAYS);
  return <p className="aside">{t("kept", { date: formatDate(locale, end.toISOString()) })}</p>;
}
