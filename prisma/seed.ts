// Loads seed-data/ into the database of DATABASE_URL: npm run db:seed.
import { fileURLToPath } from "node:url";
import { databaseForCommand } from "@/data/client";
import { loadSources } from "@/data/import/load";
import { describeImport } from "@/data/import/report";
import { SOURCES } from "@/data/sources/all";
import { ImportError } from "@/data/sources/problems";
import { searchLabels } from "./search-labels";

/** @returns the exit code */
async function seed(): Promise<number> {
  const started = performance.now();
  const client = databaseForCommand();
  try {
    const folder = (slug: string) => fileURLToPath(new URL(`../seed-data/${slug}`, import.meta.url));
    const sources = SOURCES.map((adapter) => ({ adapter, folder: folder(adapter.slug) }));
    const report = await loadSources(client, { sources, now: new Date(), searchLabels: searchLabels() });
    console.log(describeImport(report, performance.now() - started));
    return 0;
  } catch (error) {
    // A fault in the files is a person's to mend: the list is enough, a stack would bury it.
    if (!(error instanceof ImportError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await client.$disconnect();
  }
}

process.exitCode = await seed();
