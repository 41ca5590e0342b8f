import "server-only";
import { Crumbs } from "@/components/crumbs";
import { List } from "@/components/list";
import { OrganisationEntry } from "@/components/organisation-entry";
import { PageHead } from "@/components/page-head";
import { refusedParameters } from "@/components/refused-parameters";
import { chosenOrganisations, type Chosen } from "@/data/organisation/chosen";
import { CHOSEN, choiceSearch, MOST_COMPARED, parseChoice } from "@/domain/selection";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const PATH = "/selection";

/** The organisations that the address names. */
export async function selectionPage(locale: Locale, parameters: Record<string, string[]>) {
  const choice = parseChoice(CHOSEN, parameters[CHOSEN]);
  if (!choice.ok) return refusedParameters(locale, PATH, choice.problems);
  return { head: { hidden: choice.slugs.length > 0 }, body: <SelectionPage locale={locale} chosen={await chosenOrganisations(choice.slugs)} /> };
}

function SelectionPage({ locale, chosen: { found, missing } }: { locale: Locale; chosen: Chosen }) {
  const t = translator(locale, "selection");
  const slugs = found.map(({ slug }) => slug);
  const more = localPath(locale, `/organisations?selection=${slugs.join(",")}`);
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={found.length > 0 ? t("lead") : t("empty")} compact={found.length > 0}>
        <Missing locale={locale} slugs={missing} />
        <p className="link-row no-print mt-3">
          {found.length > 1 && found.length <= MOST_COMPARED ? <a href={localPath(locale, `/comparer${choiceSearch(slugs)}`)}>{t("compare")}</a> : null}
          <a href={more}>{found.length > 0 ? t("more") : t("begin")}</a>
          {found.length > 0 ? <a href={`/api/v1/selection.csv${choiceSearch(slugs)}`}>{t("csv")}</a> : null}
        </p>
      </PageHead>
      {found.length > 0 ? <h2>{t("count", { count: found.length })}</h2> : null}
      {found.map((organisation) => (
        <OrganisationEntry key={organisation.slug} locale={locale} organisation={organisation}>
          <p className="no-print mt-1">
            <a href={localPath(locale, PATH + choiceSearch(slugs.filter((slug) => slug !== organisation.slug)))}>
              {t("remove")}
              <span className="sr-only"> {organisation.name}</span>
            </a>
          </p>
        </OrganisationEntry>
      ))}
      {found.length > MOST_COMPARED ? (
        <form className="section no-print" action={localPath(locale, "/comparer")} method="get">
          <fieldset>
            <legend>
              <strong>{t("compareSome")}</strong>
            </legend>
            {found.map(({ slug, name }) => (
              <label className="choice" key={slug}>
                <input type="checkbox" name={CHOSEN} value={slug} /> <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <button className="btn mt-2" type="submit">
            {t("compare")}
          </button>
        </form>
      ) : null}
    </div>
  );
}

/** What the address names and the directory does not have, or no longer. */
export function Missing({ locale, slugs }: { locale: Locale; slugs: readonly string[] }) {
  if (slugs.length === 0) return null;
  return (
    <div className="notice notice-warning mt-3">
      <p>{translator(locale, "selection")("missing", { count: slugs.length })}</p>
      <List items={slugs} />
    </div>
  );
}
