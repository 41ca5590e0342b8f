import type { SourceNote } from "@/data/source/sources";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** Remarks on a document, each with its lines. */
export function Notes({ locale, notes }: { locale: Locale; notes: readonly SourceNote[] }) {
  const t = translator(locale, "sources");
  return (
    <ul className="max-w-[44rem] list-disc ps-5 [&>li+li]:mt-1.5">
      {notes.map(({ text, lines }) => (
        <li key={lines}>
          {text[locale]}{" "}
          <span className="text-sm text-ink-soft">({t("lines", { count: /[-,]/.test(lines) ? 2 : 1, lines })})</span>
        </li>
      ))}
    </ul>
  );
}
