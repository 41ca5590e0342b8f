import type { FilterGroup, Sort } from "@/domain/filters";
import { DirectoryIndex } from "@/search/directory-index";
import { FacetLabels } from "@/search/labels";
import { FacetNumbers } from "@/search/facet-numbers";
import type { SearchDocument } from "@/search/segment";
import { SegmentBuilder } from "@/search/segment-builder";
import { nameKeyOf } from "@/search/words";

type Given = Partial<SearchDocument> & { id: number; name: string };

/** A civil society organisation of which nothing but the name is known, unless more is said. */
export const document = (given: Given): SearchDocument => ({
  acronym: null,
  aliases: [],
  description: null,
  facets: ["kind:cso"],
  memberCount: null,
  updatedAt: given.id,
  verifiedAt: null,
  ...given,
});

const LABELS: Record<string, string> = { "zone:ML": "Mali", "zone:K": "Kayes", "theme:women": "Droits des femmes", "zone:Y": "Yélimané" };

/** An index of a few made-up organisations. */
export function indexOf(...given: Given[]): DirectoryIndex {
  const facets = new FacetNumbers();
  const builder = new SegmentBuilder(facets);
  const key = ({ name }: Given) => nameKeyOf(name);
  for (const one of [...given].sort((a, b) => (key(a) < key(b) ? -1 : 1))) builder.add(document(one));
  return DirectoryIndex.of(builder.finish(), facets, labelsFor(facets));
}

/** What the values are called, of those that the stories look for. */
export function labelsFor(facets: FacetNumbers): FacetLabels {
  const labels = new FacetLabels();
  for (const [facet, label] of Object.entries(LABELS)) labels.add(facets.of(facet), label);
  return labels;
}

type Choice = Partial<Record<FilterGroup, string[]>>;
const sides = (values: Choice) => new Map(Object.entries(values) as [FilterGroup, string[]][]);

/** What a text finds: the first twenty by relevance, unless asked otherwise. */
export function search(
  index: DirectoryIndex,
  text: string,
  {
    included = {},
    excluded = {},
    sort = "relevance",
    from = 0,
    count = 20,
  }: { included?: Choice; excluded?: Choice; sort?: Sort; from?: number; count?: number } = {},
) {
  return index.search({ text, choice: { included: sides(included), excluded: sides(excluded) }, sort, from, count });
}

/** How many have each value, without those that nobody has. */
export const counted = (index: DirectoryIndex, counts: Uint32Array) =>
  Object.fromEntries(index.facets.names.flatMap((facet, number) => (counts[number] ? [[facet, counts[number]]] : [])));
