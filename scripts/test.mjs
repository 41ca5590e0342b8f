// npm test: everything, in order, up to the first stage that fails. `npm test -- unit` runs one group of stages.
import { bootstrap } from "./runtime/bootstrap.mjs";

await bootstrap();
const { run } = await import("./runtime/lifetime.ts");
const { runTests } = await import("./runtime/test-run.ts");

await run(() => runTests(process.argv.slice(2)));
