import "server-only";
import { ownNames } from "@/data/country/own-names";
import { searchEntities } from "@/data/entity/search";
import { searchOrganisations } from "@/data/search/search";
import { activeFilters } from "@/components/active-filters";
import { EntityLinked } from "@/components/entity/values";
import { List } from "@/components/list";
import type { EntityLink } from "@/domain/published/entity-link";
import { Correction } from "@/components/correction";
import { Notice } from "@/components/notice";
import { OrganisationEntry } from "@/components/organisation-entry";
import { PageHead } from "@/components/page-head";
import { refusedParameters } from "@/components/refused-parameters";
import { Pagination } from "@/components/pagination";
import { feedAddress } from "@/domain/feed";
import { directorySearch, parseDirectoryQuery, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, labelsOf, translator } from "@/i18n/translator";
import { carrying, Choosing, ChoosingBar, parseChosen } from "./choosing";
import { EmptyState } from "./empty-state";
import { FilterPanel, groupId, PANEL_ID, RESULTS_ID } from "./filter-panel";
import { PageSizes } from "./list-order";
import { SEARCH_FORM, SearchForm } from "./search-form";
import { viewTitle } from "./view-title";

/** The list of organisations under a query, with its feed. The address alone says what is shown. */
export async function directoryList(locale: Locale, parameters: Record<string, string[]>) {
  const parsed = parseDirectoryQuery(parameters);
  const [result, entities] = parsed.ok
    ? await Promise.all([searchOrganisations(parsed.query, undefined, true), parsed.query.page === 1 ? searchEntities(parsed.query.q, BESIDES) : []])
    : [parsed, []];
  const choice = parseChosen(parameters);
  if (!choice.ok) return refusedParameters(locale, "/organisations", choice.problems);
  if (!parsed.ok || !result.ok) return refusedParameters(locale, "/organisations", result.ok ? [] : result.problems);
  const title = viewTitle(locale, parsed.query, result.facets, await ownNames());
  const feed = { href: feedAddress(parsed.query), title: translator(locale, "directory")("subscribe") };
  return {
    head: { title, feed },
    body: (
      <Found locale={locale} title={title} query={parsed.query} result={result} entities={entities} unfolded={parameters[UNFOLD]?.[0]} chosen={choice.chosen} />
    ),
  };
}

/** How many bodies, programmes and sheets are told after the organisations. */
const BESIDES = 6;

/** The parameter of the page by which a reader asks to see a group of filters whole; it is no filter. */
const UNFOLD = "deplier";

type Props = {
  locale: Locale;
  title: string;
  query: DirectoryQuery;
  unfolded?: string;
  entities: readonly EntityLink[];
  /** The slugs of those that the reader chose; null when they are not choosing. */
  chosen: readonly string[] | null;
  result: Extract<Awaited<ReturnType<typeof searchOrganisations>>, { ok: true }>;
};

