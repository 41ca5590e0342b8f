import { activeFilters } from "@/components/active-filters";
import { BlindSpots } from "@/components/blind-spots";
import { Correction } from "@/components/correction";
import { FilterChips } from "@/components/filter-chips";
import { Links } from "@/components/list";
import { organisationLink } from "@/components/organisation-link";
import { refusedParameters } from "@/components/refused-parameters";
import { zoneName } from "@/components/organisation-entry";
import { HOME_COUNTRY } from "@/domain/settings";
import { isOnWorldMap, WorldMap } from "@/components/territory-map/world-map";
import { boundariesOf } from "@/components/territory-map/drawing";
import { MaliMap } from "@/components/territory-map/mali-map";
import { Crumbs } from "@/components/crumbs";
import { PageHead } from "@/components/page-head";
import { directorySearch, parseDirectoryQuery, UNKNOWN, type ParameterProblem } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { termChoices } from "@/i18n/term-label";
import { translator } from "@/i18n/translator";
import { classesFor } from "@/components/territory-map/classes";
import { sizeOf, type CountedZone } from "@/components/territory-map/counts";
import { FilterForm } from "@/components/filter-form";
import { interactivePlaces } from "./interactive/places";
import { interactiveTexts } from "./interactive/texts";
import { MapSwitch } from "./interactive/switch";
import { Legend } from "@/components/territory-map/legend";
import { TakeAway } from "./take-away";
import { loadMap, type MapData } from "./load-map";
import { loadRegion, type RegionData } from "./load-region";
import { RegionPanel } from "./region-panel";
import { shownPlaces } from "@/components/territory-map/shown-places";
import { countries, homeRegions, places } from "@/components/territory-map/view";
import { countryAreas, LAYER, mapPath, panelAreas, panelPath, placePoints, RATED, REGION, regionMeant, zoneListPath, zonePagePath, type MapView } from "./view";
import { rateClasses, ratedAreas, rateOf } from "./population";
import { rateColumn, RateLegend, RateSources } from "./rate-layer";
import { behindZero } from "./zero";
import { ZoneTable } from "@/components/territory-map/zone-table";

/** The map of what the filters of the list match, with the same in tables. */
export async function mapPage(locale: Locale, parameters: Record<string, string[]>) {
  const parsed = parseDirectoryQuery(parameters);
  const data = parsed.ok ? await loadMap(parsed.query) : parsed;
  if (!parsed.ok || !data.ok) return refusedParameters(locale, "/carte", data.ok ? [] : data.problems);
  const { query } = parsed;
  const typed = parameters[REGION]?.at(-1)?.trim();
  const zone = typed ? regionMeant(data.zones, typed) : null;
  if (typed && !zone)
    return refusedParameters(locale, "/carte", [
      unknown(
        REGION,
        typed,
        homeRegions(data.zones).map(({ slug }) => slug),
      ),
    ]);
  const layer = parameters[LAYER]?.at(-1)?.trim();
  const canBeRated = homeRegions(data.zones).some((one) => rateOf(one, data.populations) !== null);
  if (layer && !(layer === RATED && canBeRated)) return refusedParameters(locale, "/carte", [unknown(LAYER, layer, canBeRated ? [RATED] : [])]);
  const region = zone ? await loadRegion(zone, query) : null;
  const view: MapView = { query, region: zone?.slug ?? null, rated: layer === RATED };
  return { body: <Shown locale={locale} view={view} data={data} region={region} canBeRated={canBeRated} /> };
}

const unknown = (parameter: string, value: string, accepted: string[]): ParameterProblem => ({
  ...{ parameter, value: value.slice(0, 60), reason: "unknown_value", accepted },
});

type Props = {
  locale: Locale;
  view: MapView;
  data: MapData;
  /** What the open panel tells. */
  region: RegionData | null;
  /** Whether a population is known of a region that is counted. */
  canBeRated: boolean;
};

