// npm test: everything, in order, up to the first stage that fails. `npm test -- unit` runs one group of stages.
import { requireSupportedNode } from "./runtime/node-version.mjs";

requireSupportedNode();
const { run } = await import("./runtime/lifetime.mjs");
const { runTests } = await import("./runtime/test-run.mjs");

await run(() => runTests(process.argv.slice(2)));
