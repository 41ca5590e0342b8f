import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { inCheckout } from "./paths.mjs";
import { fingerprint, readStamp, writeStamp } from "./fingerprint.mjs";
import { checkoutHome } from "./data-home.mjs";
import { holders } from "./holders.mjs";
import { Failure } from "./failure.mjs";
import { beforeEnd } from "./lifetime.mjs";
import { executeNode } from "./programs.mjs";
import { step } from "./steps.mjs";

export const nextProgram = inCheckout("node_modules/next/dist/bin/next");

const sources = ["src", "server", "public", "next.config.ts", "postcss.config.mjs", "tsconfig.json", "package-lock.json", "prisma/schema.prisma"];

/** The program that serves a build, inside its folder. */
export const siteProgram = (folder = ".next") => inCheckout(folder, "front/main.mjs");

/** Bundles server/, which stands before Next in its process: with what it imports of src, and without packages. */
async function bundleServer(folder) {
  const { build } = await import("esbuild");
  await build({
    entryPoints: [inCheckout("server/main.ts")],
    outdir: inCheckout(folder, "front"),
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
const wantedBuild = () =>
  fingerprint(sources, {
    leaveOut: ["src/data/generated"],
    extra: Object.entries(process.env)
      .filter(([name]) => name.startsWith("NEXT_PUBLIC_"))
      .map(String)
      .sort(),
  });

const stampOf = (folder) => inCheckout(folder, "sources-fingerprint");

const isCurrent = (folder, wanted) => readStamp(inCheckout(folder, "BUILD_ID")) !== null && readStamp(stampOf(folder)) === wanted;

/**
 * Builds the site unless `folder` holds the build of these very sources. Returns the folder.
 * A build needs no database.
 */
async function ensureBuild(folder) {
  const wanted = wantedBuild();
  if (isCurrent(folder, wanted)) return folder;
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", NEXT_DIST_DIR: folder };
  // Modules want an address when they load; nothing answers at this one, so a build that used the database would fail.
  env.DATABASE_URL = "postgresql://build@127.0.0.1:1/none";
  // A build that fails or is killed must not pass for the one before it.
  rmSync(stampOf(folder), { force: true });
  await step("Building the site", async () => {
    const build = () => executeNode([nextProgram, "build"], { env, failure: "The site could not be built." });
    await (folder === ".next" ? build() : keepingCompilerOptions(build));
    await bundleServer(folder);
    writeStamp(stampOf(folder), wanted);
  });
  return folder;
}

/** Next adds the folder it builds in to tsconfig.json: one that is only ours for a moment must not stay there. */
async function keepingCompilerOptions(work) {
  const file = inCheckout("tsconfig.json");
  const before = readFileSync(file);
  const restore = () => writeFileSync(file, before);
  const forget = beforeEnd(restore);
  try {
    await work();
  } finally {
    forget();
    restore();
  }
}

/** True when another command serves this checkout: its build must not be replaced under it. */
const isServed = () => holders(checkoutHome()).some(({ task, pid }) => task === "serve" && pid !== process.pid);

/** As ensureBuild, but refuses to replace the build of a server that is running. */
export async function ensureBuildToServe() {
  if (isServed() && !isCurrent(".next", wantedBuild())) {
    throw new Failure("The site is already running from this checkout, built from other sources: stop it first.");
  }
  return ensureBuild(".next");
}

/** The folder of a current build for the tests: the site's own, unless a running server needs its older one. */
export const ensureTestBuild = () => ensureBuild(isServed() && !isCurrent(".next", wantedBuild()) ? ".next-test" : ".next");
