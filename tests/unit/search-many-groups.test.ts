import { describe, expect, it, vi } from "vitest";
import type * as Filters from "@/domain/filters";
import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import { DirectoryIndex } from "@/search/directory-index";
import { FacetNumbers } from "@/search/facet-numbers";
import { FacetLabels } from "@/search/labels";
import { SegmentBuilder } from "@/search/segment-builder";

vi.mock("@/domain/filters", async (original) => ({
  ...(await original<typeof Filters>()),
  FILTER_GROUPS: Array.from({ length: 32 }, (_, index) => `group${index}`),
}));

const groups: readonly FilterGroup[] = FILTER_GROUPS;

/** Two organisations, which have "yes" and "no" in every group. */
function index(): DirectoryIndex {
  const facets = new FacetNumbers();
  const builder = new SegmentBuilder(facets);
  const shared = { acronym: null, aliases: [], description: null, memberCount: null, updatedAt: 0, verifiedAt: null };
  builder.add({ ...shared, id: 1, name: "Alpha", facets: groups.map((group) => `${group}:yes`) });
  builder.add({ ...shared, id: 2, name: "Beta", facets: groups.map((group) => `${group}:no`) });
  return DirectoryIndex.of(builder.finish(), facets, new FacetLabels());
}

const search = (included: [FilterGroup, string[]][], excluded: [FilterGroup, string[]][]) =>
  index().search({ text: "", choice: { included: new Map(included), excluded: new Map(excluded) }, sort: "name", from: 0, count: 10 });

describe("a directory with 32 groups of filters", () => {
  it.each(groups)("includes and excludes by %s", (group) => {
    expect(search([[group, [`${group}:yes`]]], []).ids).toEqual([1]);
    expect(search([], [[group, [`${group}:yes`]]]).ids).toEqual([2]);
  });

  it("counts the alternatives of the last one", () => {
    const group = groups[31]!;
    const { counts } = search([[group, [`${group}:yes`]]], []);
    const facets = index().facets;
    expect([counts[facets.find(`${group}:yes`)!], counts[facets.find(`${group}:no`)!]]).toEqual([1, 1]);
    expect(counts[facets.find(`${groups[0]}:no`)!]).toBe(0);
  });

  it("combines the conditions of all", () => {
    expect(
      search(
        groups.map((group) => [group, [`${group}:yes`]]),
        [],
      ).ids,
    ).toEqual([1]);
    expect(
      search(
        groups.map((group, at) => [group, [`${group}:${at === 31 ? "no" : "yes"}`]]),
        [],
      ).ids,
    ).toEqual([]);
  });
});
