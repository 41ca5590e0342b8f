import { List } from "@/components/list";
import { SourceLine } from "@/components/source-line";
import { Table } from "@/components/table";
import type { PublicTypologyStatement } from "@/domain/published/statement";
import { TYPOLOGIES, TYPOLOGY_FIELDS } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** The typologies side by side: each cell is what the document says of the typology as a whole. */
export function TypologyProfiles({ locale, statements }: { locale: Locale; statements: readonly PublicTypologyStatement[] }) {
  const t = translator(locale, "figures");
  const labels = labelsOf(locale);
  const sources = [...new Map(statements.map(({ source, sourceTitle }) => [source, sourceTitle]))];
  const of = (typology: string, field: string) => statements.filter((said) => said.typology === typology && said.field === field);
  return (
    <>
      <Table
        className="figure-profiles"
        wide
        caption={t("profiles.caption")}
        rows={TYPOLOGIES.filter((typology) => statements.some((said) => said.typology === typology))}
        keyOf={(typology) => typology}
        columns={[
          {
            head: t("profiles.typology"),
            cell: (typology) => <a href={localPath(locale, `/organisations?typology=${typology}`)}>{labels.typology[typology]}</a>,
          },
          ...TYPOLOGY_FIELDS.map((field) => ({
            head: labels.typologyField[field],
            cell: (typology: string) => <List items={[...new Set(of(typology, field).map((said) => wordsOf(locale, said)))]} />,
          })),
        ]}
      />
      {sources.map(([slug, title]) => {
        const said = statements.filter((statement) => statement.source === slug);
        const tables = [...new Set(said.map(({ table }) => table))];
        const places = tables.map((place) => ({
          place,
          lines: said.filter(({ table }) => table === place).flatMap(({ lineStart, lineEnd }) => [lineStart, lineEnd]),
        }));
        places.sort((a, b) => Math.min(...a.lines) - Math.min(...b.lines));
        return <SourceLine key={slug} locale={locale} source={{ slug, title }} places={places} />;
      })}
    </>
  );
}

/** A class of partners by its name, which both languages have; anything else in the words of the document. */
function wordsOf(locale: Locale, { field, code, text, textEn }: PublicTypologyStatement): string {
  const classes: Record<string, string> = labelsOf(locale).partnerClass;
  return (field === "partners" && code !== null ? classes[code] : undefined) ?? (locale === "fr" ? text : textEn);
}
