import { Crumbs } from "@/components/crumbs";
import { List } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import { SiteSearch } from "@/components/site-search";
import { feedAddress } from "@/domain/feed";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { EXAMPLES } from "@/domain/settings";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const SECTIONS = ["words", "typing", "mistakes", "exact", "filters", "order"] as const;
type Section = (typeof SECTIONS)[number];

const LIMITS = ["synonyms", "documents", "needs", "contacts", "kinds", "languages"] as const;

/** What the search understands, by examples that run, and what it does not. */
export function SearchHelpPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "searchHelp");
  return (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={[{ href: "/organisations", label: translator(locale, "site")("nav.organisations") }]} />}
        title={t("title")}
        lead={t("lead")}
      />
      <SiteSearch locale={locale} helps />
      {SECTIONS.map((section) => (
        <MarginSection key={section} title={t(`${section}.title`)} prose>
          <p>{t(`${section}.text`)}</p>
          <Examples locale={locale} section={section} />
        </MarginSection>
      ))}
      <MarginSection title={t("keep.title")} prose>
        <p>{t("keep.text")}</p>
        <ul>
          <li>
            <a href={listAddress(locale, EXAMPLES.kept)}>{t("keep.search")}</a>
          </li>
          <li>
            <a href={feedOf(EXAMPLES.kept)}>{t("keep.feed")}</a>
          </li>
        </ul>
      </MarginSection>
      <MarginSection title={t("limits.title")} prose>
        <List items={LIMITS.map((limit) => t(`limits.${limit}`))} />
      </MarginSection>
    </div>
  );
}

const listAddress = (locale: Locale, search: string) => localPath(locale, `/organisations?${new URLSearchParams(search)}`);

function feedOf(search: string): string {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
  if (!parsed.ok) throw new Error(`Not a search: ${search}`);
  return feedAddress(parsed.query);
}

function Examples({ locale, section }: { locale: Locale; section: Section }) {
  const t = translator(locale, "searchHelp");
  const ofSection = (key: string) => key.startsWith(`${section}.`);
  const typed = (Object.keys(EXAMPLES.typed) as (keyof typeof EXAMPLES.typed)[]).filter(ofSection);
  const filtered = (Object.keys(EXAMPLES.filtered) as (keyof typeof EXAMPLES.filtered)[]).filter(ofSection);
  if (typed.length + filtered.length === 0) return null;
  return (
    <ul>
      {typed.map((key) => (
        <li key={key}>
          <a href={localPath(locale, `/organisations?${new URLSearchParams({ q: EXAMPLES.typed[key] })}`)} lang="fr">
            <code>{EXAMPLES.typed[key]}</code>
          </a>
          {t("example", { meaning: t(key) })}
        </li>
      ))}
      {filtered.map((key) => (
        <li key={key}>
          <a href={listAddress(locale, EXAMPLES.filtered[key])}>{t(key)}</a>
        </li>
      ))}
    </ul>
  );
}
