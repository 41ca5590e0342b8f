import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  /** `lines` as a document counts them: "1931-1934, 1947". */
  notes: readonly { text: Record<Locale, string>; lines: string }[];
};

/** Remarks on a document, each with its lines. */
export function NotedLines({ locale, notes }: Props) {
  const t = translator(locale, "site");
  return (
    <ul className="notes list-disc ps-5">
      {notes.map(({ text, lines }) => (
        <li key={`${lines} ${text[locale]}`}>
          {text[locale]} <span className="aside">({t("writtenLines", { count: /[-,]/.test(lines) ? 2 : 1, lines })})</span>
        </li>
      ))}
    </ul>
  );
}
