import { describe, expect, it } from "vitest";
import { DirectoryIndex } from "@/search/directory-index";
import { FacetLabels } from "@/search/labels";
import { FacetNumbers } from "@/search/facet-numbers";
import { SegmentBuilder } from "@/search/segment-builder";
import { nameKeyOf } from "@/search/words";

const LABELS = { "kind:cso": "Organisation de la société civile", "theme:local": "Développement local", "typology:local": "Organisations locales" };

/** Two whom labels alone find: one by two labels, a word of each; the other by one label that has both. */
function index(): DirectoryIndex {
  const facets = new FacetNumbers();
  const builder = new SegmentBuilder(facets);
  const common = { acronym: null, aliases: [], description: null, memberCount: null, updatedAt: 1, verifiedAt: null };
  builder.add({ ...common, id: 1, name: "Abeille", facets: ["kind:cso", "theme:local"] });
  builder.add({ ...common, id: 2, name: "Zéphyr", facets: ["kind:cso", "typology:local"] });
  const labels = new FacetLabels();
  for (const [facet, label] of Object.entries(LABELS)) labels.add(facets.of(facet), label);
  return DirectoryIndex.of(builder.finish(), facets, labels);
}

const found = (text: string) => index().search({ text, choice: { included: new Map(), excluded: new Map() }, sort: "relevance", from: 0, count: 9 }).ids;

describe("a text of several words", () => {
  it("finds those first of whom one value says them all", () => {
    expect(nameKeyOf("Abeille") < nameKeyOf("Zéphyr")).toBe(true);
    expect(found("organisations locales")).toEqual([2, 1]);
    expect(found("locales organisations")).toEqual([2, 1]);
  });

  it("of one word is in the order of names", () => {
    expect(found("locales")).toEqual([1, 2]);
  });
});
