import { CODED_FILTERS, isUnknown, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";

/** The values of a group that the panel shows, in order, and how many others there are. */
export type ShownValues = { values: FacetValue[]; hidden: number; isFolded: boolean };

/** A group of more values than these is folded: the others, and leaving some out, are one link away. */
const LONG = 12;
/** Of a folded list of records (networks, partners, countries…), the most frequent. */
const RECORDS = 10;
/** Of a folded tree of zones, these levels, and no more than these. */
const LARGE_LEVELS: readonly FacetValue["level"][] = ["country", "region"];
const ZONES = 40;
/** What an unfolded group shows at most, the most frequent first. */
const UNFOLDED = 300;

const isChosen = (facet: FacetValue) => facet.selected || facet.excluded;

/**
 * What a panel that must stay light shows of a group: what is chosen in any case; nothing of a group
 * whose values are all without organisations; what no source says comes last.
 */
export function shownValues(group: FilterGroup, values: readonly FacetValue[], unfolded = false): ShownValues {
  if (values.every((facet) => facet.count === 0 && !isChosen(facet))) return { values: [], hidden: 0, isFolded: false };
  const known = values.filter(({ value }) => !isUnknown(group, value));
  const unknown = values.filter(({ value }) => isUnknown(group, value));
  const isFolded = !(group in CODED_FILTERS) && !unfolded && known.length > LONG;
  const shown = !isFolded ? firstOf(known, known, UNFOLDED) : group === "zone" ? shownZones(known) : firstOf(known, known, RECORDS);
  return { values: [...shown, ...unknown], hidden: known.length - shown.length, isFolded };
}

/**
 * Those of the shown values that the panel offers to leave out: what some have and nobody chose. Of
 * zones, the large ones and what lies directly in a chosen one: "in Kayes, except Kita".
 */
export function excludableValues(group: FilterGroup, shown: readonly FacetValue[], unfolded = false): FacetValue[] {
  const free = shown.filter((facet) => facet.count > 0 && !isChosen(facet));
  if (group !== "zone" || unfolded) return free;
  const asked = new Set(shown.filter(({ selected }) => selected).map(({ value }) => value));
  return free.filter(({ level, parent }) => !level || LARGE_LEVELS.includes(level) || (parent && asked.has(parent)));
}

/** The first of some values and all that are chosen, in the order of `all`. */
function firstOf(all: readonly FacetValue[], some: readonly FacetValue[], most: number): FacetValue[] {
  const kept = new Set(some.slice(0, most));
  return all.filter((facet) => kept.has(facet) || isChosen(facet));
}

/** Countries and regions, and below them only what lies directly in a chosen zone. */
function shownZones(zones: readonly FacetValue[]): FacetValue[] {
  const chosen = new Set(zones.filter(isChosen).map(({ value }) => value));
  const inside = zones.filter(({ parent }) => parent && chosen.has(parent));
  const large = zones.filter((facet) => LARGE_LEVELS.includes(facet.level) && !inside.includes(facet));
  return firstOf(zones, [...inside, ...large], ZONES);
}
