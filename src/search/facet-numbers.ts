import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";

/** Groups whose values are correlated; the values of an organisation in them form one bundle. */
const BUNDLED: readonly (readonly FilterGroup[])[] = [
  ["kind", "typology", "perimeter", "formality", "status", "budget"],
  ["zone", "country"],
];
/** How many bundles an organisation has: those, and one of everything else. */
export const BUNDLES = BUNDLED.length + 1;

/** The kind of bundle that holds a group, by the place of the group in FILTER_GROUPS. */
export const BUNDLE_OF_GROUP: readonly number[] = FILTER_GROUPS.map((group) => {
  const kind = BUNDLED.findIndex((groups) => groups.includes(group));
  return kind === -1 ? BUNDLES - 1 : kind;
});

/** Numbers for facets, which all segments of an index share. */
export class FacetNumbers {
  readonly names: string[] = [];
  /** The place of each facet's group in FILTER_GROUPS. */
  readonly groups: number[] = [];
  private readonly numbers = new Map<string, number>();

  of(facet: string): number {
    let number = this.numbers.get(facet);
    if (number === undefined) {
      number = this.names.push(facet) - 1;
      this.numbers.set(facet, number);
      this.groups.push(FILTER_GROUPS.indexOf(facet.slice(0, facet.indexOf(":")) as FilterGroup));
    }
    return number;
  }

  find(facet: string): number | undefined {
    return this.numbers.get(facet);
  }
}
