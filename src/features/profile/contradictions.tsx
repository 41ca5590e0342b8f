import { placeInSource } from "@/components/place-in-source";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { valueLabel } from "./value-label";

type Props = { locale: Locale; organisation: PublicOrganisation; citations: readonly PublicCitation[] };

/** What the places of the sources say, side by side, for each field on which they differ and which the consortium has not corrected. */
export function Contradictions({ locale, organisation, citations }: Props) {
  const t = translator(locale, "profile");
  const fields = [...new Set(citations.filter(({ agrees, replaced }) => !agrees && !replaced).map(({ field }) => field))];
  return fields.map((field) => {
    // Contacts only add up, so those that do not contradict each other have no place in the comparison.
    const compared = citations.filter((citation) => citation.field === field && (field !== "contacts" || !(citation.agrees || citation.replaced)));
    const places = groupCitations(compared, (citation) => `${citation.source}|${placeInSource(locale, citation)}|${field === "zones" ? "" : citation.value}`);
    return (
      <div key={field} className="contradiction">
        <p className="strong">{t("contradiction.title", { field: labelsOf(locale).field[field] })}</p>
        <p>{t("contradiction.note")}</p>
        <dl className="side-by-side">
          {[...places].map(([key, said]) => (
            <div key={key}>
              <dt>{placeInSource(locale, said[0]!) || said[0]!.sourceTitle}</dt>
              <dd>
                {said.map((citation, index) => {
                  const words = valueLabel(locale, organisation, citation) ?? citation.text;
                  return (
                    <span key={`${citation.value}${index}`}>
                      {index > 0 ? ", " : null}
                      {citation.agrees ? words : <strong>{words}</strong>}
                    </span>
                  );
                })}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    );
  });
}

function groupCitations(citations: readonly PublicCitation[], keyOf: (citation: PublicCitation) => string): Map<string, PublicCitation[]> {
  const groups = new Map<string, PublicCitation[]>();
  for (const citation of citations) groups.set(keyOf(citation), [...(groups.get(keyOf(citation)) ?? []), citation]);
  return groups;
}
