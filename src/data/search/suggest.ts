import "server-only";
import type { Suggestions } from "@/domain/published/search";
import { searchEntities } from "../entity/search";
import { parseText } from "@/search/query";
import type { ThemeTerm } from "@/domain/terms";
import { DEFAULT_CHOICE, kindsMeant } from "./resolve-groups";
import { presentIndex } from "./present";
import { linksInOrder } from "./in-order";

const MOST = { organisations: 6, zones: 3, themes: 3, entities: 3 } as const;
const SHORTEST = 2;

const NOTHING: Suggestions = { organisations: [], zones: [], themes: [], entities: [] };

/**
 * What a text that is still being typed may become: organisations and networks as the list would
 * give them, the zones and themes whose names its words begin, and the bodies and programmes that hold them. Nothing before the second letter.
 */
export async function suggestSearch(text: string): Promise<Suggestions> {
  const words = parseText(text)
    .clauses.flat()
    .flatMap((term) => term.words);
  if (words.join("").length < SHORTEST) return NOTHING;
  const { index, names } = await presentIndex();
  const choice = { ...DEFAULT_CHOICE, included: new Map([["kind" as const, kindsMeant(index, text)]]) };
  const found = index.search({ text, choice, sort: "relevance", from: 0, count: MOST.organisations, unfinished: true, uncounted: true });
  const counts = index.countsOf(DEFAULT_CHOICE);
  const begun = index.labels.beginningWith(words).filter((number) => counts[number]! > 0);
  const inGroup = (group: string) => begun.filter((number) => names.byNumber[number]?.group === group);
  const [organisations, entities] = await Promise.all([linksInOrder(found.ids), searchEntities(text, MOST.entities, true)]);
  return {
    organisations,
    entities,
    zones: inGroup("zone")
      .slice(0, MOST.zones)
      .map((number) => {
        const { value, label, code, level } = names.byNumber[number]!.shown;
        return { slug: value, code: code!, name: label!, level: level!, count: counts[number]! };
      }),
    themes: inGroup("theme")
      .slice(0, MOST.themes)
      .map((number) => ({ code: names.byNumber[number]!.shown.value as ThemeTerm, count: counts[number]! })),
  };
}
