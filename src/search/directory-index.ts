import { FILTER_GROUPS, type FilterGroup } from "@/domain/filters";
import { fold } from "@/domain/fold";
import { cached } from "./cached";
import type { FacetLabels } from "./labels";
import { levelsOfText, type Levels, type Expansions } from "./levels";
import { facetsOfNamed } from "./named";
import { pageOfIds, tiersOf, type FoundIn } from "./order";
import { literally, parseText, type ParsedText } from "./query";
import { corrected, expandText, stemsOfQuery, Vocabulary, withCorrections, type ExpandedText } from "./expansion";
import type { FacetNumbers } from "./facet-numbers";
import type { Found, SearchRequest } from "./request";
import { rowOf, sizeOf, standAlike, type SearchDocument, type Segment } from "./segment";
import { inNameOrder, SegmentBuilder } from "./segment-builder";
import { compileFilter, findable, select, type CompiledFilter, type FacetChoice, type Selected } from "./selection";
import { mostSharing } from "./sharing";

/**
 * The index at one revision: a large base segment, a small segment of what changed since the base was
 * built, and a mask of the organisations of the base that have changed. Immutable: a change returns a new index, which shares the base.
 */
export class DirectoryIndex {
  private readonly vocabulary: Vocabulary;

  private constructor(
    readonly facets: FacetNumbers,
    readonly labels: FacetLabels,
    private readonly base: Segment,
    private readonly recent: Segment,
    private readonly recentDocuments: ReadonlyMap<number, SearchDocument | null>,
    /** By organisation of the base: 1 when it changed since, or is no longer public. */
    private readonly superseded: Uint8Array | null,
    private readonly selections = new Map<string, Selection>(),
    private readonly filters = new Map<string, [CompiledFilter, CompiledFilter]>(),
  ) {
    this.vocabulary = new Vocabulary(sizeOf(recent) > 0 ? [base, recent] : [base], labels, superseded);
  }

  /** @param base whose facets were numbered by `facets` */
  static of(base: Segment, facets: FacetNumbers, labels: FacetLabels): DirectoryIndex {
    return new DirectoryIndex(facets, labels, base, new SegmentBuilder(facets).finish(), new Map(), null);
  }

  /** How many organisations changed since the base was built. */
  get changes(): number {
    return this.recentDocuments.size;
  }

  /** The organisations that it holds or once held, in no order. */
  get ids(): number[] {
    return [...this.base.ids, ...this.recentDocuments.keys()];
  }

  get size(): number {
    return sizeOf(this.base) + this.changes;
  }

  /** Whether any organisation has a facet. */
  isUsed(facet: number): boolean {
    const { start, items } = this.base.holders;
    const inBase = items.subarray(start[facet] ?? 0, start[facet + 1] ?? 0);
    const recent = this.recent.holders.start;
    return (recent[facet + 1] ?? 0) > (recent[facet] ?? 0) || inBase.some((row) => this.superseded?.[row] !== 1);
  }

  /** A new index with these organisations replaced; null for those that are no longer public. */
  with(changed: ReadonlyMap<number, SearchDocument | null>, labels: FacetLabels): DirectoryIndex {
    const documents = new Map([...this.recentDocuments, ...changed]);
    const superseded = this.superseded?.slice() ?? new Uint8Array(sizeOf(this.base));
    for (const id of documents.keys()) {
      const row = rowOf(this.base, id);
      if (row !== undefined) superseded[row] = 1;
    }
    const builder = new SegmentBuilder(this.facets);
    const present = [...documents.values()].filter((document) => document !== null);
    for (const document of inNameOrder(present)) builder.add(document);
    // What filters find is the same rows of both segments.
    const isAlike = [...changed].every(([id, document]) => standAlike(this.recentDocuments.get(id), document));
    const [selections, filters] = isAlike ? [this.selections, this.filters] : [];
    return new DirectoryIndex(this.facets, labels, this.base, builder.finish(), documents, superseded, selections, filters);
  }

