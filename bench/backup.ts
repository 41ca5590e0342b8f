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

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return Math.round((performance.now() - begun) / 10) / 100;
}

let bytes = 0;
await withClient(source, (client) => client.query(`CREATE DATABASE ${name}`));
try {
  const backup = await seconds(async () => (bytes = await writeBackup(source, file)));
  const restore = await seconds(() => restoreBackup(target.href, file));
  const projection = await seconds(() => project(target.href));
  const { rows } = await withClient(target.href, (client) => client.query<{ organisations: string }>(`SELECT count(*) AS organisations FROM "Organisation"`));
  console.log(JSON.stringify({ organisations: Number(rows[0]?.organisations), bytes, seconds: { backup, restore, projection } }));
} finally {
  await withClient(source, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
  rmSync(folder, { recursive: true });
}
