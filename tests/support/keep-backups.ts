// node scripts/db.mjs run node --import tsx tests/support/keep-backups.ts
// Takes a small backup of the schema of each migration that has none yet, on the server of DATABASE_URL: see tests/fixtures/backups.
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { writeBackup } from "../../scripts/backup/write";
import { migrate } from "../../scripts/migrate";
import { withClient } from "../../scripts/runtime/connection";

const FIXTURES = path.join(import.meta.dirname, "../fixtures/backups");
const MIGRATIONS = path.join(import.meta.dirname, "../../prisma/migrations");
const NAME = `backups_${process.pid}`;
const server = process.env.DATABASE_URL ?? "";
const url = new URL(server);
url.pathname = `/${NAME}`;

const folder = mkdtempSync(path.join(tmpdir(), "migrations-"));
await withClient(server, (client) => client.query(`CREATE DATABASE ${NAME}`));
try {
  for (const migration of readdirSync(MIGRATIONS).sort()) {
    cpSync(path.join(MIGRATIONS, migration), path.join(folder, migration), { recursive: true });
    await migrate(url.href, folder);
    const rows = path.join(FIXTURES, `${migration}.sql`);
    if (existsSync(rows)) await withClient(url.href, (client) => client.query(readFileSync(rows, "utf8")));
    const backup = path.join(FIXTURES, `${migration}.backup`);
    if (existsSync(backup)) continue;
    console.log(`${migration}: ${await writeBackup(url.href, backup)} bytes`);
  }
} finally {
  await withClient(server, (client) => client.query(`DROP DATABASE ${NAME} WITH (FORCE)`));
  rmSync(folder, { recursive: true });
}