function Found({ locale, title, query, result, entities, unfolded, chosen: slugs }: Props) {
  const t = translator(locale, "directory");
  const nouns = labelsOf(locale).noun;
  const { total, items, facets, correction, widened } = result;
  const carried = carrying(slugs);
  const active = activeFilters(locale, "/organisations", query, facets).map((filter) => ({ ...filter, href: carried(filter.href) }));
  const chosen = active.filter(({ key }) => key !== "q").length;
  const pageCount = Math.ceil(total / query.pageSize);
  const hrefOf = (changes: Partial<DirectoryQuery>) => carried(localPath(locale, `/organisations${directorySearch(query, changes)}`));

  const unfoldHref = (group: FilterGroup) => {
    const search = directorySearch(query);
    return `${carried(localPath(locale, `/organisations${search}${search ? "&" : "?"}${UNFOLD}=${group}`))}#${groupId(group)}`;
  };

  return (
    <div className="frame">
      <PageHead title={title} lead={active.length === 0 && query.page === 1 ? t("lead") : undefined} compact />
      <SearchForm locale={locale} query={query} chosen={slugs} />
      <div className="directory">
        <a className="filters-link no-print" href={`#${PANEL_ID}`}>
          {t("filters")}
          {chosen > 0 ? <span className="choice-count">{t("chosen", { count: chosen })}</span> : null}
        </a>
        <section aria-labelledby={RESULTS_ID} className="directory-results">
          <h2 id={RESULTS_ID}>
            {t("total", { count: total })}
            {pageCount > 1 && items.length > 0 ? <span className="result-range"> · {rangeOf(locale, query, items.length)}</span> : null}
          </h2>
          {correction ? (
            <Notice>
              <Correction locale={locale} path="/organisations" query={query} correction={correction} />
            </Notice>
          ) : null}
          {widened ? <Notice>{t("widened")}</Notice> : null}
          {items.length === 0 ? (
            <EmptyState locale={locale} query={query} active={active} pageCount={pageCount} hrefOf={hrefOf} />
          ) : (
            <>
              <p className="entry-trust">{t(items.some(({ verifiedAt }) => verifiedAt) ? "someVerified" : "noneVerified")}</p>
              {slugs ? <ChoosingBar locale={locale} query={query} chosen={slugs} /> : null}
              {items.map((organisation) => (
                <OrganisationEntry key={organisation.slug} locale={locale} organisation={organisation} carried={carried("")}>
                  {slugs ? <Choosing locale={locale} chosen={slugs} organisation={organisation} /> : null}
                </OrganisationEntry>
              ))}
              <div className="result-foot">
                <Pagination locale={locale} page={query.page} pageCount={pageCount} hrefOf={(page) => hrefOf({ page })} />
                <PageSizes locale={locale} query={query} total={total} hrefOf={hrefOf} />
              </div>
              <TakeAway locale={locale} query={query} />
            </>
          )}
          {entities.length > 0 ? (
            <section className="mt-6" aria-labelledby="aussi">
              <h2 id="aussi">{t("besides")}</h2>
              <List
                className="contact-list"
                items={entities.map((entity) => (
                  <>
                    <EntityLinked locale={locale} entity={entity} /> <span className="aside">{nouns[entity.noun]}</span>
                  </>
                ))}
              />
            </section>
          ) : null}
        </section>
        <FilterPanel
          locale={locale}
          query={query}
          facets={facets}
          total={total}
          form={SEARCH_FORM}
          active={active}
          hrefOf={hrefOf}
          unfolded={unfolded}
          unfoldHref={unfoldHref}
        />
      </div>
    </div>
  );
}

function rangeOf(locale: Locale, query: DirectoryQuery, shown: number): string {
  const first = (query.page - 1) * query.pageSize + 1;
  return translator(locale, "directory")("range", {
    first: formatNumber(locale, first),
    last: formatNumber(locale, first + shown - 1),
  });
}

/** The same view elsewhere: as a file, as data, as a feed, on the map. */
function TakeAway({ locale, query }: { locale: Locale; query: DirectoryQuery }) {
  const t = translator(locale, "directory");
  const whole = directorySearch(query, { page: 1, pageSize: 20 });
  return (
    <p className="take-away no-print">
      {t("download")} <a href={`/api/v1/organisations.csv${whole}`}>{t("csv")}</a> <a href={`/api/v1/citations.csv${whole}`}>{t("citations")}</a>{" "}
      <a href={`/api/v1/organisations${directorySearch(query)}`}>{t("json")}</a>{" "}
      <a href={feedAddress(query)} type="application/atom+xml">
        {t("subscribe")}
      </a>{" "}
      <a href={localPath(locale, `/carte${whole}`)}>{t("seeOnMap")}</a>{" "}
      <a href={carrying([])(localPath(locale, `/organisations${directorySearch(query)}`))}>{translator(locale, "selection")("begin")}</a>{" "}
      <a href={localPath(locale, "/comparer")}>{translator(locale, "selection")("others")}</a>
    </p>
  );
}
