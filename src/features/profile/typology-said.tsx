import { SourceLine } from "@/components/source-line";
import type { PublicOrganisation, PublicTypologyStatement } from "@/domain/public-organisation";
import { TYPOLOGY_FIELDS } from "@/domain/vocabularies";
import { groupBy } from "@/lib/group-by";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** What the documents say of the typology as a whole, set apart from what is said of the organisation. */
export function TypologySaid({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const { typology, typologyStatements, name, acronym } = organisation;
  if (!typology || typologyStatements.length === 0) return null;
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  return (
    <section className="margin-section typology-said">
      <h2>{t("groups.typology")}</h2>
      <div>
        <p className="overline">{t("typologyNote", { typology: labels.typology[typology], name: acronym ?? name })}</p>
        <dl className="pairs mt-3">
          {TYPOLOGY_FIELDS.filter((field) => typologyStatements.some((said) => said.field === field)).map((field) => (
            <div key={field} className="contents">
              <dt>{labels.typologyField[field]}</dt>
              <dd>
                <ul className="bulleted">
                  {typologyStatements
                    .filter((said) => said.field === field)
                    .map((said) => (
                      <li key={said.text}>{said.field === "partners" && said.code ? labels.partnerClass[said.code as keyof typeof labels.partnerClass] : locale === "fr" ? said.text : said.textEn}</li>
                    ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
        {sourcesOf(typologyStatements).map(({ slug, title, places }) => (
          <SourceLine key={slug} locale={locale} source={{ slug, title }} places={places} />
        ))}
      </div>
    </section>
  );
}

function sourcesOf(statements: readonly PublicTypologyStatement[]) {
  return [...groupBy(statements, ({ source }) => source)].map(([slug, said]) => ({
    slug,
    title: said[0]!.sourceTitle,
    places: [...groupBy(said, ({ table }) => table)].map(([place, ofPlace]) => ({
      place,
      lines: ofPlace.flatMap(({ lineStart, lineEnd }) => Array.from({ length: lineEnd - lineStart + 1 }, (_, index) => lineStart + index)),
    })),
  }));
}
