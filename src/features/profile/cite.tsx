import { MarginSection } from "@/components/margin-section";
import { referenceTo } from "@/components/reference";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { localPath, type Locale } from "@/i18n/locales";
import type { SourceReference } from "@/domain/published/source";
import { formatDate, translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation; url: string; sources: readonly SourceReference[]; today: string };

/** A citation ready to be copied, as a sentence and for a bibliography. */
export function CiteProfile({ locale, organisation, url, sources, today }: Props) {
  const t = translator(locale, "profile");
  const site = translator(locale, "site")("name");
  const references = sources.map((source) => referenceTo(locale, source));
  const cited = sources.find(({ slug }) => organisation.citations.some(({ source, lineStart }) => source === slug && lineStart !== null));
  const name = organisation.acronym ? `${organisation.name} (${organisation.acronym})` : organisation.name;
  return (
    <MarginSection title={t("sections.cite")} prose>
      <p className="citation">
        {t("cite.text", {
          name,
          site,
          url,
          updated: formatDate(locale, organisation.updatedAt),
          today: formatDate(locale, today),
          sources: references.join(" ") || `${site}.`,
        })}
      </p>
      <details className="no-print">
        <summary>{t("cite.bibtex")}</summary>
        {/* It is wider than a phone: the keyboard must be able to move it. */}
        <pre className="bibtex" tabIndex={0} role="group" aria-label={t("cite.bibtexOf", { name })}>
          {bibtex({ slug: organisation.slug, name, site, url, updated: organisation.updatedAt, today, references })}
        </pre>
      </details>
      {cited ? (
        <p>
          {t("cite.lines")}{" "}
          <a className="no-print" href={localPath(locale, `/sources/${cited.slug}#lignes`)}>
            {t("cite.linesMore")}
          </a>
        </p>
      ) : null}
      <p className="no-print">{t("cite.print")}</p>
      <p className="no-print">
        <a href={`/api/v1/organisations/${organisation.slug}`}>{t("cite.data")}</a>
      </p>
    </MarginSection>
  );
}

type Entry = { slug: string; name: string; site: string; url: string; updated: string; today: string; references: readonly string[] };

/** A BibTeX entry. Braces keep capitals; the characters that TeX would read as its own are escaped. */
export function bibtex({ slug, name, site, url, updated, today, references }: Entry): string {
  const tex = (text: string) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
  const fields = [
    ["title", `{${tex(name)}}`],
    ["author", `{${tex(site)}}`],
    ["year", updated.slice(0, 4)],
    ["url", url],
    ["urldate", today.slice(0, 10)],
    ...(references.length > 0 ? [["note", tex(references.join(" "))]] : []),
  ];
  return `@misc{${slug},\n${fields.map(([field, value]) => `  ${field} = {${value}}`).join(",\n")}\n}`;
}