function Shown({ locale, view, data, region, canBeRated }: Props) {
  const t = translator(locale, "map");
  const { total, zones, filtered, withoutZone, facets, correction, populations } = data;
  const { query, rated } = view;
  const regions = homeRegions(zones);
  const zoneOf = new Map(zones.map((zone) => [zone.code, zone]));
  const homeClasses = classesFor(Math.max(0, ...regions.map(sizeOf)));
  const areas = panelAreas(locale, view, zones, homeClasses, data);
  const rates = rateClasses(regions.map((zone) => rateOf(zone, populations)));
  // Nearly everyone works in the home country: it would leave one shade to all the others.
  const abroad = countries(zones).filter(({ code }) => code !== HOME_COUNTRY);
  const countryClasses = classesFor(Math.max(0, ...abroad.map(sizeOf)));
  const asked = zones.filter((zone) => zone.count !== null && zone.path.slice(0, -1).every((code) => zoneOf.get(code)?.count === null));
  const list = (names: string[]) => new Intl.ListFormat(locale, { type: "conjunction" }).format(names);
  const names = (some: readonly CountedZone[]) => list(some.map((zone) => zoneName(locale, zone)));
  const shown = shownPlaces(places(zones));
  const unplaced = shown.places.filter((zone) => zone.path[0] === HOME_COUNTRY && !zone.position);
  const drawn = [...countries(zones), ...homeRegions(zones), ...shown.places];
  const offWorld = countries(zones).filter((zone) => sizeOf(zone) > 0 && !isOnWorldMap(zone.code));
  const hasCountries = countries(zones).some(({ count }) => count !== null);
  const filters = activeFilters(locale, "/carte", query, facets).map((filter) => ({ ...filter, href: mapPath(locale, { ...view, query: filter.without }) }));
  const table = {
    ...{ locale, zoneOf, names: data.names },
    href: ({ slug }: CountedZone) => zonePagePath(locale, query, slug),
    listHref: ({ slug }: CountedZone) => zoneListPath(locale, query, slug),
  };
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")}>
        <p className="mt-3.5">
          <strong>{t("result", { count: total, placed: total - withoutZone.count })}</strong>{" "}
          <a href={localPath(locale, `/organisations${directorySearch(query, { page: 1 })}`)}>{t("seeList")}</a>
        </p>
        {correction ? <Correction locale={locale} path="/carte" query={query} correction={correction} /> : null}
        <FilterChips locale={locale} path="/carte" active={filters} />
        {filtered ? <p className="source-note">{asked.length > 0 ? t("zoneFilter", { zones: names(asked) }) : t("zoneFilterNone")}</p> : null}
        <FilterForm locale={locale} path="/carte" summary={t("filters")} query={query} facets={facets}>
          {rated ? <input type="hidden" name={LAYER} value={RATED} /> : null}
          {view.region ? <input type="hidden" name={REGION} value={view.region} /> : null}
        </FilterForm>
      </PageHead>

      <section aria-labelledby="mali">
        <h2 id="mali">{t("maliTitle")}</h2>
        <p className="map-ways no-print">
          {canBeRated ? <a href={`${mapPath(locale, { ...view, rated: !rated })}#mali`}>{t(rated ? "rate.leave" : "rate.choose")}</a> : null}
          {hasCountries ? <a href="#monde">{t("toCountries")}</a> : null}
        </p>
        <div className="map-grid">
          <figure>
            <MapSwitch
              locale={locale}
              texts={interactiveTexts(locale, data.limits)}
              imported={data.limits.map(({ level }) => level)}
              themes={Object.fromEntries(termChoices(locale, "theme", "public").map(({ value, label }) => [value, label]))}
              zones={interactivePlaces(locale, drawn)}
              search={directorySearch({ ...query, groups: { ...query.groups, zone: undefined } }, { page: 1 })}
            >
              <MaliMap
                locale={locale}
                label={t(rated ? "rate.mapLabel" : "maliLabel")}
                limits={data.limits}
                areas={rated ? ratedAreas(locale, areas, regions, populations, rates) : areas}
                points={rated ? [] : placePoints(locale, query, drawn)}
              />
            </MapSwitch>
            {rated ? (
              <RateLegend locale={locale} classes={rates} filtered={filtered} />
            ) : (
              <Legend locale={locale} classes={homeClasses} none={t("legendNone")} withPoints withOutside={filtered} />
            )}
            <figcaption className="source-note">{boundariesOf(locale, data.limits)}</figcaption>
          </figure>
          <div>
            {region ? <RegionPanel locale={locale} view={view} data={region} behind={behindZero(locale, region.zone, data)} filtered={filtered} /> : null}
            <BlindSpots locale={locale} country={{ code: HOME_COUNTRY, name: HOME_COUNTRY }} spots={data.blindSpots} />
            <ZoneTable
              {...table}
              caption={t("tableRegions")}
              zones={regions}
              href={({ slug }) => panelPath(locale, view, slug)}
              keepZero
              behind={(zone) => behindZero(locale, zone, data)}
              more={rated ? [rateColumn(locale, populations)] : []}
            />
            {rated ? <RateSources locale={locale} zones={regions} populations={populations} /> : null}
            <p className="source-note">{t("zeroMeaning")}</p>
            <p className="source-note">{t("countMeaning")}</p>
          </div>
        </div>
        <div className="mt-8">
          <ZoneTable {...table} caption={t("tablePlaces")} zones={[...shown.places, ...shown.empty]} detailed />
          {shown.left > 0 ? <p className="source-note">{t("placesLeft", { count: shown.left })}</p> : null}
          {unplaced.length > 0 ? <p className="source-note">{t("unplaced", { count: unplaced.length, places: names(unplaced) })}</p> : null}
        </div>
      </section>

      {hasCountries ? (
        <section aria-labelledby="monde" className="section-apart">
          <h2 id="monde">{t("worldTitle")}</h2>
          <div className="map-grid map-grid-even">
            <figure>
              <WorldMap label={t("worldLabel")} areas={countryAreas(locale, query, zones, countryClasses)} />
              <Legend locale={locale} classes={countryClasses} />
              {offWorld.length > 0 ? (
                <figcaption className="source-note">{t("offWorld", { count: offWorld.length, places: names(offWorld) })}</figcaption>
              ) : null}
            </figure>
            <div>
              <ZoneTable {...table} caption={t("tableCountries")} zones={countries(zones)} />
            </div>
          </div>
        </section>
      ) : null}

      <section aria-labelledby="sans-zone" className="section-apart">
        <h2 id="sans-zone">{t("withoutZone")}</h2>
        <p className="lead">{t("withoutZoneText", { count: withoutZone.count })}</p>
        {withoutZone.count > withoutZone.organisations.length ? (
          <p>
            <a href={zoneListPath(locale, query, UNKNOWN)}>{t("withoutZoneList")}</a>
          </p>
        ) : null}
        <Links className="map-names" items={withoutZone.organisations.map((organisation) => organisationLink(locale, organisation))} />
        <p className="source-note">{t("sources")}</p>
        <TakeAway locale={locale} query={query} />
      </section>
    </div>
  );
}
