// node deploy/build.mjs
// Builds the site and starts nothing. Servers that share readers must run one and the same build: copy it, or the image.
import { bootstrap } from "../scripts/runtime/bootstrap.mjs";

await bootstrap();
const { run } = await import("../scripts/runtime/lifetime.ts");
const { ensureBuild, ensureClient } = await import("../scripts/runtime/build.ts");

await run(async () => {
  await ensureClient();
  await ensureBuild();
});
