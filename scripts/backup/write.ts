// Writes a backup.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, existsSync, renameSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { withClient } from "../runtime/connection";
import { Failure, codeOf } from "../runtime/failure";
import { beforeEnd } from "../runtime/lifetime";
import { HISTORY, SAME_EVERYWHERE, quoted, tablesOf } from "./contents";
import { copyOut } from "./copy";
import { END_OF_ROWS, checkBackup, headerLine, line, type Header } from "./format";

const FACTS = `
  SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "takenAt", split_part(current_setting('server_version'), ' ', 1) AS postgresql,
    (SELECT json_agg(json_build_object('name', migration_name, 'checksum', checksum) ORDER BY migration_name) FROM ${HISTORY}
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations`;

async function* content(client: pg.Client): AsyncGenerator<Buffer> {
  const names = (await tablesOf(client)).map(({ name }) => name);
  // Locked before the first reading fixes the moment that is read: no table changes its form meanwhile. Nobody who writes waits.
  await client.query(`BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; ${SAME_EVERYWHERE}; LOCK TABLE ${quoted(names)} IN ACCESS SHARE MODE`);
  const { rows } = await client.query<Omit<Header, "format" | "version">>(FACTS);
  yield headerLine(rows[0]!);
  for (const { name, columns } of await tablesOf(client)) {
    yield line({ table: name, columns });
    yield* copyOut(client, `COPY public.${quoted([name])} (${quoted(columns)}) TO STDOUT`) as AsyncIterable<Buffer>;
    yield END_OF_ROWS;
  }
  // Read last: sequences belong to no moment, and may not be behind the rows.
  const { rows: sequences } = await client.query<{ values: Record<string, number> }>(
    "SELECT coalesce(json_object_agg(sequencename, last_value ORDER BY sequencename) FILTER (WHERE last_value IS NOT NULL), '{}') AS values FROM pg_sequences WHERE schemaname = 'public'",
  );
  yield line({ sequences: sequences[0]!.values });
  await client.query("COMMIT");
}

async function* withChecksum(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
  yield line({ sha256: hash.digest("hex") });
}

/** Writes to the disk what the system still holds of a file or a folder. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

/**
 * Writes what the database at `url` holds at this moment to a new `file`, readable by its owner alone, and reads it again. The
 * site may be written to meanwhile. Whatever fails leaves no file of that name.
 * @returns the bytes of the file
 */
export async function writeBackup(url: string, file: string): Promise<number> {
  if (existsSync(file)) throw new Failure(`There is a file ${file} already: choose another name.`);
  const unfinished = `${file}.${process.pid}.part`;
  const forget = beforeEnd(() => rmSync(unfinished, { force: true }));
  try {
    const target = createWriteStream(unfinished, { mode: 0o600 });
    await once(target, "open").catch((error: unknown) => {
      throw new Failure(`The backup cannot be written to ${file} (${codeOf(error)}): choose a folder that exists and that you may write to.`);
    });
    await withClient(url, async (client) => {
      const migrated = await client.query<{ known: boolean }>("SELECT to_regclass($1) IS NOT NULL AS known", [`public.${HISTORY}`]);
      if (!migrated.rows[0]?.known) throw new Failure("There is nothing to back up: the database has no table of this directory.");
      await pipeline(Readable.from(withChecksum(content(client)), { objectMode: false }), createGzip(), target);
    });
    await flush(unfinished);
    await checkBackup(unfinished);
    renameSync(unfinished, file);
    await flush(dirname(file));
    return statSync(file).size;
  } finally {
    rmSync(unfinished, { force: true });
    forget();
  }
}
