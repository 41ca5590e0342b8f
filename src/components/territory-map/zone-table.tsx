import type { OwnNames } from "@/domain/own-names";
import type { Locale } from "@/i18n/locales";
import { zoneLevelLabel } from "@/i18n/own-name";
import { formatNumber, translator } from "@/i18n/translator";
import { zoneName } from "../organisation-entry";
import { Table, type Column } from "../table";
import { sizeOf, type CountedZone } from "./counts";

type Props = {
  locale: Locale;
  caption: string;
  zones: readonly CountedZone[];
  /** All zones by code, for the names of those that contain others. */
  zoneOf: ReadonlyMap<string, CountedZone>;
  names: OwnNames;
  /** Where the name of a zone leads, and its number. */
  href: (zone: CountedZone) => string;
  listHref: (zone: CountedZone) => string;
  /** How what is counted is called, where it is not organisations of the public directory. */
  words?: ZoneTableWords;
  /** Show the level and what contains each zone. */
  detailed?: boolean;
  /** Show rows with zero; otherwise these are named in a sentence under the table. */
  keepZero?: boolean;
  /** What a zero may hide, which its row then says. */
  behind?: (zone: CountedZone) => readonly string[];
  /** What else is told of each, last. */
  more?: readonly ZoneColumn[];
};

export type ZoneColumn = Column<CountedZone>;

export type ZoneTableWords = {
  count: string;
  listOf: (name: string) => string;
  empty: (places: string) => string;
  emptyMany: (count: number) => string;
};

function publicWords(locale: Locale): ZoneTableWords {
  const t = translator(locale, "map");
  return {
    count: t("count"),
    listOf: (name) => t("listOf", { name }),
    empty: (places) => t("emptyPlaces", { places }),
    emptyMany: (count) => t("emptyPlacesMany", { count }),
  };
}

/** Above this, places without organisations are counted and not named. */
const MOST_NAMED = 60;

/** The same as the map in words: each zone with its number, most first. */
export function ZoneTable({
  locale,
  caption,
  zones,
  zoneOf,
  names,
  href,
  listHref,
  words = publicWords(locale),
  detailed = false,
  keepZero = false,
  behind,
  more = [],
}: Props) {
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
                  <a href={href(zone)}>{zoneName(locale, zone)}</a>
                  {detailed ? <span className="aside"> {zoneLevelLabel(locale, zone, names).toLocaleLowerCase(locale)}</span> : null}
                  {behind ? <Behind reasons={behind(zone)} /> : null}
                </>
              ),
            },
            ...(detailed ? [{ head: t("inside"), cell: container }] : []),
            { head: words.count, num: true, cell: (zone) => <Count locale={locale} zone={zone} href={listHref(zone)} words={words} /> },
            ...more,
          ]}
        />
      ) : null}
      {empty.length > 0 ? (
        <p className="source-note">
          {empty.length > MOST_NAMED
            ? words.emptyMany(empty.length)
            : words.empty(new Intl.ListFormat(locale, { type: "conjunction" }).format(empty.map((zone) => zoneName(locale, zone))))}
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
function Count({ locale, zone, href, words }: { locale: Locale; zone: CountedZone; href: string; words: ZoneTableWords }) {
  if (sizeOf(zone) === 0) return 0;
  const count = formatNumber(locale, sizeOf(zone));
  return (
    <a href={href} aria-label={`${count} · ${words.listOf(zoneName(locale, zone))}`}>
      {count}
    </a>
  );
}
