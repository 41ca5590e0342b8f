import { rmSync } from "node:fs";
import { isServed } from "./database";
import { Failure } from "./failure";
import { fingerprint, readStamp, writeStamp } from "./fingerprint";
import { inCheckout } from "./paths";
import { executeNode } from "./programs";
import { step } from "./steps";

export const nextProgram = inCheckout("node_modules/next/dist/bin/next");

const sources = ["src", "server", "public", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "prisma/schema.prisma"];

/** The program that serves a build, inside its folder. */
export const siteProgram = (folder = ".next") => inCheckout(folder, "front/main.mjs");

/** Bundles server/, which stands before Next in its process: with what it imports of src, and without packages. */
async function bundleServer(): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [inCheckout("server/main.ts")],
    outdir: inCheckout(".next/front"),
    outExtension: { ".js": ".mjs" },
    // A supervisor does not load Next.
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

/** What the build depends on, as one string. */
const wantedBuild = () => fingerprint(sources, { leaveOut: "src/data/generated" });

const stamp = inCheckout(".next/sources-fingerprint");

/**
 * Builds the site in `.next` unless it holds the build of these very sources; refuses to replace that of a server that
 * runs. A build needs no database.
 */
export async function ensureBuild({ isOurs = false } = {}): Promise<void> {
  const wanted = wantedBuild();
  if (readStamp(inCheckout(".next/BUILD_ID")) !== null && readStamp(stamp) === wanted) return;
  if (!isOurs && (await isServed("serve"))) throw new Failure("The site is running from this checkout, built from other sources: stop it first.");
  // A build that fails or is killed must not pass for the one before it.
  rmSync(stamp, { force: true });
  await step("Building the site", async () => {
    await executeNode([nextProgram, "build"], {
      env: {
        ...process.env,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
        // Modules want an address when they load; nothing answers at this one, so a build that used the database would fail.
        DATABASE_URL: "postgresql://build@127.0.0.1:1/none",
      },
      failure: "The site could not be built.",
    });
    await bundleServer();
    writeStamp(stamp, wanted);
  });
}
