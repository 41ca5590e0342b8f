// npm start, and npm run dev with --dev.
import { requireSupportedNode } from "./runtime/node-version.mjs";

requireSupportedNode();
const { run } = await import("./runtime/lifetime.mjs");
const { serve } = await import("./runtime/serve.mjs");

// Stopping is how the site is meant to end: Ctrl-C is no error.
await run(() => serve({ development: process.argv.includes("--dev") }), { interruptedCode: 0 });
