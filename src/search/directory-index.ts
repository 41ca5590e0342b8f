import { FILTER_GROUPS, type FilterGroup, type Sort } from "@/domain/filters";
import { fold } from "@/domain/fold";
import type { SearchCorrection } from "@/domain/published/search";
import type { FacetLabels } from "./labels";
import { levelsOfText, type Levels, type Readings } from "./levels";
import { pageOfIds, tiersOf, type FoundIn } from "./order";
import { literally, parseText, type ParsedText } from "./query";
import { corrected, readText, Vocabulary, withCorrections, type TextReadings } from "./readings";
import type { FacetNumbers } from "./facet-numbers";
import { SegmentBuilder, type SearchDocument, type Segment } from "./segment";
import { passing, select, type FacetChoice, type Passing, type Selected } from "./selection";
import { mostSharing } from "./sharing";
import { nameKeyOf } from "./words";

export type SearchRequest = {
  text: string;
  choice: FacetChoice;
  sort: Sort;
  /** How many organisations to pass over, and how many to give. */
  from: number;
  count: number;
  /** The last word is still being typed. */
  unfinished?: boolean;
  /** Leave the facets uncounted. */
  uncounted?: boolean;
};

export type Found = {
  total: number;
  /** The ids of the organisations of the page, in order. */
  ids: number[];
  /** By facet number: how many organisations have it under the other groups. */
  counts: Uint32Array;
  correction: SearchCorrection | null;
  /** What was looked for, for whoever shows why an organisation was found; null without a text. */
  sought: { text: ParsedText; readings: Readings } | null;
};

/** How many choices of filters, and of views without a text, are kept ready: most readers ask for the same few. */
const KEPT = 16;

/**
 * All that can be searched, at one moment: a large base, what changed since, and which of the
 * base's organisations that replaces. Immutable: a change makes a new one, which shares the base.
 */
export class DirectoryIndex {
  private readonly vocabulary: Vocabulary;
  private readonly selections = new Map<string, Selection>();
  private readonly passings = new Map<string, [Passing, Passing]>();

  private constructor(
    readonly facets: FacetNumbers,
    readonly labels: FacetLabels,
    private readonly base: Segment,
    private readonly recent: Segment,
    private readonly recentDocuments: ReadonlyMap<number, SearchDocument | null>,
    private readonly gone: Uint8Array | null,
    private readonly rowOf: () => Map<number, number>,
  ) {
    this.vocabulary = new Vocabulary(recent.size > 0 ? [base, recent] : [base], labels);
  }

  /** @param base whose facets were numbered by `facets` */
  static of(base: Segment, facets: FacetNumbers, labels: FacetLabels): DirectoryIndex {
    let rows: Map<number, number> | null = null;
    const rowOf = () => (rows ??= new Map(Array.from(base.ids, (id, row) => [id, row])));
    return new DirectoryIndex(facets, labels, base, new SegmentBuilder(facets).finish(), new Map(), null, rowOf);
  }

  /** How many organisations changed since the base was made. */
  get changes(): number {
    return this.recentDocuments.size;
  }

  get size(): number {
    return this.base.size;
  }

  /** Whether any organisation has a facet. */
  isHeld(facet: number): boolean {
    const held = ({ start }: Segment["holders"]) => facet + 1 < start.length && start[facet + 1]! > start[facet]!;
    return held(this.base.holders) || held(this.recent.holders);
  }

  /** The index with organisations as they are now; null for those that the public may no longer see. */
  with(changed: ReadonlyMap<number, SearchDocument | null>, labels: FacetLabels): DirectoryIndex {
    const documents = new Map([...this.recentDocuments, ...changed]);
    const gone = new Uint8Array(this.base.size);
    for (const id of documents.keys()) {
      const row = this.rowOf().get(id);
      if (row !== undefined) gone[row] = 1;
    }
    const builder = new SegmentBuilder(this.facets);
    const present = [...documents.values()].filter((document) => document !== null);
    for (const document of inNameOrder(present)) builder.add(document);
    return new DirectoryIndex(this.facets, labels, this.base, builder.finish(), documents, gone, this.rowOf);
  }

  search(request: SearchRequest): Found {
    const text = parseText(request.text);
    if (text.clauses.length === 0 && text.without.length === 0) {
      const selection = this.withoutText(request.choice);
      return { ...this.page(selection, null, request), correction: null, sought: null };
    }
    const { readings, corrections } = readText(this.vocabulary, text, request.unfinished);
    const levels = this.bestLevels(text, { readings, corrections });
    const selection = this.select(levels, request.choice, !request.uncounted);
    const whole = text.whole?.map((word) => readings.get(word)?.word ?? word) ?? null;
    const used = corrections.size > 0 ? withCorrections(request.text, corrections, readings, fold) : null;
    return {
      ...this.page(selection, { levels, whole }, request),
      correction: used === null || selection.total === 0 ? null : { typed: request.text, used, literal: literally(request.text) },
      sought: { text, readings },
    };
  }