  /**
   * A new index without the organisations that are not among these; no document is read again.
   * @param ids in ascending order
   */
  only(ids: Int32Array, labels: FacetLabels): DirectoryIndex {
    const wanted = new Uint8Array((ids.at(-1) ?? 0) + 1);
    for (let at = 0; at < ids.length; at++) wanted[ids[at]!] = 1;
    const superseded = this.superseded?.slice() ?? new Uint8Array(sizeOf(this.base));
    for (let row = 0; row < superseded.length; row++) if (wanted[this.base.ids[row]!] !== 1) superseded[row] = 1;
    const rest = new DirectoryIndex(this.facets, labels, this.base, this.recent, this.recentDocuments, superseded);
    const removed = [...this.recentDocuments.keys()].filter((id) => wanted[id] !== 1);
    return removed.length === 0 ? rest : rest.with(new Map(removed.map((id) => [id, null])), labels);
  }

  search(request: SearchRequest): Found {
    const text = parseText(request.text);
    if (text.clauses.length === 0 && text.without.length === 0) {
      const selection = this.withoutText(request.choice);
      return { ...this.page(selection, null, request), correction: null, query: null };
    }
    const { expansions, corrections } = expandText(this.vocabulary, text, request.unfinished);
    const levels = this.bestLevels(text, { expansions, corrections });
    const selection = request.uncounted ? this.uncounted(levels, request.choice) : this.select(levels, request.choice);
    const whole = text.whole?.map((word) => expansions.get(word)?.word ?? word) ?? null;
    const used = corrections.size > 0 ? withCorrections(request.text, corrections, expansions, fold) : null;
    return {
      ...this.page(selection, { levels, whole }, request),
      correction: used === null || selection.total === 0 ? null : { typed: request.text, used, literal: literally(request.text) },
      query: { text, expansions },
    };
  }

  /** Those of each segment that a text and a choice find. */
  selected(typed: string, choice: FacetChoice): { segment: Segment; rows: Selected }[] {
    const text = parseText(typed);
    const isText = text.clauses.length > 0 || text.without.length > 0;
    const { base, recent } = isText ? this.uncounted(this.bestLevels(text, expandText(this.vocabulary, text)), choice) : this.withoutText(choice);
    return [base, recent].map((rows, place) => ({ segment: place === 0 ? this.base : this.recent, rows }));
  }

  /**
   * The ids of the organisations of a choice that have the most of these facets, then by name.
   * @param except the one that shares all of them with itself
   */
  sharing(facets: readonly string[], choice: FacetChoice, except: number, limit: number): number[] {
    const [base, recent] = this.compiled(choice);
    const numbers = facets.flatMap((facet) => this.facets.find(facet) ?? []);
    const best = [...mostSharing(this.base, base, this.superseded, numbers, limit + 1), ...mostSharing(this.recent, recent, null, numbers, limit + 1)];
    return best
      .sort((a, b) => b.shared - a.shared || (a.name < b.name ? -1 : 1))
      .flatMap(({ id }) => (id === except ? [] : [id]))
      .slice(0, limit);
  }

  /** As {@link stemsOfQuery} has it. */
  stemsAsked(typed: string): string[] | null {
    return stemsOfQuery(this.vocabulary, parseText(typed));
  }

  /** The facets of a group of those of which a text is the whole name or the acronym. */
  ofNamed(text: string, group: FilterGroup): string[] {
    const whole = parseText(text).whole ?? [];
    return [...facetsOfNamed(this.base, this.superseded, whole, group, this.facets), ...facetsOfNamed(this.recent, null, whole, group, this.facets)];
  }

  /** How many public organisations have a facet under the default view; 0 for one that nobody has. */
  countsOf(choice: FacetChoice): Uint32Array {
    return this.withoutText(choice).counts;
  }

  private levels(text: ParsedText, expansions: Expansions): Levels[] {
    return [this.base, this.recent].map((segment) => levelsOfText(segment, text, expansions, this.labels));
  }

