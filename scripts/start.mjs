// npm start, and npm run dev with --dev.
import { bootstrap } from "./runtime/bootstrap.mjs";

await bootstrap();
const { run } = await import("./runtime/lifetime.ts");
const { serve } = await import("./runtime/serve.ts");

// Stopping is how the site is meant to end: Ctrl-C is no error.
await run(() => serve({ development: process.argv.includes("--dev") }), { interruptedCode: 0 });