  /**
   * The ids of the organisations of a choice that have the most of these facets, then by name.
   * @param except the one that shares all of them with itself
   */
  sharing(facets: readonly string[], choice: FacetChoice, except: number, limit: number): number[] {
    const [base, recent] = this.passing(choice);
    const numbers = facets.flatMap((facet) => this.facets.find(facet) ?? []);
    const best = [...mostSharing(this.base, base, this.gone, numbers, limit + 1), ...mostSharing(this.recent, recent, null, numbers, limit + 1)];
    return best
      .sort((a, b) => b.shared - a.shared || (a.name < b.name ? -1 : 1))
      .flatMap(({ id }) => (id === except ? [] : [id]))
      .slice(0, limit);
  }

  /** How many public organisations have a facet under the default view; 0 for one that nobody has. */
  countsOf(choice: FacetChoice): Uint32Array {
    return this.withoutText(choice).counts;
  }

  private levels(text: ParsedText, readings: Readings): Levels[] {
    return [this.base, this.recent].map((segment) => levelsOfText(segment, text, readings, this.labels));
  }

  /** Reads a mistyped word as the likeliest one that leaves something to find, and notes that in `readings`. */
  private bestLevels(text: ParsedText, { readings, corrections }: TextReadings): Levels[] {
    const first = this.levels(text, readings);
    if (corrections.size === 0 || this.findsAny(first)) return first;
    for (const [word, candidates] of corrections) {
      for (const candidate of candidates.slice(1)) {
        const others = new Map(readings).set(word, corrected(candidate));
        const levels = this.levels(text, others);
        if (!this.findsAny(levels)) continue;
        readings.set(word, corrected(candidate));
        return levels;
      }
    }
    return first;
  }

  private findsAny([base, recent]: Levels[]): boolean {
    return recent!.some((level) => level !== 255) || base!.some((level, row) => level !== 255 && this.gone?.[row] !== 1);
  }

  private select(levels: Levels[] | null, choice: FacetChoice, counted = true, candidates: Uint32Array | null = null): Selection {
    const [ofBase, ofRecent] = this.passing(choice);
    const counts = new Uint32Array(this.facets.names.length);
    const base = select(this.base, levels?.[0] ?? null, candidates, this.gone, ofBase, this.facets, counted ? counts : null);
    const recent = select(this.recent, levels?.[1] ?? null, null, null, ofRecent, this.facets, counted ? counts : null);
    return { base, recent, counts, total: base.length + recent.length };
  }

  /**
   * Looks only at the organisations of the rarest value asked for. The other values of its group are
   * then counted by the view without that group, which most readers have come from.
   */
  private selectRarest(choice: FacetChoice): Selection {
    const rarest = this.rarest(choice);
    if (rarest === null) return this.select(null, choice);
    const selection = this.select(null, choice, true, rarest.holders);
    const { counts } = this.withoutText({ ...choice, included: new Map([...choice.included].filter(([group]) => group !== rarest.group)) });
    const place = FILTER_GROUPS.indexOf(rarest.group);
    this.facets.groups.forEach((group, facet) => {
      if (group === place) selection.counts[facet] = counts[facet] ?? 0;
    });
    return selection;
  }

  /** The value asked for that fewest organisations have, alone in its group; null when that spares little. */
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

  private passing(choice: FacetChoice): [Passing, Passing] {
    return kept(this.passings, keyOf(choice), () => [passing(this.base, choice, this.facets), passing(this.recent, choice, this.facets)]);
  }

  private withoutText(choice: FacetChoice): Selection {
    return kept(this.selections, keyOf(choice), () => this.selectRarest(choice));
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

/** What was made for a key before, or is made now; the oldest gives way. */
function kept<T>(made: Map<string, T>, key: string, make: () => T): T {
  const known = made.get(key);
  if (known !== undefined) return known;
  const value = make();
  if (made.size >= KEPT) made.delete(made.keys().next().value!);
  made.set(key, value);
  return value;
}

function inNameOrder(documents: SearchDocument[]): SearchDocument[] {
  return documents
    .map((document) => ({ document, key: nameKeyOf(document.name) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.document.id - b.document.id))
    .map(({ document }) => document);
}
