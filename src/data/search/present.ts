import "server-only";
import type { ClientBase } from "pg";
import { CODED_FILTERS, isCoded, isUnknown, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import { DirectoryIndex } from "@/search/directory-index";
import { FacetNumbers } from "@/search/facet-numbers";
import { openImage } from "@/search/image";
import { FacetLabels } from "@/search/labels";
import { SegmentBuilder } from "@/search/segment-builder";
import { logger } from "@/lib/logger";
import { markProvisional, markShows, markShowsAnything, readBeside, requestPast } from "@/lib/request-outcome";
import { presentRevision, readRows, serves } from "../read";
import { buildInThread } from "./build-in-thread";
import { documentsIn, documentsOf, documentsSql, publicIds, type Row as DocumentRow } from "./documents";
import { facetNames, type FacetNames } from "./facet-names";
import { buildId, readImage } from "./image-file";
import { loadReference, type Reference } from "./reference";
import { inSnapshot, type Moment } from "./snapshot";

type Indexed = Moment & {
  index: DirectoryIndex;
  /** Everything changed, and the base that holds it is still being built. */
  stale: boolean;
};

/** The index as it is at one revision of the directory. */
export type SearchState = Indexed & { reference: Reference; names: FacetNames };

/** As many changes are applied at once, in a few milliseconds; with more the base is rebuilt. */
const MOST_CHANGES = 500;

type Store = {
  state: SearchState | null;
  /** That of the request for which the state was looked up last. */
  past: number | null;
  working: Promise<SearchState> | null;
  building: boolean;
  /** Built, and not yet in use. */
  image: SharedArrayBuffer | null;
};
const holder = globalThis as typeof globalThis & { directorySearch?: Store };

/** Next loads a module once for each of its layers; there must be one index. */
const store = (): Store => (holder.directorySearch ??= { state: null, past: null, working: null, building: false, image: null });

/**
 * The index with every change that was committed before the call. Each call asks the database for the revision, a
 * question shared by concurrent calls, and applies what changed since. After a change of everything a large index
 * answers without the organisations that are no longer public, otherwise as it was, until another one is built; the
 * response to such a request is not cached.
 */
export function presentIndex(): Promise<SearchState> {
  markShowsAnything();
  return listedIndex();
}

/**
 * The same for who asks it for nothing but which entries filters find, in the order of their names. An answer that uses it so stays until a change moves an
 * entry in a list.
 */
export async function listedIndex(): Promise<SearchState> {
  const search = store();
  for (;;) {
    const revision = await presentRevision();
    // While the primary is away, the last known state is the best there is.
    // A smaller revision than ours is another past, a database that was restored.
    const isCurrent = search.state && !search.image && (revision === null || serves({ ...search.state, past: search.past }, revision));
    const state = isCurrent ? search.state! : await (search.working ??= advance(revision).finally(() => (search.working = null)));
    if (revision !== null && state.revision < revision) continue;
    if (state.stale) markProvisional();
    if (state.stale || state.index.changes > MOST_CHANGES) void rebuild(state.revision);
    return state;
  }
}

/** The index for a search, which says what may change what is found. */
export async function indexFor({ q, sort }: Pick<DirectoryQuery, "q" | "sort">): Promise<SearchState> {
  if (sort !== "relevance" && sort !== "name") return presentIndex();
  const state = await listedIndex();
  const asked = q === "" ? [] : state.index.stemsAsked(q);
  if (asked) markShows(asked);
  else markShowsAnything();
  return state;
}

/** Whether there is an index to search; starts to load it if not. */
export function indexIsReady(): boolean {
  if (store().state) return true;
  presentIndex().catch((error: unknown) => logger.warn({ err: error }, "The search index could not be loaded"));
  return false;
}

async function advance(wanted: bigint | null): Promise<SearchState> {
  const search = store();
  const started = performance.now();
  const image = search.image ?? (search.state ? null : await readImage());
  search.image = null;
  const base = image && (await opened(image));
  const from = base ?? search.state;
  const next =
    (search.state && !base ? await followEntries(search.state) : null) ?? (from && (await follow(from))) ?? (await follow(nothing())) ?? (await built(wanted));
  if (image || !search.state) {
    logger.info({ organisations: next.index.size, ms: Math.round(performance.now() - started), stale: next.stale }, "The search index is loaded");
  }
  search.state = next;
  search.past = requestPast();
  return next;
}

/** An index of no organisation, of before the first revision. */
function nothing(): Indexed {
  const facets = new FacetNumbers();
  return { index: DirectoryIndex.of(new SegmentBuilder(facets).finish(), facets, new FacetLabels()), revision: -1n, change: null, stale: false };
}

/** Null for an image that another build wrote. */
async function opened(image: SharedArrayBuffer): Promise<Indexed | null> {
  const { segment, facets, of } = openImage(image);
  if (of.build !== (await buildId())) return null;
  return { index: DirectoryIndex.of(segment, facets, new FacetLabels()), revision: BigInt(of.revision), change: of.change, stale: false };
}

async function built(wanted: bigint | null): Promise<SearchState> {
  const from = await opened(await buildInThread(wanted ?? 0n));
  const state = from && (await follow(from));
  if (!state) throw new Error("The database was replaced while the search index was built");
  return state;
}

/** Builds another base while the present index answers, unless one is being built; the next call puts it to use. */
async function rebuild(atLeast: bigint): Promise<void> {
  const search = store();
  if (search.building || search.image) return;
  search.building = true;
  try {
    search.image = await buildInThread(atLeast).finally(() => (search.building = false));
    await presentIndex();
  } catch (error) {
    logger.warn({ err: error }, "The search index could not be rebuilt");
  }
}

/** The state after the changes since; null when there is no way from there, and the index must be built. */
function follow(from: Indexed | SearchState): Promise<SearchState | null> {
  return inSnapshot(async (client, moment) => {
    if ("reference" in from && moment.revision === from.revision && moment.change === from.change) return from;
    const ids = await changedSince(client, from, moment.revision);
    if (ids === "another past") return null;
    const { facets } = from.index;
    if (ids !== "everything" && ids.length <= MOST_CHANGES) return completed(client, moment, from.stale, await withDocuments(client, from.index, ids));
    const all = await publicIds(client);
    if (Math.max(all.length, from.index.size) <= MOST_CHANGES) {
      return completed(client, moment, false, await withDocuments(client, from.index, [...new Set([...from.index.ids, ...all])]));
    }
    if (from.index.size === 0) return null;
    return completed(client, moment, true, { facets, build: (labels) => from.index.only(all, labels) });
  });
}

/** An index that waits for the labels of its facets. */
type Unlabelled = { facets: FacetNumbers; build: (labels: FacetLabels) => DirectoryIndex };

async function withDocuments(client: ClientBase, index: DirectoryIndex, ids: readonly number[]): Promise<Unlabelled> {
  const documents = await documentsOf(client, ids);
  for (const document of documents.values()) document?.facets.forEach((facet) => index.facets.of(facet));
  return { facets: index.facets, build: (labels) => index.with(documents, labels) };
}

async function completed(client: ClientBase, moment: Moment, stale: boolean, { facets, build }: Unlabelled): Promise<SearchState> {
  const { reference, labels } = await loadReference(client, facets);
  return { ...moment, stale, index: build(labels), reference, names: facetNames(reference, facets.names) };
}

type Changed = { revision: string; id: string; ids: number[] | null };

/** One statement, so that all of it is of one moment. */
const ENTRIES_SINCE = `
  SELECT r."revision"::text, (CASE WHEN r."ownAt" = r."revision" THEN r."elsewhere" ELSE r."revision" END)::text AS elsewhere,
    (SELECT coalesce(json_agg(json_build_object('revision', c."revision"::text, 'id', c."id", 'ids', c."organisationIds", 'foundBy', c."foundBy")
       ORDER BY c."revision"), '[]') FROM directory_change c WHERE c."revision" >= $1) AS changes,
    ${documentsSql(`ARRAY(SELECT unnest(c."organisationIds") FROM directory_change c WHERE c."revision" > $1 LIMIT ${MOST_CHANGES})`)} AS documents
  FROM directory_revision r`;

/** Whether what a facet stands for has a name even where no entry says it: a place, or a code of ours. A term of the consortium and a source have it once one does. */
function isNamedAnyway(facet: string): boolean {
  const [group, value] = facet.split(":") as [FilterGroup, string];
  return group === "zone" || (isCoded(group) && (isUnknown(group, value) || (CODED_FILTERS[group] as readonly string[]).includes(value)));
}

/** The state after changes of what entries alone show: what facets stand for is called as before. Null after any other, and where a facet has no name yet. */
async function followEntries(from: SearchState): Promise<SearchState | null> {
  const [now] = await readBeside(() =>
    readRows<{ revision: string; elsewhere: string; changes: (Changed & { foundBy: string[] })[]; documents: DocumentRow[] }>(ENTRIES_SINCE, [
      String(from.revision),
    ]),
  );
  if (!now || from.stale || BigInt(now.elsewhere) > from.revision) return null;
  const revision = BigInt(now.revision);
  const ids = changedIn(now.changes, from, revision);
  if (typeof ids === "string" || ids.length >= MOST_CHANGES) return null;
  const later = now.changes.filter((change) => BigInt(change.revision) > from.revision);
  const facets = later.flatMap(({ foundBy }) => foundBy.filter((one) => one.includes(":")));
  if (!facets.every((facet) => isNamedAnyway(facet) && from.index.facets.find(facet) !== undefined)) return null;
  return { ...from, revision, change: now.changes.at(-1)?.id ?? null, index: from.index.with(documentsIn(now.documents, ids), from.index.labels) };
}

/** The organisations that changed since, when the database still knows them all. */
async function changedSince(client: ClientBase, from: Moment, revision: bigint): Promise<number[] | "everything" | "another past"> {
  const { rows } = await client.query<Changed>(
    'SELECT "revision", "id", "organisationIds" AS ids FROM directory_change WHERE "revision" >= $1 ORDER BY "revision"',
    [String(from.revision)],
  );
  return changedIn(rows, from, revision);
}

function changedIn(rows: readonly Changed[], from: Moment, revision: bigint): number[] | "everything" | "another past" {
  if (revision < from.revision) return "another past";
  const [first, ...later] = rows;
  if (first && BigInt(first.revision) === from.revision && first.id !== from.change) return "another past";
  if (BigInt(rows.length) <= revision - from.revision || later.some(({ ids }) => ids === null)) return "everything";
  return [...new Set(later.flatMap(({ ids }) => ids!))];
}
