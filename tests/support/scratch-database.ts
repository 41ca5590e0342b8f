import { randomBytes } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/data/generated/prisma/client";

const MIGRATIONS = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

/**
 * An empty database at the last migration, on the server of DATABASE_URL, for a test that must not
 * share the others' rows.
 */
export async function scratchDatabase(): Promise<{ url: string; client: PrismaClient; drop: () => Promise<void> }> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error("DATABASE_URL is not set: npm test sets it.");
  const name = `scratch_${randomBytes(6).toString("hex")}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  for (const folder of (await readdir(MIGRATIONS, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()) {
    await query(url.href, await readFile(path.join(MIGRATIONS, folder, "migration.sql"), "utf8"));
  }
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: url.href, max: 4 }) });
  return {
    url: url.href,
    client,
    drop: async () => {
      await client.$disconnect();
      await query(server, `drop database ${name} with (force)`);
    },
  };
}

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
