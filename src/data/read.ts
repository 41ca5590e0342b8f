import "server-only";
import { env } from "@/env";
import { markShows, markShowsAnything, markUnavailable, requestElsewhere, requestListed, requestPast, requestRevision } from "@/lib/request-outcome";
import type { Db } from "./client";
import type { QueryResultRow } from "pg";
import { createReader, type Reader } from "./replicas/reader";

const store = globalThis as typeof globalThis & { directoryReader?: Reader };

/** The one reader of this process; on the global object for the reason that `database` gives. */
function reader(): Reader {
  store.directoryReader ??= createReader({ primary: env().DATABASE_URL, replicas: env().DATABASE_REPLICA_URLS }, markUnavailable);
  return store.directoryReader;
}

/**
 * Runs a reading where it may: on a replica that has everything the primary had committed when the call
 * came, else on the primary. When the primary does not answer, on a replica as far as it is. A replica
 * that fails is left out and the reading done again elsewhere, so `work` may run more than once and must
 * only read. A query that runs longer than five seconds ends with PostgreSQL's 57014.
 * @param given the client of a caller that reads inside its own transaction: it is then used as it is
 */
export function read<T>(work: (db: Db) => Promise<T>, given?: Db): Promise<T> {
  if (given) return work(given);
  markShowsAnything();
  return reader().read(work);
}

/** The rows of a query, read as `read` does; faster, for what is read with almost every request. Values are numbered $1, $2… in the text. */
export function readRows<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]> {
  markShowsAnything();
  return reader().rows(text, values);
}

/**
 * The same of rows that each hold the own values of one entry, chosen by what they are called and not by what they say: the answer shows these entries,
 * and nothing else that is read there.
 */
export async function readEntries<Row extends QueryResultRow & { id: number }>(text: string, values: unknown[]): Promise<Row[]> {
  const rows = await reader().rows<Row>(text, values);
  markShows(rows.map(({ id }) => id));
  return rows;
}

/**
 * The number of the directory's last public change: what the server before the application read since the present request
 * came, else what the primary says to a question that began after the call and that concurrent calls share. Null
 * when the primary does not answer.
 */
export const presentRevision = async (): Promise<bigint | null> => requestRevision() ?? reader().presentRevision();

/** The last change that concerned more than what its entries alone show; where nobody told it, the last of all. */
export const presentElsewhere = async (): Promise<bigint | null> => requestElsewhere() ?? presentRevision();

/** The last change that moved an entry in a list or showed or hid a term or a source; where nobody told it, the last of all. */
export const presentListed = async (): Promise<bigint | null> => requestListed() ?? presentRevision();

/** What was read at `revision`, and whether that is right for the present request, which asks for `wanted`: at the same revision, or a later one of the same past. */
export const serves = (read: { revision: bigint; past: number | null }, wanted: bigint): boolean =>
  read.revision === wanted || (read.revision > wanted && read.past !== null && read.past === requestPast());

/** Whether readings can be answered at all, for who watches over this server. */
export const canRead = (): Promise<boolean> => reader().canRead();
