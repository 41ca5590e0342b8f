import type { ReactNode } from "react";
import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import { placeInSource } from "@/components/place-in-source";
import { PlaceLink } from "@/components/place-link";
import { SourceNote } from "@/components/source-note";
import { Table } from "@/components/table";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { PublicCitation } from "@/domain/published/statement";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Contradictions } from "./contradictions";
import { otherRows } from "./other-fields";
import { citationsOf, valueLabel, type Section } from "./value-label";

type Props = { locale: Locale; organisation: PublicOrganisation; section: Section; children: ReactNode };

/** A group of the profile: its values, what contradicts them, and where all of it comes from. */
export function ProfileSection({ locale, organisation, section, children }: Props) {
  const t = translator(locale, "profile");
  const citations = citationsOf(organisation, section);
  const others = otherRows(locale, organisation, section).filter(([, value]) => value !== null);
  return (
    <MarginSection title={t(`sections.${section}`)}>
      {children}
      {others.length > 0 ? <Pairs rows={others} /> : null}
      <Contradictions locale={locale} organisation={organisation} citations={citations} />
      {citations.length > 0 ? (
        <SourceNote locale={locale} citations={citations}>
          <ValueByValue locale={locale} organisation={organisation} citations={citations} />
        </SourceNote>
      ) : null}
    </MarginSection>
  );
}

type CitationsProps = { locale: Locale; organisation: PublicOrganisation; citations: readonly PublicCitation[] };

/** Each value with its own place, ground and words; values that one place gives together share a row. */
function ValueByValue({ locale, organisation, citations }: CitationsProps) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const rows = new Map<string, { key: string; citation: PublicCitation; values: string[] }>();
  for (const citation of citations) {
    const key = [citation.field, citation.source, placeInSource(locale, citation), citation.basis, citation.text].join("|");
    const row = rows.get(key) ?? { key, citation, values: [] };
    const value = valueLabel(locale, organisation, citation);
    if (value !== null) row.values.push(value);
    rows.set(key, row);
  }
  const french = locale === "fr" ? undefined : "fr";
  return (
    <details className="value-by-value no-print">
      <summary>{t("byValue.title")}</summary>
      <Table
        rows={[...rows.values()]}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t("byValue.value"),
            cell: ({ citation: { field }, values }) => (
              <>
                {labels.field[field]}
                {values.length > 0 ? <span className="plain"> {values.join(", ")}</span> : null}
              </>
            ),
          },
          {
            head: t("byValue.place"),
            cell: ({ citation }) => (
              <PlaceLink locale={locale} source={citation.source} anchor={citation.anchor}>
                {placeInSource(locale, citation) || citation.sourceTitle}
              </PlaceLink>
            ),
          },
          { head: t("byValue.basis"), cell: ({ citation }) => labels.basis[citation.basis] },
          { head: t("byValue.words"), cell: ({ citation }) => (citation.text ? <span lang={french}>{citation.text}</span> : null) },
        ]}
      />
    </details>
  );
}
