// What is generated from the sources: the database client, and the site.
import { rmSync } from "node:fs";
import { isServed } from "./database";
import { Failure } from "./failure";
import { onceForSources } from "./fingerprint";
import { inCheckout } from "./paths";
import { executeNode } from "./programs";
import { step } from "./steps";
import { isWholeBuild } from "./whole-build";

export const nextProgram = inCheckout("node_modules/next/dist/bin/next");

/** The program that serves a build, inside its folder. */
export const siteProgram = (folder = ".next") => inCheckout(folder, "front/main.mjs");
/** The whole of it in one process, without a supervisor that starts it again. */
export const oneProcessProgram = (folder = ".next") => inCheckout(folder, "front/site.mjs");

const CLIENT_SOURCES = ["prisma/schema.prisma", "prisma.config.ts", "node_modules/prisma/package.json"];
const SITE_SOURCES = ["src", "server", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "prisma/schema.prisma"];

/** Generates the Prisma client when the schema, or Prisma itself, changed since the last time. */
export const ensureClient = () =>
  onceForSources("src/data/generated/prisma/.fingerprint", CLIENT_SOURCES, () =>
    step("Generating the database client", async () => {
      await executeNode([inCheckout("node_modules/prisma/build/index.js"), "generate"], {
        // Generating needs no engine, but Prisma would download one unless told where it is: any program will do.
        env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1", CHECKPOINT_DISABLE: "1" },
        failure: "The database client could not be generated from prisma/schema.prisma.",
      });
    }),
  );

/** Bundles server/, which stands before Next: with what it imports of src, and without packages. */
async function bundleServer(): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [inCheckout("server/main.ts"), inCheckout("server/site.ts")],
    outdir: inCheckout(".next/front"),
    outExtension: { ".js": ".mjs" },
    // Neither the supervisor nor the front loads Next.
    splitting: true,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: "inline",
    logLevel: "silent",
  });
}

async function buildSite(yields: boolean): Promise<void> {
  // It does not see that one of our own loaders has changed, and would keep an old style sheet.
  rmSync(inCheckout(".next/cache/turbopack"), { recursive: true, force: true });
  await executeNode([nextProgram, "build"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      // Modules want an address when they load; nothing answers at this one, so a build that used the database would fail.
      DATABASE_URL: "postgresql://build@127.0.0.1:1/none",
    },
    failure: "The site could not be built.",
    yields,
  });
  await bundleServer();
}

/**
 * Builds the site in `.next` unless it holds the whole build of these very sources; refuses to replace that of a server that
 * runs, unless it `isOurs`. A build needs no database; one that `yields` leaves the processor to whoever else wants it.
 */
export const ensureBuild = ({ isOurs = false, yields = false } = {}) =>
  onceForSources(
    ".next/sources-fingerprint",
    SITE_SOURCES,
    async () => {
      if (!isOurs && (await isServed("serve"))) throw new Failure("The site is running from this checkout, built from other sources: stop it first.");
      await step("Building the site", () => buildSite(yields), { talks: yields });
    },
    { leaveOut: "src/data/generated", isThere: () => isWholeBuild(inCheckout(".next")) },
  );
