import "server-only";
import { Crumbs } from "@/components/crumbs";
import { nameOf } from "@/components/entity/entry";
import { Facts, SourcesOf } from "@/components/entity/facts";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import { Places } from "@/components/places";
import { findEntity, listEntities } from "@/data/entity/entities";
import type { EntityValue, PublicEntity } from "@/domain/published/entity";
import { localPath, type Locale } from "@/i18n/locales";
import { formatDate, formatPartialDate, labelsOf, translator } from "@/i18n/translator";

/** The sheets of experience by theme, each with its summary. */
export async function SheetsPage({ locale }: { locale: Locale }) {
  const sheets = await listEntities("sheet");
  const t = translator(locale, "entities");
  return (
    <div className="frame">
      <PageHead title={t("sheets.title")} lead={t("sheets.lead")}>
        <p className="mt-3.5">{t("sheets.count", { count: sheets.length })}</p>
      </PageHead>
      {sheets.map((sheet) => (
        <article key={sheet.slug} className="entry entity">
          <p className="kicker">{sheet.fields.theme?.map(({ text }) => text?.[locale]).join(" · ")}</p>
          <h2 className="entry-name">
            <a href={localPath(locale, `/experiences/${sheet.slug}`)}>{nameOf(locale, sheet)}</a>
          </h2>
          {sheet.fields.summary ? <p className="measure">{sheet.fields.summary.map(({ text }) => text?.[locale]).join(" ")}</p> : null}
          <SourcesOf locale={locale} entities={[sheet]} />
        </article>
      ))}
    </div>
  );
}

const PROSE = ["summary", "account", "comment"] as const;
const LISTS = ["lessons", "next_questions", "modules"] as const;

/** One sheet, to read, print and cite. Null when there is none. */
export async function sheetPage(slug: string, locale: Locale, origin: string, today: string) {
  const sheet = await findEntity("sheet", slug);
  if (!sheet) return null;
  const t = translator(locale, "entities");
  const labels = labelsOf(locale).nounField.sheet;
  const { fields } = sheet;
  const title = nameOf(locale, sheet);
  const source = Object.values(fields)[0]![0]!.citations[0]!;
  const url = `${origin}${localPath(locale, `/experiences/${slug}`)}`;
  const body = (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={[{ href: "/experiences", label: t("sheets.title") }]} />}
        kicker={fields.theme?.[0]?.text?.[locale]}
        title={title}
        lead={fields.subtitle?.[0]?.text?.[locale]}
      >
        <p className="aside mt-2">
          {[fields.author_role?.[0]?.text?.[locale], fields.date && formatPartialDate(locale, fields.date[0]!.value!)].filter(Boolean).join(" · ")}
        </p>
      </PageHead>
      {PROSE.map((field) => (fields[field] ? <Prose key={field} locale={locale} title={labels[field]} values={fields[field]} /> : null))}
      {LISTS.map((field) =>
        fields[field] ? (
          <MarginSection key={field} title={labels[field]} prose>
            <List items={fields[field].map((said) => withPlaces(locale, said))} />
          </MarginSection>
        ) : null,
      )}
      <MarginSection title={labels.organisations}>
        <Facts locale={locale} entity={sheet} without={["title", "subtitle", "theme", "author_role", "date", ...PROSE, ...LISTS]} />
      </MarginSection>
      <MarginSection title={t("sheets.cite")} prose>
        <p className="citation">
          {t("sheets.citation", {
            title,
            site: translator(locale, "site")("name"),
            source: source.sourceTitle,
            date: source.sourcePublishedOn ?? t("undated"),
            url,
            today: formatDate(locale, today),
          })}
        </p>
        <SourcesOf locale={locale} entities={[sheet]} />
      </MarginSection>
    </div>
  );
  return {
    head: { title: [title, fields.subtitle?.[0]?.text?.[locale]].filter(Boolean).join(" – "), description: fields.summary?.[0]?.text?.[locale] ?? title },
    body,
  };
}

function Prose({ locale, title, values }: { locale: Locale; title: string; values: PublicEntity["fields"][string] }) {
  return (
    <MarginSection title={title} prose>
      {values.map((said, index) => (
        <p key={index}>{withPlaces(locale, said)}</p>
      ))}
    </MarginSection>
  );
}

const withPlaces = (locale: Locale, { text, citations }: EntityValue) => (
  <>
    {text?.[locale]} <Places locale={locale} citations={citations} />
  </>
);
