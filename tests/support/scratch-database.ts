import { randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/data/generated/prisma/client";
import { migrate } from "../../scripts/migrate";

export type ScratchDatabase = { url: string; client: PrismaClient; drop: () => Promise<void> };

/** A database without a table, on the server of DATABASE_URL, for a test that must not share the others' rows. */
export async function emptyScratchDatabase(): Promise<ScratchDatabase> {
  const server = process.env.DATABASE_URL;
  if (!server) throw new Error("DATABASE_URL is not set: npm test sets it.");
  const name = `scratch_${randomBytes(6).toString("hex")}`;
  await query(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
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

/** The same at the last migration. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const database = await emptyScratchDatabase();
  await migrate(database.url);
  return database;
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
