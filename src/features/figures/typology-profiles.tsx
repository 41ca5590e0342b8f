import { SourceLine } from "@/components/source-line";
import type { PublicTypologyStatement } from "@/domain/public-organisation";
import { TYPOLOGIES, TYPOLOGY_FIELDS } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The typologies side by side: each cell is what the document says of the typology as a whole. */
export function TypologyProfiles({ locale, statements }: { locale: Locale; statements: readonly PublicTypologyStatement[] }) {
  const t = translator(locale, "figures");
  const labels = labelsOf(locale);
  const tables = [...new Set(statements.map(({ table }) => table))];
  const of = (typology: string, field: string) => statements.filter((said) => said.typology === typology && said.field === field);
  return (
    <>
      <table className="table figure-profiles">
        <caption>{t("profiles.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("profiles.typology")}</th>
            {TYPOLOGY_FIELDS.map((field) => (
              <th scope="col" key={field}>
                {labels.typologyField[field]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {TYPOLOGIES.filter((typology) => statements.some((said) => said.typology === typology)).map((typology) => (
            <tr key={typology}>
              <th scope="row">
                <a href={localPath(locale, `/organisations?typology=${typology}`)}>{labels.typology[typology]}</a>
              </th>
              {TYPOLOGY_FIELDS.map((field) => (
                <td key={field} data-label={labels.typologyField[field]}>
                  <ul>
                    {of(typology, field).map(({ text, textEn }) => (
                      <li key={text}>{locale === "fr" ? text : textEn}</li>
                    ))}
                  </ul>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {tables.map((table) => {
        const said = statements.filter((statement) => statement.table === table);
        const source = { slug: said[0]!.source, title: said[0]!.sourceTitle };
        return <SourceLine key={table ?? ""} locale={locale} source={source} place={table} lines={said.flatMap(({ lineStart, lineEnd }) => [lineStart, lineEnd])} />;
      })}
    </>
  );
}
