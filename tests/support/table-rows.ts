import type { PrismaClient } from "@/data/generated/prisma/client";

/** Every row of every table, with the hidden row version that any write would change. */
export async function tableRows(client: PrismaClient): Promise<Record<string, string>> {
  const tables = await client.$queryRaw<{ name: string }[]>`select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`;
  const rows: Record<string, string> = {};
  for (const { name } of tables) {
    const [content] = await client.$queryRawUnsafe<{ text: string }[]>(
      `select coalesce(string_agg(t.xmin::text || ' ' || t::text, E'\\n' order by t::text), '') as text from ${name} t`,
    );
    rows[name] = content!.text;
  }
  return rows;
}
