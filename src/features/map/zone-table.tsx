import { zoneName } from "@/components/organisation-entry";
import { Table } from "@/components/table";
import type { DirectoryQuery } from "@/domain/filters";
import type { OwnNames } from "@/domain/own-names";
import type { Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { formatNumber, translator } from "@/i18n/translator";
import { sizeOf, type CountedZone } from "./counts";
import { zoneListPath, zonePagePath } from "./view";
import { behindZero, type LeftOut } from "./zero";

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
  /** What zeros may hide, which their rows then say. */
  leftOut?: LeftOut;
};

/** Above this, places without organisations are counted and not named. */
const MOST_NAMED = 60;

/** The same as the map in words: each zone with its number, most first. */
export function ZoneTable({ locale, query, caption, zones, zoneOf, names, detailed = false, keepZero = false, leftOut }: Props) {
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
        <Table
          small
          caption={caption}
          rows={rows}
          keyOf={({ code }) => code}
          columns={[
            {
              head: t("zone"),
              cell: (zone) => (
                <>
                  <a href={zonePagePath(locale, query, zone.slug)}>{zoneName(locale, zone)}</a>
                  {detailed ? <span className="aside"> {zoneLevelLabel(locale, zone, names).toLocaleLowerCase(locale)}</span> : null}
                  {leftOut ? <Behind reasons={behindZero(locale, zone, leftOut)} /> : null}
                </>
              ),
            },
            ...(detailed ? [{ head: t("inside"), cell: container }] : []),
            { head: t("count"), num: true, cell: (zone) => <Count locale={locale} zone={zone} href={zoneListPath(locale, query, zone.slug)} /> },
          ]}
        />
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

/** What a zero may hide, under the name of its zone. */
function Behind({ reasons }: { reasons: readonly string[] }) {
  return reasons.length > 0 ? <span className="aside zone-behind">{reasons.join(" · ")}</span> : null;
}

/** A number that leads to the organisations that it counts. */
function Count({ locale, zone, href }: { locale: Locale; zone: CountedZone; href: string }) {
  if (sizeOf(zone) === 0) return 0;
  const count = formatNumber(locale, sizeOf(zone));
  return (
    <a href={href} aria-label={`${count} · ${translator(locale, "map")("listOf", { name: zoneName(locale, zone) })}`}>
      {count}
    </a>
  );
}
