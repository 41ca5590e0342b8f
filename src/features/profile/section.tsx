import type { ReactNode } from "react";
import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import { placeInSource } from "@/components/place-in-source";
import { PlaceLink } from "@/components/place-link";
import { SourceNote } from "@/components/source-note";
import { proposePath } from "@/components/propose-path";
import { Table } from "@/components/table";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Contradictions } from "./contradictions";
import { Corrections } from "./corrections";
import { otherRows } from "./other-fields";
import { citationsOf, citationsOfOthers, valueLabel, type Section, type ShownCitation } from "./value-label";

type Props = { locale: Locale; organisation: PublicOrganisation; section: Section; children: ReactNode };

/** A group of the profile: its values, what was corrected or contradicts them, and where all of it comes from. */
export function ProfileSection({ children, ...about }: Props) {
  return (
    <MarginSection title={translator(about.locale, "profile")(`sections.${about.section}`)}>
      {children}
      <Grounds {...about} />
      <p className="no-print">
        <a className="inline-block py-1" href={proposePath(about.locale, about.organisation.slug, about.section)}>
          {translator(about.locale, "site")("mistake")} <span className="sr-only">{translator(about.locale, "proposals")(`part.${about.section}`)}</span>
        </a>
      </p>
    </MarginSection>
  );
}

/** What follows the values of a section. */
export function Grounds({ locale, organisation, section }: Omit<Props, "children">) {
  const own = citationsOf(organisation, section);
  const citations: ShownCitation[] = [...own, ...citationsOfOthers(organisation, section)];
  const others = otherRows(locale, organisation, section).filter(([, value]) => value !== null);
  const about = { locale, organisation, citations: own };
  return (
    <>
      {others.length > 0 ? <Pairs rows={others} /> : null}
      <Corrections {...about} />
      <Contradictions {...about} />
      {citations.length > 0 ? (
        <SourceNote locale={locale} citations={citations}>
          <ValueByValue {...about} citations={citations} />
        </SourceNote>
      ) : null}
    </>
  );
}

type CitationsProps = { locale: Locale; organisation: PublicOrganisation; citations: readonly ShownCitation[] };

/** Each value with its own place, ground and words; values that one place gives together share a row. */
function ValueByValue({ locale, organisation, citations }: CitationsProps) {
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  const rows = new Map<string, { key: string; citation: ShownCitation; values: string[] }>();
  for (const citation of citations) {
    const key = [citation.by ? "by" : citation.field, citation.source, placeInSource(locale, citation), citation.basis, citation.text].join("|");
    const row = rows.get(key) ?? { key, citation, values: [] };
    const value = valueLabel(locale, organisation, citation);
    if (value !== null) row.values.push(value);
    rows.set(key, row);
  }
  const french = locale === "fr" ? undefined : "fr";
  return (
    <div className="value-by-value no-print">
      <Table
        rows={[...rows.values()]}
        keyOf={({ key }) => key}
        columns={[
          {
            head: t("byValue.value"),
            cell: ({ citation: { field, by }, values }) => (
              <>
                {by ? t("partnerOf") : labels.field[field]}
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
    </div>
  );
}
