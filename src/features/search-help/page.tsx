import { Crumbs } from "@/components/crumbs";
import { SiteSearch } from "@/components/site-search";
import { feedAddress } from "@/domain/feed";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/**
 * Searches that find something in the directory, by the sentence that says what they show: a text
 * that is typed, or the parameters of a view. A test runs them all.
 */
const TYPED = {
  "words.accents": "federation communautes",
  "words.endings": "malien expulsé",
  "words.acronym": "A.M.E.",
  "words.alias": "Endamm Diombougou",
  "words.partial": "transport guidimakha",
  "words.place": "yelimane",
  "words.theme": "enfants",
  "words.both": "femmes bamako",
  "mistakes.place": "yelimame",
  "mistakes.word": "asociation expulsés",
  "exact.phrase": '"migrants de retour"',
  "exact.without": "rapatriés -centrafrique",
  "exact.either": "Gao OU Mopti",
} as const;
const FILTERED = {
  "filters.within": "typology=return_migrant_association&zone=kayes",
  "filters.except": "zone=kayes&typology=-diaspora_organisation",
  "filters.unknown": "theme=unknown",
} as const;
const KEPT = "q=femmes&zone=bamako";

const SECTIONS = ["words", "typing", "mistakes", "exact", "filters", "order"] as const;
type Section = (typeof SECTIONS)[number];

const LIMITS = ["synonyms", "documents", "needs", "contacts", "kinds", "languages"] as const;

/** What the search understands, by examples that run, and what it does not. */
export function SearchHelpPage({ locale }: { locale: Locale }) {
  const t = translator(locale, "searchHelp");
  return (
    <div className="frame">
      <div className="page-head">
        <Crumbs locale={locale} trail={[{ href: "/organisations", label: translator(locale, "site")("nav.organisations") }]} />
        <h1>{t("title")}</h1>
        <p className="lead">{t("lead")}</p>
      </div>
      <SiteSearch locale={locale} helps />
      {SECTIONS.map((section) => (
        <section key={section} className="margin-section">
          <h2>{t(`${section}.title`)}</h2>
          <div className="prose">
            <p>{t(`${section}.text`)}</p>
            <Examples locale={locale} section={section} />
          </div>
        </section>
      ))}
      <section className="margin-section">
        <h2>{t("keep.title")}</h2>
        <div className="prose">
          <p>{t("keep.text")}</p>
          <ul>
            <li>
              <a href={listAddress(locale, KEPT)}>{t("keep.search")}</a>
            </li>
            <li>
              <a href={feedOf(KEPT)}>{t("keep.feed")}</a>
            </li>
          </ul>
        </div>
      </section>
      <section className="margin-section">
        <h2>{t("limits.title")}</h2>
        <div className="prose">
          <ul>
            {LIMITS.map((limit) => (
              <li key={limit}>{t(`limits.${limit}`)}</li>
            ))}
          </ul>
        </div>
      </section>
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
  const typed = (Object.keys(TYPED) as (keyof typeof TYPED)[]).filter(ofSection);
  const filtered = (Object.keys(FILTERED) as (keyof typeof FILTERED)[]).filter(ofSection);
  if (typed.length + filtered.length === 0) return null;
  return (
    <ul className="examples">
      {typed.map((key) => (
        <li key={key}>
          <a href={localPath(locale, `/organisations?${new URLSearchParams({ q: TYPED[key] })}`)} lang="fr">
            <code>{TYPED[key]}</code>
          </a>
          {t("example", { meaning: t(key) })}
        </li>
      ))}
      {filtered.map((key) => (
        <li key={key}>
          <a href={listAddress(locale, FILTERED[key])}>{t(key)}</a>
        </li>
      ))}
    </ul>
  );
}
