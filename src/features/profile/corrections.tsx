import { placeInSource } from "@/components/place-in-source";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import type { Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { valueLabel } from "./value-label";

type Props = { locale: Locale; organisation: PublicOrganisation; citations: readonly PublicCitation[] };

/** What the consortium corrected of what documents say, field by field: the former value struck through, the new one, who and when. */
export function Corrections({ locale, organisation, citations }: Props) {
  const t = translator(locale, "profile");
  const words = (citation: PublicCitation) => valueLabel(locale, organisation, citation) ?? citation.text;
  const from = (citation: PublicCitation) => [citation.table ? null : citation.sourceTitle, placeInSource(locale, citation)].filter(Boolean).join(", ");
  const fields = [...new Set(citations.map(({ field }) => field))];
  return fields.map((field) => {
    const said = citations.filter((citation) => citation.field === field && words(citation) !== null);
    const { former, present, correctedOn } = correctionOf(said);
    if (correctedOn === null) return null;
    const places = [...new Set(former.filter((citation) => citation.correctedOn === null).map(from))];
    return (
      <div key={field} className="correction">
        <p className="strong">{t(former.length > 0 ? "correction.corrected" : "correction.added", { field: labelsOf(locale).field[field] })}</p>
        <p>
          {[...new Set(former.map(words))].map((value) => (
            <span key={value}>
              <span className="sr-only">{t("correction.before")}</span> <del>{value}</del>{" "}
            </span>
          ))}
          <span className="sr-only">{t("correction.now")}</span> <ins>{[...new Set(present.map(words))].join(", ")}</ins>
        </p>
        <p className="soft">
          {t("correction.by", { date: formatDate(locale, correctedOn) })}
          {places.length > 0 ? ` ${t("correction.former", { place: places.join(t("correction.and")) })}` : null}
        </p>
      </div>
    );
  });
}

/**
 * What was corrected of one field: what no longer holds, what the consortium says instead of it or beside it, and the day of its last
 * word; null when no document spoke of the field, or says the same.
 * @param said all citations of the field
 */
export function correctionOf(said: readonly PublicCitation[]) {
  const former = said.filter(({ replaced }) => replaced);
  const documents = said.filter(({ correctedOn }) => correctedOn === null);
  const valueOf = ({ value, text }: PublicCitation) => value ?? text;
  const isNew = (one: PublicCitation) => documents.length > 0 && !documents.some((other) => valueOf(other) === valueOf(one));
  const present = said.filter((one) => one.correctedOn !== null && !one.replaced && (former.length > 0 || isNew(one)));
  return {
    former,
    present,
    correctedOn:
      present
        .flatMap((one) => one.correctedOn ?? [])
        .sort()
        .at(-1) ?? null,
  };
}
