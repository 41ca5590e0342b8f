import "server-only";
import { isDatabaseError, isUnavailable, troubleOf } from "@/lib/database-trouble";
import { logger } from "@/lib/logger";
import { singleFlight } from "@/lib/single-flight";
import type { Db } from "../client";
import type { QueryResultRow } from "pg";
import { readingClient, revisionSource, type ReadingClient } from "./reading-client";
import { Replica } from "./replica";

/** How often a primary that did not answer is asked again, in milliseconds; no reading waits for these answers. */
const PRIMARY_REST_MS = 1000;

export type Reader = {
  read<T>(work: (db: Db) => Promise<T>): Promise<T>;
  rows<Row extends QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>;
  /** The revision of the directory on the primary, from a question that began after the call; null when it does not answer. */
  presentRevision(): Promise<bigint | null>;
  /** Whether readings can be answered: the primary, or else a replica, is there. */
  canRead(): Promise<boolean>;
  close(): Promise<void>;
};

/**
 * Reads from replicas that are up to date, else from the primary.
 * @param urls the primary and its replicas, each address leading to one server
 * @param onFailure called when a reading fails in the end because of the database
 */
export function createReader(urls: { primary: string; replicas: readonly string[] }, onFailure: (error: unknown) => void = () => {}): Reader {
  const primary = readingClient(urls.primary);
  const source = revisionSource(urls.primary);
  const replicas = urls.replicas.map((url) => new Replica(url));
  let turn = 0;
  let last: bigint | null = null;
  let primaryIsLost = false;
  let primaryAskedAt = 0;

  const askPrimary = singleFlight(async () => {
    const revision = await source.ask();
    if (last !== null && revision < last) for (const replica of replicas) replica.forget();
    last = revision;
    return revision;
  });

  async function question(): Promise<bigint | null> {
    primaryAskedAt = Date.now();
    try {
      const revision = await askPrimary();
      if (primaryIsLost) logger.info("The primary database answers again");
      primaryIsLost = false;
      return revision;
    } catch (error) {
      if (troubleOf(error) === null) throw error;
      if (!primaryIsLost) logger.error({ err: error }, "The primary database does not answer: readings go to the replicas, as far as they are");
      primaryIsLost = true;
      return null;
    }
  }

  async function presentRevision(): Promise<bigint | null> {
    if (!primaryIsLost) return question();
    if (Date.now() - primaryAskedAt >= PRIMARY_REST_MS) void question();
    return null;
  }

  /** The replicas in turn; without a primary, those that are furthest first. */
  function candidates(revision: bigint | null): Replica[] {
    turn = (turn + 1) % replicas.length;
    const inTurn = [...replicas.slice(turn), ...replicas.slice(0, turn)].filter((replica) => replica.isThere);
    return revision === null ? inTurn.sort((a, b) => Number((b.seen ?? -1n) - (a.seen ?? -1n))) : inTurn;
  }

  async function onPrimary<T>(work: (client: ReadingClient) => Promise<T>): Promise<T> {
    try {
      return await work(primary);
    } catch (error) {
      if (isUnavailable(error)) onFailure(error);
      throw error;
    }
  }

  async function anywhere<T>(work: (client: ReadingClient) => Promise<T>): Promise<T> {
    if (replicas.length === 0) return onPrimary(work);
    const revision = await presentRevision();
    for (const replica of candidates(revision)) {
      if (revision !== null && !(await replica.reached(revision))) continue;
      try {
        return await replica.run(work);
      } catch (error) {
        const trouble = troubleOf(error);
        // Elsewhere it would take as long, and there would be two of it.
        if (trouble === "too_long" || trouble === "busy") onFailure(error);
        if (trouble === "too_long" || trouble === "busy" || !isDatabaseError(error)) throw error;
        if (trouble === "lost" || trouble === "refused") replica.lose(error);
        // Anything else may be the replica's own state, such as a migration that it has not replayed.
        if (trouble === null) break;
      }
    }
    return onPrimary(work);
  }

  async function canRead(): Promise<boolean> {
    if ((await presentRevision()) !== null) return true;
    const answers = await Promise.all(replicas.map((replica) => replica.reached(0n)));
    return answers.includes(true);
  }

  const close = async () => {
    await Promise.all([primary.close(), source.close(), ...replicas.map((replica) => replica.close())]);
  };
  return {
    read: (work) => anywhere(({ db }) => work(db)),
    rows: (text, values) => anywhere((client) => client.rows(text, values)),
    presentRevision,
    canRead,
    close,
  };
}
