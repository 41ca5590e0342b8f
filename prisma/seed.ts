// Loads seed-data/ into the database of DATABASE_URL: npm run db:seed.
import { fileURLToPath } from "node:url";
import { database } from "@/data/client";
import { loadSeed } from "@/data/seed/load";
import { SeedError } from "@/data/seed/problems";
import { describeSeed } from "@/data/seed/report";
import { searchLabels } from "./search-labels";

const started = performance.now();
try {
  const folder = fileURLToPath(new URL("../seed-data", import.meta.url));
  const report = await loadSeed(database(), { folder, now: new Date(), searchLabels: searchLabels() });
  console.log(describeSeed(report, performance.now() - started));
} catch (error) {
  // A fault in the files is a person's to mend: the list is enough, a stack would bury it.
  console.error(error instanceof SeedError ? error.message : error);
  process.exitCode = 1;
} finally {
  await database().$disconnect();
}
