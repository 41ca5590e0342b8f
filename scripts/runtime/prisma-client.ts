import { fingerprint, readStamp, writeStamp } from "./fingerprint";
import { inCheckout } from "./paths";
import { executeNode } from "./programs";
import { step } from "./steps";

const output = "src/data/generated/prisma";

/** Generates the Prisma client when the schema, or Prisma itself, changed since the last time. */
export async function ensureClient(): Promise<void> {
  const wanted = fingerprint(["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"]);
  const stamp = inCheckout(output, ".fingerprint");
  if (readStamp(stamp) === wanted) return;
  await step("Generating the database client", async () => {
    await executeNode([inCheckout("node_modules/prisma/build/index.js"), "generate"], {
      // Generating needs no engine, but Prisma would download one unless told where it is: any program will do.
      env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
      failure: "The database client could not be generated from prisma/schema.prisma.",
    });
    writeStamp(stamp, wanted);
  });
}
