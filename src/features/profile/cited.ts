import type { PublicCitation, PublicOrganisation } from "@/domain/public-organisation";
import type { CitedField } from "@/domain/vocabularies";
import type { SourcePlace } from "@/components/source-line";
import { countryName } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { labelsOf } from "@/i18n/translator";

/** The citations of some fields, in the order of the entry. */
export function citationsOf(organisation: PublicOrganisation, fields: readonly CitedField[]): PublicCitation[] {
  return organisation.citations.filter(({ field }) => fields.includes(field));
}

export type SourceGroup = { slug: string; title: string; publishedOn: string | null; places: SourcePlace[] };

/** The places of some citations, one group a source, each table once with all its lines. */
export function bySource(citations: readonly PublicCitation[]): SourceGroup[] {
  const groups = new Map<string, SourceGroup & { lines: Map<string | null, number[]> }>();
  for (const citation of citations) {
    const group = groups.get(citation.source) ?? {
      slug: citation.source,
      title: citation.sourceTitle,
      publishedOn: citation.sourcePublishedOn,
      places: [],
      lines: new Map<string | null, number[]>(),
    };
    const lines = group.lines.get(citation.table) ?? [];
    if (citation.lineStart !== null) {
      for (let line = citation.lineStart; line <= (citation.lineEnd ?? citation.lineStart); line++) lines.push(line);
    }
    group.lines.set(citation.table, lines);
    groups.set(citation.source, group);
  }
  return [...groups.values()].map(({ lines, ...group }) => ({
    ...group,
    places: [...lines].map(([place, numbers]) => ({ place, lines: numbers })),
  }));
}

/** Where a citation stands, as one key: statements of one place belong together. */
export function placeOf({ source, table, saidOn }: PublicCitation): string {
  return [source, table ?? "", saidOn ?? ""].join("\u0000");
}

/** The value of a citation in words: the label of a code, the name of a zone, else the value itself. */
export function citedValue(locale: Locale, organisation: PublicOrganisation, { field, value, text }: PublicCitation): string {
  if (value === null) return text ?? "";
  const labels = labelsOf(locale);
  const coded: Partial<Record<CitedField, Record<string, string>>> = {
    kind: labels.kind,
    typology: labels.typology,
    perimeter: labels.perimeter,
    legal_status: labels.legalStatus,
    budget_tier: labels.budget,
    themes: labels.theme,
    network_scope: labels.networkScope,
    needs: labels.need,
    partners: labels.partnerClass,
  };
  if (field === "zones") return organisation.zones.find(({ code }) => code === value)?.name ?? countryName(locale, value) ?? text ?? value;
  return coded[field]?.[value] ?? value;
}
