// A copy of the loaded cartography beside the tables of the test database: loading the files again would take each test file
// some seconds, and make the same rows.
import { publishEverythingElse } from "@/data/change/project";
import type { PrismaClient } from "@/data/generated/prisma/client";

/** The copy is of this run: files and code of an earlier one may have been others. */
const RUN = process.env.TEST_RUN ?? String(process.pid);
const SCHEMA = "loaded_copy";

type Rows = { name: string; columns: string }[];

/** The tables that a load fills, with their columns but those that the database computes itself. */
const tablesOf = (client: PrismaClient) => client.$queryRaw<Rows>`
  SELECT table_name AS name, string_agg(quote_ident(column_name), ', ' ORDER BY ordinal_position) AS columns
  FROM information_schema.columns JOIN pg_tables ON schemaname = table_schema AND tablename = table_name
  WHERE table_schema = 'public' AND table_name NOT IN ('_prisma_migrations', 'directory_revision') AND is_generated = 'NEVER'
  GROUP BY table_name ORDER BY table_name`;

/** Copies what the load has just written. */
export async function keepCopy(client: PrismaClient): Promise<void> {
  const tables = await tablesOf(client);
  await client.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
    await tx.$executeRawUnsafe(`CREATE SCHEMA ${SCHEMA}`);
    for (const { name, columns } of tables) await tx.$executeRawUnsafe(`CREATE TABLE ${SCHEMA}."${name}" AS SELECT ${columns} FROM public."${name}"`);
    await tx.$executeRawUnsafe(`CREATE TABLE ${SCHEMA}.sequences AS SELECT sequencename, last_value FROM pg_sequences WHERE schemaname = 'public'`);
    await tx.$executeRawUnsafe(`COMMENT ON SCHEMA ${SCHEMA} IS '${RUN}'`);
  });
}

/** Fills the emptied tables with the copy of this run, as if they had just been loaded. @returns false when there is none */
export async function takeCopy(client: PrismaClient): Promise<boolean> {
  const [kept] = await client.$queryRaw<{ run: string | null }[]>`SELECT obj_description(oid) AS run FROM pg_namespace WHERE nspname = ${SCHEMA}`;
  if (kept?.run !== RUN) return false;
  const tables = await tablesOf(client);
  await client.$transaction(
    async (tx) => {
      // The rows were checked when they were loaded: neither triggers nor foreign keys have anything to say of them.
      await tx.$executeRawUnsafe("SET LOCAL session_replication_role = replica");
      for (const { name, columns } of tables)
        await tx.$executeRawUnsafe(`INSERT INTO public."${name}" (${columns}) OVERRIDING SYSTEM VALUE SELECT ${columns} FROM ${SCHEMA}."${name}"`);
      await tx.$queryRawUnsafe(
        `SELECT setval(format('public.%I', sequencename)::regclass, coalesce(last_value, 1), last_value IS NOT NULL) FROM ${SCHEMA}.sequences`,
      );
      await publishEverythingElse(tx);
    },
    { timeout: 60_000 },
  );
  await client.$executeRawUnsafe("ANALYZE");
  return true;
}
