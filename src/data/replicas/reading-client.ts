import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import type { Db } from "../client";
import { PrismaClient } from "../generated/prisma/client";
import { boundedConnection } from "../wire";

/** How long a reading waits for a connection, in milliseconds. */
const CONNECTION_LIMIT_MS = 3000;

/** How long a server may take to say its revision before it counts as lost, in milliseconds. */
const QUESTION_LIMIT_MS = 1000;

/**
 * Two ways to read over the same connections: by Prisma, and by SQL whose rows come as the driver reads them, which spares
 * Prisma's own conversion of each value.
 */
export type ReadingClient = {
  db: Db;
  rows<Row extends pg.QueryResultRow>(text: string, values: unknown[]): Promise<Row[]>;
  close(): Promise<void>;
};

/**
 * A client for readings. PostgreSQL takes the limit of time with the connection; PgBouncer ignores it there
 * (`ignore_startup_parameters`) and sets it itself (`connect_query`): see deploy/pgbouncer.ini. Should neither
 * end a query, this side gives up a second later. Idle connections do not keep a script from ending.
 */
export function readingClient(url: string): ReadingClient {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: CONNECTION_LIMIT_MS,
    ...boundedConnection,
    allowExitOnIdle: true,
  });
  // A connection that ends while it is idle is replaced by the next reading.
  pool.on("error", () => {});
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    db,
    rows: async <Row extends pg.QueryResultRow>(text: string, values: unknown[]) => (await pool.query<Row>(text, values)).rows,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** What a server says of itself; apart from the readings, so that many readers do not look like a lost server. */
export type RevisionSource = { ask(): Promise<bigint>; close(): Promise<void> };

/** @throws an error of `pg` when the server at this address does not answer within a second */
export function revisionSource(url: string): RevisionSource {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: QUESTION_LIMIT_MS,
    query_timeout: QUESTION_LIMIT_MS,
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // A connection that ends while nobody uses it is opened again by the next question.
  pool.on("error", () => {});
  return {
    async ask() {
      const { rows } = await pool.query<{ revision: string }>('SELECT "revision" FROM directory_revision');
      return BigInt(rows[0]?.revision ?? 0);
    },
    close: () => pool.end(),
  };
}
