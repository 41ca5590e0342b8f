import { constants, hostname, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import pg from "pg";
import { openImage } from "@/search/image";
import { env } from "@/env";
import { buildBase } from "./build-base";
import { buildId, imageFile, readImage, writeImage } from "./image-file";

/**
 * Waits until no other process of this machine builds for the same database: one builds, the others then read its
 * file. PostgreSQL holds the lock, and frees it when the process that has it dies.
 */
async function inTurn<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: env().DATABASE_URL });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN");
    await client.query("SET LOCAL statement_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`${hostname()} ${imageFile()}`]);
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** The saved image, when this build wrote it and it holds the revision `atLeast` of this very database. */
async function saved(client: pg.Client, atLeast: bigint): Promise<SharedArrayBuffer | null> {
  const image = await readImage();
  if (!image) return null;
  const { revision, change, build } = openImage(image).of;
  if (build !== (await buildId()) || BigInt(revision) < atLeast) return null;
  const { rowCount } = await client.query('SELECT FROM directory_change WHERE "revision" = $1 AND "id" = $2', [revision, change]);
  return rowCount === 1 ? image : null;
}

async function built(atLeast: bigint): Promise<SharedArrayBuffer> {
  const image = await buildBase(atLeast);
  await writeImage(image);
  return image;
}

/** What the thread of `buildInThread` runs. */
async function run(atLeast: bigint): Promise<void> {
  const image = await inTurn(async (client) => (await saved(client, atLeast)) ?? (await built(atLeast))).catch(() => built(atLeast));
  parentPort!.postMessage(image);
}

// The thread that answers goes first. On Linux a thread has a priority of its own; elsewhere that one would get it too.
if (process.platform === "linux") setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
void run((workerData as { atLeast: bigint }).atLeast);
