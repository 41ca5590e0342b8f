import type { PublicOrganisation } from "@/domain/public-organisation";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";

type Props = { locale: Locale; organisation: PublicOrganisation; url: string; today: Date };

/** A citation ready to copy, as a sentence and as BibTeX. */
export function Cite({ locale, organisation, url, today }: Props) {
  const t = translator(locale, "profile");
  const site = translator(locale, "site")("name");
  const { name, acronym, slug, updatedAt } = organisation;
  const title = acronym ? `${name} (${acronym})` : name;
  const bibtex = [
    `@misc{${slug},`,
    `  title = {{${title}}},`,
    `  howpublished = {${site}},`,
    `  year = {${updatedAt.slice(0, 4)}},`,
    `  url = {${url}},`,
    `  urldate = {${today.toISOString().slice(0, 10)}}`,
    "}",
  ].join("\n");
  return (
    <section className="margin-section">
      <h2>{t("groups.cite")}</h2>
      <div className="prose">
        <p className="citation">
          {t("citation", { name: title, site, updated: formatDate(locale, updatedAt), today: formatDate(locale, today.toISOString()), url })}
        </p>
        <details className="no-print">
          <summary>{t("bibtex")}</summary>
          <pre className="table-scroll" tabIndex={0} role="region" aria-label={t("bibtex")}>
            <code>{bibtex}</code>
          </pre>
        </details>
        <p className="source-note no-print">
          {t("print")} <a href={`/api/v1/organisations/${slug}`}>{t("apiLink")}</a>.
        </p>
      </div>
    </section>
  );
}
