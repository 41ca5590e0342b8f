import type { ReactNode } from "react";
import { SourceLine } from "@/components/source-line";
import type { PublicCitation, PublicOrganisation } from "@/domain/public-organisation";
import { BASES, type CitedField } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";
import { bySource, citationsOf } from "./cited";
import { Contradictions } from "./contradictions";

type Props = {
  locale: Locale;
  organisation: PublicOrganisation;
  title: string;
  /** The fields whose citations end the section; none when it states nothing. */
  fields: readonly CitedField[];
  children: ReactNode;
};

/** A group of the entry: what is known, what is contradicted, who says so and how to report a mistake. */
export function SourcedSection({ locale, organisation, title, fields, children }: Props) {
  const citations = citationsOf(organisation, fields);
  return (
    <section className="margin-section">
      <h2>{title}</h2>
      <div>
        {children}
        <Contradictions locale={locale} organisation={organisation} citations={citations} />
        <Sources locale={locale} citations={citations} />
      </div>
    </section>
  );
}

function Sources({ locale, citations }: { locale: Locale; citations: readonly PublicCitation[] }) {
  const t = translator(locale, "site");
  const p = translator(locale, "profile");
  const labels = labelsOf(locale);
  const otherBases = BASES.filter((basis) => basis !== "stated" && citations.some((citation) => citation.basis === basis));
  const datesOf = (slug: string) => [...new Set(citations.flatMap(({ source, saidOn }) => (source === slug && saidOn ? [saidOn] : [])))];
  if (citations.length === 0) return null;
  return (
    <div>
      {bySource(citations).map((group) => (
        <SourceLine key={group.slug} locale={locale} source={group} places={group.places}>
          {[group.publishedOn, ...datesOf(group.slug).map((day) => formatDate(locale, day))].filter(Boolean).map((date) => `(${date}) `)}
        </SourceLine>
      ))}
      <p className="source-note">
        {otherBases.map((basis) => {
          const fields = [...new Set(citations.filter((citation) => citation.basis === basis).map(({ field }) => labels.field[field].toLowerCase()))];
          return `${p("basisOf", { basis: labels.basis[basis], fields: fields.join(", ") })} `;
        })}
        <a href={localPath(locale, "/donnees#erreur")} className="no-print">
          {t("mistake")}
        </a>
      </p>
    </div>
  );
}
