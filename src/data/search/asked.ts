import "server-only";
import type { DirectoryQuery } from "@/domain/filters";
import type { Found } from "@/search/request";
import type { FacetChoice } from "@/search/selection";
import type { SearchState } from "./present";

type Part = { from: number; count: number; uncounted?: true };

/**
 * Searches what a query asks for. Whoever asks for no kind means organisations and networks.
 * @param orOthers when there are none, every kind is searched, so that a company or a service that a document names is found: for lists that say so, never for a count
 */
export function searchAsked(
  { index }: SearchState,
  query: DirectoryQuery,
  choice: FacetChoice,
  part: Part,
  orOthers: boolean,
): { found: Found; choice: FacetChoice; widened: boolean } {
  const search = (asked: FacetChoice) => index.search({ text: query.q, choice: asked, sort: query.sort, ...part });
  const found = search(choice);
  if (!orOthers || found.total > 0 || query.groups.kind?.length) return { found, choice, widened: false };
  const every = { ...choice, included: new Map([...choice.included].filter(([group]) => group !== "kind")) };
  const others = search(every);
  return others.total > 0 ? { found: others, choice: every, widened: true } : { found, choice, widened: false };
}
