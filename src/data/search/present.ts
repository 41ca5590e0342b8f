import "server-only";
import pg from "pg";
import { env } from "@/env";
import { DirectoryIndex } from "@/search/directory-index";
import { FacetNumbers } from "@/search/facet-numbers";
import { SegmentBuilder } from "@/search/segment-builder";
import { logger } from "@/lib/logger";
import { presentRevision } from "../read";
import { documentsOf, eachDocument } from "./documents";
import { facetNames, type FacetNames } from "./facet-names";
import { loadReference, type Reference } from "./reference";

/** The index as it is at one revision of the directory. */
export type SearchState = { index: DirectoryIndex; reference: Reference; names: FacetNames; revision: bigint };

/** Above this many changes the base is made anew: until then each change costs a little more than the one before. */
const MOST_CHANGES = 1000;

type Store = { state: SearchState | null; working: Promise<SearchState> | null; rebuilding: boolean };
const holder = globalThis as typeof globalThis & { directorySearch?: Store };

/** Next loads a module once for each of its layers; there must be one index. */
const store = (): Store => (holder.directorySearch ??= { state: null, working: null, rebuilding: false });

/**
 * The index with every change that was committed before the call. Each call asks the database for
 * the revision, a question that those who wait share, and applies what changed since.
 */
export async function presentIndex(): Promise<SearchState> {
  const kept = store();
  for (;;) {
    const revision = await presentRevision();
    // While the primary is away, what was last seen is the best there is.
    // A smaller number than ours is another past: a database that was put back.
    if (kept.state && (revision === null || kept.state.revision === revision)) return kept.state;
    kept.working ??= advance().finally(() => (kept.working = null));
    const state = await kept.working;
    if (revision === null || state.revision >= revision) return state;
  }
}

async function advance(): Promise<SearchState> {
  const kept = store();
  const from = kept.state;
  kept.state = (from && (await changed(from))) ?? (await loaded());
  if (kept.state.index.changes > MOST_CHANGES && !kept.rebuilding) void rebuild();
  return kept.state;
}

/** Makes the base anew while the present index goes on answering. */
async function rebuild(): Promise<void> {
  const kept = store();
  kept.rebuilding = true;
  try {
    const state = await loaded();
    // What was committed meanwhile is applied by the next question.
    kept.state = state;
  } catch (error) {
    logger.warn({ err: error }, "The search index could not be made anew");
  } finally {
    kept.rebuilding = false;
  }
}

/** The state after the changes that the database has noted, or null when it no longer knows them all. */
async function changed(from: SearchState): Promise<SearchState | null> {
  return inSnapshot(async (client, revision) => {
    if (revision === from.revision) return from;
    if (revision < from.revision) return null;
    const { rows } = await client.query<{ ids: number[] | null }>(
      'SELECT "organisationIds" AS ids FROM directory_change WHERE "revision" > $1 ORDER BY "revision"',
      [String(from.revision)],
    );
    if (BigInt(rows.length) < revision - from.revision || rows.some((row) => row.ids === null)) return null;
    const documents = await documentsOf(client, [...new Set(rows.flatMap((row) => row.ids!))]);
    const { facets } = from.index;
    for (const document of documents.values()) document?.facets.forEach((facet) => facets.of(facet));
    const { reference, labels } = await loadReference(client, facets);
    return { index: from.index.with(documents, labels), reference, names: facetNames(reference, facets.names), revision };
  });
}

async function loaded(): Promise<SearchState> {
  const started = performance.now();
  const facets = new FacetNumbers();
  const builder = new SegmentBuilder(facets);
  const state = await inSnapshot(async (client, revision) => {
    await eachDocument(client, (document) => builder.add(document));
    const { reference, labels } = await loadReference(client, facets);
    const names = facetNames(reference, facets.names);
    return { index: DirectoryIndex.of(builder.finish(), facets, labels), reference, names, revision };
  });
  logger.info({ organisations: state.index.size, ms: Math.round(performance.now() - started) }, "The search index is loaded");
  return state;
}

/** Runs expansions that belong to one moment, with its revision, on the primary or else on a replica. */
async function inSnapshot<T>(work: (client: pg.Client, revision: bigint) => Promise<T>): Promise<T> {
  const addresses = [env().DATABASE_URL, ...env().DATABASE_REPLICA_URLS];
  for (const [index, connectionString] of addresses.entries()) {
    const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
      // Sorting a million rows may take longer than a reader's query may; a pooler would end it.
      await client.query("SET LOCAL statement_timeout = 0");
      const { rows } = await client.query<{ revision: string }>('SELECT "revision" FROM directory_revision');
      const result = await work(client, BigInt(rows[0]?.revision ?? 0));
      await client.query("COMMIT");
      return result;
    } catch (error) {
      if (index === addresses.length - 1) throw error;
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Error("No database address is set");
}
