import { ZONE_LEVELS } from "@/domain/vocabularies";
import { sizeOf, type CountedZone } from "./counts";

/** As many places as a page can name on a slow phone. */
const MOST_PLACES = 40;

/** What is said of the places of a map: those shown, and how many more there are. */
export type ShownPlaces = {
  /** With organisations, in the order of the tree. */
  places: CountedZone[];
  /** With organisations too, but left to the pages of the zones around them. */
  left: number;
  /** Counted, without organisations. */
  empty: CountedZone[];
};

/** The places with the most organisations, up to what a page can name; among equals the widest, which holds the others. */
export function shownPlaces(zones: readonly CountedZone[]): ShownPlaces {
  const width = ({ level }: CountedZone) => ZONE_LEVELS.indexOf(level);
  const held = zones.filter((zone) => sizeOf(zone) > 0);
  const kept = new Set([...held].sort((a, b) => sizeOf(b) - sizeOf(a) || width(a) - width(b)).slice(0, MOST_PLACES));
  return {
    places: held.filter((zone) => kept.has(zone)),
    left: held.length - kept.size,
    empty: zones.filter(({ count }) => count === 0),
  };
}
