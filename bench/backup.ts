// node scripts/db.mjs run node --conditions=react-server --import tsx bench/backup.ts [folder]
// Backs up the database of DATABASE_URL, restores it into another one that it makes beside it and removes again, and projects it. Says the seconds of
// each and the bytes of the file, which goes to `folder` (the system's temporary one without it) and is removed.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { restoreBackup } from "../scripts/backup/restore";
import { writeBackup } from "../scripts/backup/write";
import { withClient } from "../scripts/runtime/connection";
import { project } from "../scripts/runtime/database-commands";

const source = process.env.DATABASE_URL ?? "";
const name = `restored_${process.pid}`;
const target = new URL(source);
target.pathname = `/${name}`;
const folder = mkdtempSync(join(process.argv[2] ?? tmpdir(), "backup-"));
const file = join(folder, "bench.backup");

/** Says the seconds of a part as soon as they are known: at a million the next part takes a quarter of an hour. */
async function timed(name: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}

let bytes = 0;
await withClient(source, (client) => client.query(`CREATE DATABASE ${name}`));
try {
  await timed("backup", async () => (bytes = await writeBackup(source, file)));
  await timed("restore", () => restoreBackup(target.href, file));
  const { rows } = await withClient(target.href, (client) => client.query<{ organisations: string }>(`SELECT count(*) AS organisations FROM "Organisation"`));
  console.log(`${rows[0]?.organisations} organisations, ${bytes} bytes`);
  await timed("projection", () => project(target.href));
} finally {
  await withClient(source, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  rmSync(folder, { recursive: true });
}
