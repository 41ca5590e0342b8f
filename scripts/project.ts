// Writes what pages and search read of every organisation anew: node scripts/db.mjs project.
import { databaseForCommand } from "@/data/client";
import { projectEverything } from "@/data/change/project";

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
let said = 0;

await projectEverything(databaseForCommand(), (done, all) => {
  // Every tenth is enough to see that it goes on.
  if (done < all && done - said < all / 10) return;
  said = done;
  console.log(`${done} of ${all} organisations written, ${seconds()} s`);
});
await databaseForCommand().$disconnect();
