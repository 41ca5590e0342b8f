import { zoneName } from "@/components/organisation-entry";
import type { DirectoryQuery } from "@/domain/filters";
import type { OwnNames } from "@/domain/own-names";
import type { Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { formatNumber, translator } from "@/i18n/translator";
import { sizeOf, type CountedZone } from "./counts";
import { zoneListPath, zonePagePath } from "./view";

type Props = {
  locale: Locale;
  query: DirectoryQuery;
  caption: string;
  zones: readonly CountedZone[];
  /** All zones by code, for the names of those that contain others. */
  zoneOf: ReadonlyMap<string, CountedZone>;
  names: OwnNames;
  /** Show the level and what contains each zone. */
  detailed?: boolean;
  /** Show rows with zero; otherwise these are named in a sentence under the table. */
  keepZero?: boolean;
};

/** Above this, places without organisations are counted and not named. */
const MOST_NAMED = 60;

/** The same as the map in words: each zone with its number, most first. */
export function ZoneTable({ locale, query, caption, zones, zoneOf, names, detailed = false, keepZero = false }: Props) {
  const t = translator(locale, "map");
  const counted = zones.filter((zone) => zone.count !== null);
  const rows = counted.filter((zone) => keepZero || sizeOf(zone) > 0);
  const empty = counted.filter((zone) => !keepZero && sizeOf(zone) === 0);
  const inOrder = new Intl.Collator(locale);
  rows.sort((a, b) => sizeOf(b) - sizeOf(a) || inOrder.compare(zoneName(locale, a), zoneName(locale, b)));
  const container = (zone: CountedZone) => {
    const parent = zoneOf.get(zone.path.at(-2) ?? "");
    return parent ? zoneName(locale, parent) : "";
  };
  return (
    <>
      {rows.length === 0 ? <p>{t("noneCounted")}</p> : null}
      {rows.length > 0 ? (
        <table className="map-table">
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t("zone")}</th>
              {detailed ? <th scope="col">{t("inside")}</th> : null}
              <th scope="col" className="num">
                {t("count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((zone) => (
              <tr key={zone.code}>
                <th scope="row">
                  <a href={zonePagePath(locale, query, zone.slug)}>{zoneName(locale, zone)}</a>
                  {detailed ? <span className="map-level"> {zoneLevelLabel(locale, zone, names).toLocaleLowerCase(locale)}</span> : null}
                </th>
                {detailed ? <td>{container(zone)}</td> : null}
                <td className="num">
                  {sizeOf(zone) === 0 ? (
                    0
                  ) : (
                    <a
                      href={zoneListPath(locale, query, zone.slug)}
                      aria-label={`${formatNumber(locale, sizeOf(zone))} · ${t("listOf", { name: zoneName(locale, zone) })}`}
                    >
                      {formatNumber(locale, sizeOf(zone))}
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {empty.length > 0 ? (
        <p className="source-note">
          {empty.length > MOST_NAMED
            ? t("emptyPlacesMany", { count: empty.length })
            : t("emptyPlaces", { places: new Intl.ListFormat(locale, { type: "conjunction" }).format(empty.map((zone) => zoneName(locale, zone))) })}
        </p>
      ) : null}
    </>
  );
}
