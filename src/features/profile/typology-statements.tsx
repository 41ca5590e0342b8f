import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import { SourceNote } from "@/components/source-note";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { TYPOLOGY_TABLE_FIELDS } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** What the documents say of the typology as a whole: set apart, because it is no fact about this organisation. */
export function TypologyStatements({ locale, organisation }: { locale: Locale; organisation: PublicOrganisation }) {
  const { typology } = organisation;
  const inTables = organisation.typologyStatements.filter(({ field }) => (TYPOLOGY_TABLE_FIELDS as readonly string[]).includes(field));
  if (typology === null || inTables.length === 0) return null;
  const t = translator(locale, "profile");
  const labels = labelsOf(locale);
  return (
    <MarginSection title={t("sections.typology")}>
      <div className="set-apart">
        <p>{t("typologyNote", { typology: labels.typology[typology], name: organisation.name })}</p>
        <Pairs
          rows={TYPOLOGY_TABLE_FIELDS.map((field) => {
            const said = inTables.filter((statement) => statement.field === field);
            return [
              labels.typologyField[field],
              said.length > 0 ? <List className="contact-list" items={said.map(({ text, textEn }) => (locale === "fr" ? text : textEn))} /> : null,
            ];
          })}
        />
        <p className="no-print">
          <a href={localPath(locale, `/typologies/${typology}`)}>{t("typologyMore")}</a>
        </p>
        <SourceNote locale={locale} citations={inTables.map((statement) => ({ ...statement, basis: "typology" }))} />
      </div>
    </MarginSection>
  );
}
