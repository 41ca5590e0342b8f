// Writes the search rows of every organisation again: node scripts/db.mjs index.
import { database } from "@/data/client";
import { refreshWholeSearch } from "@/data/search/search-rows";

const started = performance.now();
const seconds = () => ((performance.now() - started) / 1000).toFixed(1);
let said = 0;

await refreshWholeSearch(database(), (done, all) => {
  // Every tenth is enough to see that it goes on.
  if (done < all && done - said < all / 10) return;
  said = done;
  console.log(`${done} of ${all} organisations indexed, ${seconds()} s`);
});
await database().$disconnect();
