import { CODED_FILTERS, isUnknown, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";

/** The values of a group that the panel shows, in order, and how many others there are. */
export type ShownValues = { values: FacetValue[]; hidden: number };

/** Lists of records (networks, partners, countries…) stop here, the most frequent first. */
const RECORDS = 20;

/** So many zones are shown whatever their level; of more, only the upper levels, and no more than these. */
const ZONES = 60;
const LARGE_LEVELS: readonly FacetValue["level"][] = ["country", "region"];
const UPPER_LEVELS: readonly FacetValue["level"][] = [...LARGE_LEVELS, "cercle"];

const isChosen = (facet: FacetValue) => facet.selected || facet.excluded;

/**
 * What a panel that must stay light shows of a group: what is chosen in any case; nothing of a group
 * whose values are all without organisations; what no source says comes last.
 */
export function shownValues(group: FilterGroup, values: readonly FacetValue[]): ShownValues {
  if (values.every((facet) => facet.count === 0 && !isChosen(facet))) return { values: [], hidden: 0 };
  const known = values.filter(({ value }) => !isUnknown(group, value));
  const unknown = values.filter(({ value }) => isUnknown(group, value));
  const shown = group in CODED_FILTERS ? known : group === "zone" ? shownZones(known) : firstOf(known, known, RECORDS);
  return { values: [...shown, ...unknown], hidden: known.length - shown.length };
}

/**
 * Those of the shown values that the panel offers to leave out: what some have and nobody chose. Of
 * zones, the large ones and what lies directly in a chosen one: "in Kayes, except Kita".
 */
export function excludableValues(group: FilterGroup, shown: readonly FacetValue[]): FacetValue[] {
  const free = shown.filter((facet) => facet.count > 0 && !isChosen(facet));
  if (group !== "zone") return free;
  const asked = new Set(shown.filter(({ selected }) => selected).map(({ value }) => value));
  return free.filter(({ level, parent }) => !level || LARGE_LEVELS.includes(level) || (parent && asked.has(parent)));
}

/** The first of some values and all that are chosen, in the order of `all`. */
function firstOf(all: readonly FacetValue[], some: readonly FacetValue[], most: number): FacetValue[] {
  const kept = new Set(some.slice(0, most));
  return all.filter((facet) => kept.has(facet) || isChosen(facet));
}

/** Countries, regions and cercles, and below them only what lies directly in a chosen zone. */
function shownZones(zones: readonly FacetValue[]): FacetValue[] {
  if (zones.length <= ZONES) return [...zones];
  const chosen = new Set(zones.filter(isChosen).map(({ value }) => value));
  const inside = zones.filter(({ parent }) => parent && chosen.has(parent));
  const upper = zones.filter((facet) => UPPER_LEVELS.includes(facet.level) && !inside.includes(facet));
  return firstOf(zones, [...inside, ...upper], ZONES);
}
