// The stages of npm test. Each throws on failure and returns what it counted, or nothing.
import { randomBytes } from "node:crypto";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../migrate.mjs";
import { chromiumPath, playwright } from "./browser.mjs";
import { ensureTestBuild, nextProgram } from "./build.mjs";
import { startDatabase } from "./database.mjs";
import { Failure } from "./failure.mjs";
import { createFirstAdministrator, load } from "./first-content.mjs";
import { beforeEnd } from "./lifetime.mjs";
import { inCheckout } from "./paths.mjs";
import { freePort } from "./port.mjs";
import { executeNode } from "./programs.mjs";
import { serverEnvironment, startServer } from "./server.mjs";
import { step } from "./steps.mjs";
import { playwrightCounts, vitestCounts } from "./test-results.mjs";

const reports = mkdtempSync(join(tmpdir(), "osc-test-reports-"));
beforeEnd(() => rmSync(reports, { recursive: true, force: true }));

const moduleProgram = (path) => inCheckout("node_modules", path);

async function types() {
  // The routes' types of an old `npm run dev` may speak of pages that are gone.
  rmSync(inCheckout(".next/dev/types"), { recursive: true, force: true });
  await executeNode([nextProgram, "typegen"], { failure: "Next could not write the types of the routes." });
  await executeNode([moduleProgram("typescript/bin/tsc"), "--noEmit"], { failure: "The types do not hold." });
}

async function format() {
  await executeNode([moduleProgram("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."], {
    failure: "Some files are not formatted: run npm run format.",
  });
}

async function lint() {
  await executeNode([moduleProgram("eslint/bin/eslint.js"), "."], { failure: "The linter finds faults." });
}

async function vitest(project, env = process.env) {
  const report = join(reports, `${project}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await executeNode([moduleProgram("vitest/vitest.mjs"), ...args], { show: true, env });
  return { code, counts: vitestCounts(report) };
}

async function integration() {
  const database = await startDatabase({ ephemeral: true });
  await migrate(database.url);
  const secret = randomBytes(32).toString("hex");
  const env = { ...process.env, DATABASE_URL: database.url, TEST_DATABASE_URL: database.url, NEXTAUTH_SECRET: secret };
  const result = await vitest("integration", env);
  await database.stop();
  return result;
}

async function build() {
  await ensureTestBuild();
}

/** A production server on a free port, with the cartography freshly loaded in a database of its own. */
async function serveFreshly() {
  const database = await startDatabase({ ephemeral: true });
  await migrate(database.url);
  await load(database.url);
  const administrator = await createFirstAdministrator(database.url);
  const port = await freePort();
  const log = join(reports, "server.log");
  const descriptor = openSync(log, "a");
  const env = {
    ...serverEnvironment({ databaseUrl: database.url, authSecret: randomBytes(32).toString("hex"), port }),
    NEXT_DIST_DIR: await ensureTestBuild(),
    // An .env of the user's own is none of the tests' business.
    PUBLIC_URL: "",
  };
  const server = await startServer({ env, port, output: descriptor });
  closeSync(descriptor);
  return { server, database, administrator, log };
}

async function endToEnd() {
  const chromium = await step("Finding Chromium", chromiumPath);
  const { server, database, administrator, log } = await step("Starting a fresh site for the tests", serveFreshly);
  const report = join(reports, "end-to-end.json");
  const { code } = await playwright(["test", "--reporter=list,json"], {
    show: true,
    env: {
      ...process.env,
      BASE_URL: server.origin,
      ADMIN_EMAIL: administrator.email,
      ADMIN_PASSWORD: administrator.password,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_HTML_OPEN: "never",
    },
  });
  await server.stop();
  await database.stop();
  if (code !== 0) console.log(`\nThe last lines of the server:\n${readFileSync(log, "utf8").split("\n").slice(-40).join("\n")}`);
  return { code, counts: playwrightCounts(report) };
}

/** In the order they run: what is cheap and tells most comes first. `group` is what `npm test -- <group>` asks for. */
export const stages = [
  { name: "Unit tests", group: "unit", work: () => vitest("unit"), talks: true },
  { name: "Format", group: "static", work: format },
  { name: "Types", group: "static", work: types },
  { name: "Lint", group: "static", work: lint },
  { name: "Integration tests", group: "integration", work: integration, talks: true },
  { name: "Production build", group: "e2e", work: build, talks: true },
  { name: "End-to-end tests", group: "e2e", work: endToEnd, talks: true },
];

/** What a stage counted; a check without tests of its own counts as one, and so does a program that fails untold. */
function countsOf(result) {
  if (!result) return { passed: 1, failed: 0, skipped: 0 };
  const counts = result.counts ?? { passed: 0, failed: 0, skipped: 0 };
  const wrong = counts.failed + counts.skipped;
  return { ...counts, failed: wrong === 0 && result.code !== 0 ? 1 : wrong };
}

/** Runs one stage and returns `{ passed, failed }`. A failure is told, not thrown; a skipped test is a failed one. */
export async function runStage({ name, work, talks }, tell) {
  let counts = { passed: 0, failed: 1 };
  const checked = async () => {
    const result = await work();
    counts = countsOf(result);
    const { passed, failed, skipped } = counts;
    if (skipped > 0) throw new Failure(`${name}: ${skipped} skipped; nothing here may be.`);
    if (failed > 0) throw new Failure(`${name}: ${failed} failed.`);
    return result ? `${passed} passed` : "";
  };
  try {
    await step(name, checked, { talks });
  } catch (error) {
    tell(error);
  }
  return counts;
}
