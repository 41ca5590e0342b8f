import type { ReactNode } from "react";
import { requireActor } from "@/auth/actor";
import { Markup } from "@/components/markup";
import { zoneName } from "@/components/organisation-entry";
import { StaffFrame } from "@/components/staff-frame";
import { classesFor } from "@/components/territory-map/classes";
import { countZones, sizeOf, type CountedZone } from "@/components/territory-map/counts";
import { Legend } from "@/components/territory-map/legend";
import { boundariesOf } from "@/components/territory-map/drawing";
import { MaliMap } from "@/components/territory-map/mali-map";
import { shownPlaces } from "@/components/territory-map/shown-places";
import { countries, homeRegions, places, zoneAreas, zonePoints } from "@/components/territory-map/view";
import { ZoneTable } from "@/components/territory-map/zone-table";
import { ownNames } from "@/data/country/own-names";
import { countForMap } from "@/data/editing/staff-map";
import type { StaffListQuery } from "@/data/editing/staff-query";
import { presentLimits } from "@/data/limits/present";
import { zoneTree } from "@/data/zone/tree";
import { localPath, type Locale, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { Search } from "@/lib/http/search";
import { StaffFilters } from "./list-filters";
import { listQuery, listSearch } from "./list-query";

const PATH = "/admin/carte";

/** How entries are called, in the words of tables of zones. */
function words(locale: Locale) {
  const t = translator(locale, "staffViews");
  return {
    count: t("map.count"),
    listOf: (name: string) => t("map.listOf", { name }),
    empty: (empty: string) => t("map.empty", { places: empty }),
    emptyMany: (count: number) => t("map.emptyMany", { count }),
  };
}

type Props = { locale: Locale; search: Search; signOut: ReactNode };

/** `/admin/carte`: where the entries that this person may see intervene, with the filters of the list; each number leads to the list of that zone. */
export async function StaffMapPage({ locale, search, signOut }: Props) {
  const actor = await requireActor(pathsIn(locale), PATH);
  const given = listQuery(search);
  const query: StaffListQuery = { ...given, state: given.state ?? "current", order: null };
  const [{ total, counts, withoutZone }, tree, names, limits] = await Promise.all([countForMap(actor, query), zoneTree(), ownNames(), presentLimits()]);
  const asked = query.zone ? tree.filter(({ slug }) => slug === query.zone).map(({ code }) => code) : null;
  const zones = countZones(tree, counts, asked);
  const t = translator(locale, "staffViews");
  const map = translator(locale, "map");
  const listOf = (more: Partial<StaffListQuery>) => localPath(locale, `/admin${listSearch({ ...query, ...more }, 1)}`);
  const href = ({ slug }: CountedZone) => listOf({ zone: slug });
  const title = (zone: CountedZone) =>
    zone.count === null ? map("outsideTitle", { name: zoneName(locale, zone) }) : t("map.areaTitle", { name: zoneName(locale, zone), count: zone.count });
  const regions = homeRegions(zones);
  const classes = classesFor(Math.max(0, ...regions.map(sizeOf)));
  const shown = shownPlaces(places(zones));
  const table = { locale, names, href, listHref: href, words: words(locale), zoneOf: new Map(zones.map((zone) => [zone.code, zone])) };
  return (
    <StaffFrame locale={locale} actor={actor} title={t("map.title")} lead={t("map.lead")} tab={PATH} signOut={signOut}>
      <StaffFilters locale={locale} actor={actor} query={given} path={PATH} />
      <p role="status">
        <strong>{t("map.result", { count: total, placed: total - (withoutZone ?? 0) })}</strong> <a href={listOf({})}>{map("seeList")}</a>
      </p>
      {given.state ? null : <p className="source-note">{t("map.defaults")}</p>}
      <Markup className="map-grid">
        <figure>
          <MaliMap
            locale={locale}
            label={map("maliLabel")}
            limits={limits}
            areas={zoneAreas(locale, regions, classes, { href, title })}
            points={zonePoints(locale, shown.places, { href, title })}
          />
          <Legend locale={locale} classes={classes} none={t("map.none")} withPoints withOutside={asked !== null} />
          <figcaption className="source-note">{boundariesOf(locale, limits)}</figcaption>
        </figure>
        <div>
          <ZoneTable {...table} caption={map("tableRegions")} zones={regions} keepZero />
          {withoutZone === null ? null : (
            <p className="my-4">
              {t("map.withoutZone", { count: withoutZone })} {withoutZone > 0 ? <a href={listOf({ missing: "zones" })}>{t("map.withoutZoneList")}</a> : null}
            </p>
          )}
        </div>
      </Markup>
      <Markup className="map-grid map-grid-even mt-8">
        <div>
          <ZoneTable {...table} caption={map("tablePlaces")} zones={[...shown.places, ...shown.empty]} detailed />
          {shown.left > 0 ? <p className="source-note">{t("map.placesLeft", { count: shown.left })}</p> : null}
        </div>
        {countries(zones).some(({ count }) => count !== null) ? (
          <div>
            <ZoneTable {...table} caption={map("tableCountries")} zones={countries(zones)} />
          </div>
        ) : null}
      </Markup>
    </StaffFrame>
  );
}
