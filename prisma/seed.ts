// Loads seed-data/ into the database of DATABASE_URL: npm run db:seed.
import { fileURLToPath } from "node:url";
import { database } from "@/data/client";
import { loadSeed } from "@/data/seed/load";
import { SeedError } from "@/data/seed/problems";
import { describeSeed } from "@/data/seed/report";
import { searchLabels } from "./search-labels";

/** @returns the exit code */
async function seed(): Promise<number> {
  const started = performance.now();
  const client = database();
  try {
    const folder = fileURLToPath(new URL("../seed-data", import.meta.url));
    const report = await loadSeed(client, { folder, now: new Date(), searchLabels: searchLabels() });
    console.log(describeSeed(report, performance.now() - started));
    return 0;
  } catch (error) {
    // A fault in the files is a person's to mend: the list is enough, a stack would bury it.
    if (!(error instanceof SeedError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await client.$disconnect();
  }
}

process.exitCode = await seed();
