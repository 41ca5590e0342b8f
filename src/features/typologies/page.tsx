import "server-only";
import { Crumbs } from "@/components/crumbs";
import { Links } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { OrganisationEntry } from "@/components/organisation-entry";
import { PageHead } from "@/components/page-head";
import { Places } from "@/components/places";
import { SourceLine } from "@/components/source-line";
import { statementsOfTypologies } from "@/data/organisation/typologies";
import { searchOrganisations } from "@/data/search/search";
import { parseDirectoryQuery } from "@/domain/filters";
import type { PublicTypologyStatement } from "@/domain/published/statement";
import { TYPOLOGIES, TYPOLOGY_FIELDS, type Typology } from "@/domain/vocabularies";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

const isTypology = (code: string): code is Typology => (TYPOLOGIES as readonly string[]).includes(code);

/** A typology: what the documents say of it as a whole, and its organisations. Null when there is none of that code. */
export async function typologyPage(code: string, locale: Locale) {
  if (!isTypology(code)) return null;
  const parsed = parseDirectoryQuery({ typology: [code] });
  if (!parsed.ok) throw new Error(`The filter takes no typology ${code}.`);
  const [statements, search] = await Promise.all([statementsOfTypologies([code]), searchOrganisations(parsed.query, [])]);
  if (!search.ok) throw new Error(`The search takes no typology ${code}.`);
  const t = translator(locale, "typologies");
  const labels = labelsOf(locale);
  const list = localPath(locale, `/organisations?typology=${code}`);
  const body = (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={[{ href: "/chiffres#typologies", label: t("title") }]} />}
        title={labels.typology[code]}
        lead={t("lead")}
      >
        <p className="mt-3.5">
          <a href={list}>{t("count", { count: search.total })}</a>
        </p>
      </PageHead>
      {TYPOLOGY_FIELDS.map((field) => {
        const said = statements.filter((statement) => statement.field === field);
        return said.length === 0 ? null : (
          <MarginSection key={field} id={field.replaceAll("_", "-")} title={labels.typologyField[field]} prose>
            <ul>
              {said.map((statement, index) => (
                <li key={index}>
                  {wordsOf(locale, statement)} <Places locale={locale} citations={[statement]} />
                </li>
              ))}
            </ul>
          </MarginSection>
        );
      })}
      <MarginSection id="organisations" title={t("organisations")}>
        {search.items.map((organisation) => (
          <OrganisationEntry key={organisation.slug} locale={locale} organisation={organisation} />
        ))}
        {search.items.length < search.total ? (
          <p>
            <a href={list}>{t("all", { count: search.total })}</a>
          </p>
        ) : null}
        {[...new Map(statements.map((statement) => [statement.source, statement.sourceTitle]))].map(([slug, title]) => (
          <SourceLine key={slug} locale={locale} source={{ slug, title }} places={[]} />
        ))}
      </MarginSection>
      <MarginSection title={t("others")}>
        <Links
          items={TYPOLOGIES.filter((other) => other !== code).map((other) => ({
            href: localPath(locale, `/typologies/${other}`),
            label: labels.typology[other],
          }))}
        />
      </MarginSection>
    </div>
  );
  return { head: { title: labels.typology[code], description: t("description", { name: labels.typology[code] }) }, body };
}

/** A class of partners by its name, which both languages have; anything else in the words of the document. */
function wordsOf(locale: Locale, { field, code, text, textEn }: PublicTypologyStatement): string {
  const classes: Record<string, string> = labelsOf(locale).partnerClass;
  return (field === "partners" && code !== null ? classes[code] : undefined) ?? (locale === "fr" ? text : textEn);
}
