import { MarginSection } from "@/components/margin-section";
import type { SourceListEntry } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; language: string; entries: readonly SourceListEntry[] };

/** What a document itself refers to, as it writes it. */
export function Bibliography({ locale, language, entries }: Props) {
  const t = translator(locale, "sources");
  return (
    <MarginSection id="bibliographie" title={t("bibliography")}>
      <p>{t("bibliographyLead", { count: entries.length })}</p>
      <ol lang={language} className="notes mt-3 list-decimal ps-7">
        {entries.map(({ text, url, line }) => (
          <li key={line ?? text}>
            <Reference text={text} url={url} />
          </li>
        ))}
      </ol>
    </MarginSection>
  );
}

/** A reference that is nothing but an address is the link; another keeps its words and has the link after them. */
function Reference({ text, url }: { text: string; url: string | null }) {
  if (url === null) return text;
  if (/^(https?:\/\/|www\.)\S+$/.test(text))
    return (
      <a href={url} rel="noopener">
        {text}
      </a>
    );
  return (
    <>
      {text.replace(url, "").trim()}{" "}
      <a href={url} rel="noopener">
        {url}
      </a>
    </>
  );
}
