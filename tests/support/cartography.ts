import { database } from "@/data/client";
import { loadSources } from "@/data/import/load";
import { searchLabels } from "../../prisma/search-labels";
import { keepCopy, takeCopy } from "./loaded-copy";
import { SEED_FOLDER, sourcesIn } from "./seed-files";

/** The moment at which the tests load the cartography. */
export const LOADED_AT = new Date("2024-05-06T07:08:09.000Z");

/** Puts the real cartography into the test database; what a test before left behind is removed first. */
export async function loadCartography(): Promise<void> {
  await emptyDatabase();
  if (await takeCopy(database())) return;
  await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), now: LOADED_AT, searchLabels: searchLabels() });
  await keepCopy(database());
}

/** Empties every table but the migrations and the revision, which never goes back. */
export async function emptyDatabase(): Promise<void> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'directory_revision')`;
  await database().$executeRawUnsafe(`TRUNCATE ${tables.map(({ name }) => name).join(", ")} RESTART IDENTITY CASCADE`);
}
