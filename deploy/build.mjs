// node deploy/build.mjs
// Builds the site and starts nothing. Servers that share readers must run one and the same build: copy it, or the image.
import { requireSupportedNode } from "../scripts/runtime/node-version.mjs";

requireSupportedNode();
const { run } = await import("../scripts/runtime/lifetime.mjs");
const { ensureInstalled } = await import("../scripts/runtime/install.mjs");

await run(async () => {
  await ensureInstalled();
  const { ensureClient } = await import("../scripts/runtime/prisma-client.mjs");
  const { ensureBuildToServe } = await import("../scripts/runtime/build.mjs");
  await ensureClient();
  await ensureBuildToServe();
});
