import type { PublicCitation, PublicOrganisation } from "@/domain/public-organisation";
import type { CitedField } from "@/domain/vocabularies";
import { groupBy } from "@/lib/group-by";
import type { Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { citedValue, placeOf } from "./cited";

type Props = { locale: Locale; organisation: PublicOrganisation; citations: readonly PublicCitation[] };

/** What two sources say differently, side by side; nothing when they agree. */
export function Contradictions({ locale, organisation, citations }: Props) {
  const t = translator(locale, "profile");
  const contested = [...new Set(citations.filter(({ agrees }) => !agrees).map(({ field }) => field))];
  if (contested.length === 0) return null;
  return (
    <div className="notice notice-warning mt-4">
      <p className="notice-title">{t("contradiction")}</p>
      <p>{t("contradictionNote")}</p>
      {contested.map((field) => (
        <Contested key={field} locale={locale} organisation={organisation} field={field} citations={citations.filter((citation) => citation.field === field)} />
      ))}
    </div>
  );
}

function Contested({ locale, organisation, field, citations }: Props & { field: CitedField }) {
  const t = translator(locale, "profile");
  const site = translator(locale, "site");
  const places = [...groupBy(shownCitations(citations), placeOf).values()];
  return (
    <table className="table mt-3">
      <caption>{labelsOf(locale).field[field]}</caption>
      <thead>
        <tr>
          <th scope="col">{t("where")}</th>
          <th scope="col">{t("said")}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((said) => {
          const first = said[0]!;
          const where = [first.table ?? (first.lineStart === null ? first.sourceTitle : t("runningText")), first.saidOn ? formatDate(locale, first.saidOn) : null, first.lineStart && site("line", { start: String(first.lineStart) })];
          return (
            <tr key={placeOf(first)}>
              <th scope="row">{where.filter(Boolean).join(", ")}</th>
              <td data-label={t("said")}>
                {said.map((citation, index) => {
                  const value = citedValue(locale, organisation, citation);
                  return (
                    <span key={`${citation.value}-${index}`}>
                      {index > 0 ? ", " : null}
                      {citation.agrees ? value : <strong>{value}</strong>}
                    </span>
                  );
                })}
                {first.text && first.field !== "contacts" ? <span className="block text-ink-soft">{t("asWritten", { text: first.text })}</span> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** Contacts add up from place to place: only the contested ones belong side by side. */
function shownCitations(citations: readonly PublicCitation[]): PublicCitation[] {
  return citations.filter(({ field, agrees }) => field !== "contacts" || !agrees);
}
