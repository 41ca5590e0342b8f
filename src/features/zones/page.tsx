import { BlindSpots } from "@/components/blind-spots";
import { Crumbs } from "@/components/crumbs";
import { Links } from "@/components/list";
import { MarginSection } from "@/components/margin-section";
import { PageHead } from "@/components/page-head";
import { Pagination } from "@/components/pagination";
import { OrganisationEntry, zoneName } from "@/components/organisation-entry";
import { refusedParameters } from "@/components/refused-parameters";
import { feedAddress } from "@/domain/feed";
import { directorySearch, parseDirectoryQuery, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { translator } from "@/i18n/translator";
import { ZoneCoverage } from "./coverage";
import { ZoneFacts } from "./facts";
import { ZoneFigures } from "./figures";
import { loadZone, type ZoneData } from "./load-zone";
import { Locator } from "./locator";

/** A zone under the filters of its address, by its code or its slug; null when there is none. */
export async function zonePage(locale: Locale, key: string, parameters: Record<string, string[]>) {
  const parsed = parseDirectoryQuery(parameters);
  const data = parsed.ok ? await loadZone(key, parsed.query) : parsed;
  if (!data) return null;
  if (!parsed.ok || !data.ok) return refusedParameters(locale, `/zones/${key}`, data.ok ? [] : data.problems);
  const t = translator(locale, "zones");
  const { zone } = data;
  const name = zoneName(locale, zone);
  const title = t("pageTitle", { name, level: zoneLevelLabel(locale, zone, data.names).toLocaleLowerCase(locale) });
  // It answers to its code too: one address is the right one.
  const head = {
    title,
    description: t("description", { name }),
    canonical: `/zones/${zone.slug}`,
    feed: { href: feedAddress({ ...parsed.query, groups: { ...parsed.query.groups, zone: [zone.slug] } }), title: t("feed") },
  };
  return { head, body: <ZonePage locale={locale} query={parsed.query} data={data} /> };
}

type Props = { locale: Locale; query: DirectoryQuery; data: ZoneData };

/** A territory: who works there, what is inside it, what is published about it. */
function ZonePage({ locale, query, data }: Props) {
  const t = translator(locale, "zones");
  const { zone, parents, children, total, organisations, regions } = data;
  const name = zoneName(locale, zone);
  const groups = { ...query.groups, zone: [zone.slug] };
  const search = directorySearch(query, { groups, page: 1 });
  const filtered = query.q !== "" || [query.groups, query.excluded].some((values) => Object.keys(values).length > 0);
  const trail = [
    { href: "/carte", label: translator(locale, "map")("title") },
    ...parents.map((parent) => ({ href: `/zones/${parent.slug}`, label: zoneName(locale, parent) })),
  ];
  const country = parents[0] ?? zone;
  const pageCount = Math.ceil(total / query.pageSize);
  const first = (query.page - 1) * query.pageSize;
  const within = children.filter(({ count }) => count > 0);
  const empty = children.filter(({ count }) => count === 0);
  return (
    <div className="frame">
      <PageHead
        crumbs={<Crumbs locale={locale} trail={trail} />}
        kicker={zoneLevelLabel(locale, zone, data.names)}
        title={name}
        lead={t("lead", { count: total })}
      >
        {filtered ? (
          <p>
            {t("filtered")} <a href={localPath(locale, `/zones/${zone.slug}`)}>{t("allOfZone")}</a>
          </p>
        ) : null}
        {total === 0 ? <p className="lead">{filtered ? t("emptyFiltered") : t("emptyText")}</p> : null}
      </PageHead>

      <MarginSection title={t("where")}>
        <div className="map-grid map-grid-even mt-0">
          <Locator locale={locale} limits={data.limits} zone={zone} parents={parents} regions={regions} />
          <ZoneFacts locale={locale} zone={zone} names={data.names} />
        </div>
      </MarginSection>

      {data.communities.length > 0 ? (
        <MarginSection title={t("communities")}>
          <p>{t("communitiesText")}</p>
          <Links
            className="mt-2 flex flex-wrap gap-x-6 gap-y-1"
            items={data.communities.map((community) => ({ href: localPath(locale, `/communautes/${community.slug}`), label: community.name }))}
          />
        </MarginSection>
      ) : null}

      <MarginSection title={t("inside")}>
        {children.length === 0 ? <p>{t("insideNone")}</p> : null}
        <ul className="map-names mt-0">
          {within
            .sort((a, b) => b.count - a.count)
            .map(({ zone: child, count }) => (
              <li key={child.code}>
                <a href={localPath(locale, `/zones/${child.slug}`)}>{zoneName(locale, child)}</a>
                <span className="aside"> {zoneLevelLabel(locale, child, data.names).toLocaleLowerCase(locale)} · </span>
                {count}
              </li>
            ))}
        </ul>
        {empty.length > 0 ? (
          <p className="source-note">
            {t("insideZero")}{" "}
            {empty.map(({ zone: child }, index) => (
              <span key={child.code}>
                {index > 0 ? ", " : ""}
                <a href={localPath(locale, `/zones/${child.slug}`)}>{zoneName(locale, child)}</a>
              </span>
            ))}
            .
          </p>
        ) : null}
        {data.blindSpots.length > 0 ? (
          <BlindSpots locale={locale} country={{ code: country.code, name: zoneName(locale, country) }} spots={data.blindSpots} />
        ) : null}
      </MarginSection>

      <ZoneCoverage locale={locale} query={query} data={data} />

      {total > 0 ? (
        <MarginSection id="organisations" title={t("organisations")}>
          <p className="no-print flex flex-wrap gap-x-6 gap-y-1">
            <a href={localPath(locale, `/organisations${search}`)}>{t("openList")}</a>
            <a href={localPath(locale, `/carte${search}`)}>{t("openMap")}</a>
            <a href={`/api/v1/organisations.csv${search}`}>{t("download")}</a>
            <a href={`/api/v1/citations.csv${search}`}>{t("downloadCitations")}</a>
            <a href={feedAddress({ ...query, groups })} type="application/atom+xml">
              {t("feed")}
            </a>
          </p>
          <div className="zone-counts">
            <Counts locale={locale} query={query} data={data} group="typology" title={t("byTypology")} />
            <Counts locale={locale} query={query} data={data} group="theme" title={t("byTheme")} none={t("noTheme")} />
          </div>
          {organisations.map((organisation) => (
            <OrganisationEntry key={organisation.slug} locale={locale} organisation={organisation} />
          ))}
          <Pagination
            locale={locale}
            page={query.page}
            pageCount={pageCount}
            hrefOf={(page) => localPath(locale, `/zones/${zone.slug}${directorySearch(query, { page })}#organisations`)}
          />
          {organisations.length < total ? (
            <p>
              {organisations.length > 0 ? t("range", { first: first + 1, last: first + organisations.length, count: total }) : t("noSuchPage")}{" "}
              <a href={localPath(locale, `/organisations${search}`)}>{t("allInList", { count: total })}</a>
            </p>
          ) : null}
        </MarginSection>
      ) : null}

      {data.statistics.length > 0 ? <ZoneFigures locale={locale} statistics={data.statistics} /> : null}
    </div>
  );
}

type CountsProps = { locale: Locale; query: DirectoryQuery; data: ZoneData; group: FilterGroup; title: string; none?: string };

/** The organisations of the zone by value of one facet, each number a link to the list. */
function Counts({ locale, query, data, group, title, none }: CountsProps) {
  const values = data.facets[group].filter(({ count }) => count > 0);
  return (
    <div>
      <h3>{title}</h3>
      {values.length === 0 && none ? <p>{none}</p> : null}
      <ul>
        {values.map(({ value, label, count }) => (
          <li key={value}>
            <a
              href={localPath(
                locale,
                `/organisations${directorySearch(query, { groups: { ...query.groups, zone: [data.zone.slug], [group]: [value] }, page: 1 })}`,
              )}
            >
              {filterValueLabel(locale, group, value, label)}
            </a>{" "}
            {count}
          </li>
        ))}
      </ul>
    </div>
  );
}
