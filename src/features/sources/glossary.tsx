import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import type { SourceListEntry } from "@/domain/published/source";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; language: string; entries: readonly SourceListEntry[] };

/** A document's acronyms by first letter, all on the page so that the browser's search finds them. */
export function Glossary({ locale, language, entries }: Props) {
  const t = translator(locale, "sources");
  const letters = [...new Set(entries.map(letterOf))].sort();
  return (
    <MarginSection id="sigles" title={t("glossary")}>
      <p>{t("glossaryLead", { count: entries.length })}</p>
      <nav aria-label={t("letters")} className="no-print">
        <ul className="mt-2 flex flex-wrap">
          {letters.map((letter) => (
            <li key={letter}>
              <a className="letter" href={`#sigles-${letter}`}>
                {letter}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {letters.map((letter) => (
        <div key={letter}>
          <h3 id={`sigles-${letter}`} className="subhead mt-5">
            {letter}
          </h3>
          <Pairs names="term" lang={language} rows={entries.filter((entry) => letterOf(entry) === letter).map(({ label, text }) => [label ?? "", text])} />
        </div>
      ))}
    </MarginSection>
  );
}

function letterOf({ label, text }: SourceListEntry): string {
  return (label ?? text).normalize("NFD").charAt(0).toUpperCase();
}