  /** Replaces a mistyped word by the likeliest correction with results, and records that in `expansions`. */
  private bestLevels(text: ParsedText, { expansions, corrections }: ExpandedText): Levels[] {
    const first = this.levels(text, expansions);
    if (corrections.size === 0 || this.findsAny(first)) return first;
    for (const [word, candidates] of corrections) {
      for (const candidate of candidates.slice(1)) {
        const others = new Map(expansions).set(word, corrected(candidate));
        const levels = this.levels(text, others);
        if (!this.findsAny(levels)) continue;
        expansions.set(word, corrected(candidate));
        return levels;
      }
    }
    return first;
  }

  private findsAny([base, recent]: Levels[]): boolean {
    return recent!.some((level) => level !== 255) || base!.some((level, row) => level !== 255 && this.superseded?.[row] !== 1);
  }

  private select(levels: Levels[] | null, choice: FacetChoice, candidates: Uint32Array | null = null): Selection {
    const [ofBase, ofRecent] = this.compiled(choice);
    const counts = new Uint32Array(this.facets.names.length);
    const base = select(this.base, levels?.[0] ?? null, candidates, this.superseded, ofBase, this.facets, counts);
    const recent = select(this.recent, levels?.[1] ?? null, null, null, ofRecent, this.facets, counts);
    return { base, recent, counts, total: base.length + recent.length };
  }

  /** Which of those that match the filter, usually cached, a text finds. */
  private uncounted([ofBase, ofRecent]: Levels[], choice: FacetChoice): Selection {
    const all = this.withoutText(choice);
    const base = findable(all.base, ofBase!);
    const recent = findable(all.recent, ofRecent!);
    return { base, recent, counts: new Uint32Array(), total: base.length + recent.length };
  }

  /**
   * Scans only the organisations that have the most selective value of the filter. The other values of its group
   * are then counted from the selection without that group, which is usually cached.
   */
  private selectByRarest(choice: FacetChoice): Selection {
    const rarest = this.rarest(choice);
    if (rarest === null) return this.select(null, choice);
    const selection = this.select(null, choice, rarest.holders);
    const { counts } = this.withoutText({ ...choice, included: new Map([...choice.included].filter(([group]) => group !== rarest.group)) });
    const place = FILTER_GROUPS.indexOf(rarest.group);
    this.facets.groups.forEach((group, facet) => {
      if (group === place) selection.counts[facet] = counts[facet] ?? 0;
    });
    return selection;
  }

  /** The most selective value of the filter, alone in its group; null when none excludes at least half. */
  private rarest({ included, excluded }: FacetChoice): { group: FilterGroup; holders: Uint32Array } | null {
    const { start, items } = this.base.holders;
    let best: { group: FilterGroup; holders: Uint32Array } | null = null;
    for (const [group, [facet, ...others]] of included) {
      const number = facet === undefined ? undefined : this.facets.find(facet);
      if (others.length > 0 || excluded.has(group) || number === undefined) continue;
      const holders = items.subarray(start[number] ?? 0, start[number + 1] ?? 0);
      if (holders.length < (best?.holders ?? this.base.ids).length / 2) best = { group, holders };
    }
    return best;
  }

  private compiled(choice: FacetChoice): [CompiledFilter, CompiledFilter] {
    return cached(this.filters, keyOf(choice), () => [compileFilter(this.base, choice, this.facets), compileFilter(this.recent, choice, this.facets)]);
  }

  private withoutText(choice: FacetChoice): Selection {
    return cached(this.selections, keyOf(choice), () => this.selectByRarest(choice));
  }

  private page({ base, recent, counts, total }: Selection, text: { levels: Levels[]; whole: string[] | null } | null, { sort, from, count }: SearchRequest) {
    const found = (segment: Segment, rows: Selected, levels: Levels | undefined): FoundIn => ({
      segment,
      rows,
      tiers: text && levels && sort === "relevance" ? tiersOf(segment, rows, levels, text.whole) : null,
    });
    const ids = count === 0 ? [] : pageOfIds(found(this.base, base, text?.levels[0]), found(this.recent, recent, text?.levels[1]), sort, from, count);
    return { total, ids, counts };
  }
}

type Selection = { base: Selected; recent: Selected; counts: Uint32Array; total: number };

const keyOf = ({ included, excluded }: FacetChoice): string => JSON.stringify([[...included], [...excluded]]);
