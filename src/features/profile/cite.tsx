import { MarginSection } from "@/components/margin-section";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation; url: string; today: string };

/** A citation ready to be copied, as a sentence and for a bibliography. */
export function CiteProfile({ locale, organisation, url, today }: Props) {
  const t = translator(locale, "profile");
  const site = translator(locale, "site")("name");
  const sources = [...new Set(organisation.citations.map(({ sourceTitle }) => sourceTitle))];
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
          sources: sources.join(" ; ") || site,
        })}
      </p>
      <details className="no-print">
        <summary>{t("cite.bibtex")}</summary>
        <pre className="bibtex">{bibtex({ slug: organisation.slug, name, site, url, today, sources })}</pre>
      </details>
      <p className="no-print">{t("cite.print")}</p>
      <p className="no-print">
        <a href={`/api/v1/organisations/${organisation.slug}`}>{t("cite.data")}</a>
      </p>
    </MarginSection>
  );
}

type Entry = { slug: string; name: string; site: string; url: string; today: string; sources: readonly string[] };

/** A BibTeX entry. Braces keep capitals; the characters that TeX would read as its own are escaped. */
export function bibtex({ slug, name, site, url, today, sources }: Entry): string {
  const tex = (text: string) => text.replace(/[\\{}]/g, "").replace(/[&%$#_]/g, "\\$&");
  const fields = [
    ["title", `{${tex(name)}}`],
    ["author", `{${tex(site)}}`],
    ["url", url],
    ["urldate", today.slice(0, 10)],
    ...(sources.length > 0 ? [["note", tex(sources.join("; "))]] : []),
  ];
  return `@misc{${slug},\n${fields.map(([field, value]) => `  ${field} = {${value}}`).join(",\n")}\n}`;
}
