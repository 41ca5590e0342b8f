import type { PublicCitation } from "@/domain/published/statement";
import type { Locale } from "@/i18n/locales";
import { labelsOf } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";
import { placeInSource } from "./place-in-source";
import { PlaceLink } from "./place-link";

type Said = Pick<PublicCitation, "source" | "anchor" | "table" | "lineStart" | "lineEnd"> & Partial<Pick<PublicCitation, "basis" | "sourceTitle">>;

/** The lines that say it: they lead to the row where the table is transcribed. */
export function Places({
  locale,
  citations,
  short = false,
}: {
  locale: Locale;
  citations: readonly Said[];
  /** The table is named beside. */ short?: boolean;
}) {
  const inferred = citations.every(({ basis }) => basis === "inferred") ? `${insideSentence(labelsOf(locale).basis.inferred)}, ` : "";
  return (
    <span className="aside">
      ({inferred}
      {citations.map((citation, index) => (
        <span key={index}>
          {index > 0 ? ", " : null}
          <PlaceLink locale={locale} source={citation.source} anchor={citation.anchor}>
            {placeInSource(locale, short ? { ...citation, table: null } : citation) || (citation.sourceTitle ?? "")}
          </PlaceLink>
        </span>
      ))}
      )
    </span>
  );
}
