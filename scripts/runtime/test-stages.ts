// The stages of npm test. Each throws on failure and returns what it counted, or nothing.
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../migrate";
import { applicationUrl } from "./application-role";
import { chromiumPath, playwright } from "./browser";
import { ensureBuild, nextProgram } from "./build";
import { startThrowAway } from "./database";
import { createFirstAdministrator, load, type Administrator } from "./database-commands";
import { explain, Failure } from "./failure";
import { beforeEnd } from "./lifetime";
import { inCheckout } from "./paths";
import { freePort } from "./port";
import { executeNode } from "./programs";
import { serverEnvironment, startServer } from "./server";
import { step } from "./steps";

type Counts = { passed: number; failed: number };
/** `beside`: the group beside which it runs when both are asked for, with what that one leaves of the processor while it waits. */
export type Stage = { name: string; group: string; work: () => Promise<Counts | void>; beside?: string };

const reports = mkdtempSync(join(tmpdir(), "osc-test-reports-"));
beforeEnd(() => rmSync(reports, { recursive: true, force: true }));

type Report = { numPassedTests?: number; numFailedTests?: number; numPendingTests?: number; numTodoTests?: number; stats?: Partial<Record<string, number>> };

/** What Vitest or Playwright counted in its JSON report. A skipped test is a failed one, and so is a program that fails without a failed test. */
function countsOf(file: string, code: number): Counts {
  const { stats = {}, ...tests } = (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}) as Report;
  const add = (...numbers: (number | undefined)[]) => numbers.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  const failed = add(tests.numFailedTests, tests.numPendingTests, tests.numTodoTests, stats.unexpected, stats.flaky, stats.skipped);
  return { passed: add(tests.numPassedTests, stats.expected), failed: failed || (code === 0 ? 0 : 1) };
}

const tool = (path: string, args: string[], failure: string) => executeNode([inCheckout("node_modules", path), ...args], { failure, yields: true });

async function types() {
  // The routes' types of an old `npm run dev` may speak of pages that are gone.
  rmSync(inCheckout(".next/dev/types"), { recursive: true, force: true });
  await executeNode([nextProgram, "typegen"], { failure: "Next could not write the types of the routes.", yields: true });
  // TypeScript 7 checks in a quarter of the time of TypeScript 6, which Next and typescript-eslint load as a library.
  await tool("typescript-7/bin/tsc", ["--noEmit"], "The types do not hold.");
}

async function format() {
  await tool("prettier/bin/prettier.cjs", ["--check", "--log-level", "warn", "."], "Some files are not formatted: run npm run format.");
}

async function lint() {
  await tool("eslint/bin/eslint.js", ["."], "The linter finds faults.");
}

/** Side by side, and every one to its end. */
async function staticChecks(): Promise<Counts> {
  const ended = await Promise.allSettled([format(), types(), lint()]);
  const faults = ended.filter(({ status }) => status === "rejected") as PromiseRejectedResult[];
  for (const { reason } of faults) console.error(`\n${explain(reason)}\n`);
  return { passed: ended.length - faults.length, failed: faults.length };
}

/** @param project may end with a star, for all that begin so */
async function vitest(project: string, env = process.env): Promise<Counts> {
  const report = join(reports, `${project.replace("*", "")}.json`);
  const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await executeNode([inCheckout("node_modules/vitest/vitest.mjs"), ...args], { show: true, env });
  return countsOf(report, code);
}

/** Two files at a time, each worker with a PostgreSQL of its own: see tests/support/own-database.ts. */
async function integration(): Promise<Counts> {
  const databases = await Promise.all([startThrowAway({ inMemory: true }), startThrowAway({ inMemory: true })]);
  const urls = databases.map(({ url }) => url);
  await Promise.all(urls.map((url) => migrate(url)));
  const counts = await vitest("integration*", { ...process.env, TEST_DATABASE_URLS: urls.join(" "), NEXTAUTH_SECRET: randomBytes(32).toString("hex") });
  await Promise.all(databases.map(({ stop }) => stop()));
  return counts;
}

type Site = { origin: string; administrator: Administrator | null; log: string; stop: () => Promise<void> };
let site: Site;

/** A production server on a free port, with the cartography freshly loaded in a database of its own. */
async function serveFreshly(): Promise<void> {
  const database = await startThrowAway({ inMemory: true });
  await migrate(database.url);
  await load(database.url);
  const administrator = await createFirstAdministrator(database.url);
  const port = await freePort();
  // An .env of the user's own is none of the tests' business.
  const url = await applicationUrl(database.url, randomBytes(32).toString("hex"));
  const env = { ...serverEnvironment({ databaseUrl: url, authSecret: randomBytes(32).toString("hex"), port }), PUBLIC_URL: "" };
  const log = join(reports, "server.log");
  const server = await startServer({ env, port, output: { file: log, append: true } });
  const stop = async () => {
    await server.stop();
    await database.stop();
  };
  site = { origin: server.origin, administrator, log, stop };
}

async function endToEnd(): Promise<Counts> {
  const chromium = await step("Finding Chromium", chromiumPath);
  const report = join(reports, "end-to-end.json");
  const { code } = await playwright(["test", "--reporter=list,json"], {
    show: true,
    env: {
      ...process.env,
      BASE_URL: site.origin,
      ADMIN_EMAIL: site.administrator?.email,
      ADMIN_PASSWORD: site.administrator?.password,
      CHROMIUM_PATH: chromium,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_HTML_OPEN: "never",
    },
  });
  await site.stop();
  if (code !== 0) console.log(`\nThe last lines of the server:\n${readFileSync(site.log, "utf8").split("\n").slice(-40).join("\n")}`);
  return countsOf(report, code);
}

/** In the order they run: what is cheap and tells most comes first. `group` is what `npm test -- <group>` asks for. */
const stages: Stage[] = [
  { name: "Unit tests", group: "unit", work: () => vitest("unit*") },
  { name: "Format, types and lint", group: "static", work: staticChecks, beside: "integration" },
  { name: "Production build", group: "e2e", work: () => ensureBuild({ yields: true }), beside: "integration" },
  { name: "Fresh site", group: "e2e", work: serveFreshly, beside: "integration" },
  { name: "Integration tests", group: "integration", work: integration },
  { name: "End-to-end tests", group: "e2e", work: endToEnd },
];

export const groups = [...new Set(stages.map(({ group }) => group))];

/** The stages of these groups, as steps one after the other; a step is one stage, and beside it a row of stages one after the other. */
export function stagesOf(asked: readonly string[]): [stage: Stage[], beside: Stage[]][] {
  const wanted = stages.filter(({ group }) => asked.includes(group));
  const isBeside = ({ beside = "" }: Stage) => asked.includes(beside);
  return wanted.filter((stage) => !isBeside(stage)).map((stage) => [[stage], wanted.filter(({ beside }) => beside === stage.group)]);
}

/** Runs one stage and returns what it counted, a stage without tests of its own as one. A failure is told, not thrown. */
export async function runStage({ name, work }: Stage, tell: (error: unknown) => void): Promise<Counts> {
  let counts: Counts = { passed: 0, failed: 1 };
  const checked = async () => {
    const counted = await work();
    counts = counted ?? { passed: 1, failed: 0 };
    if (counts.failed > 0) throw new Failure(`${name}: ${counts.failed} failed or skipped.`);
    return counted ? `${counts.passed} passed` : "";
  };
  await step(name, checked, { talks: true }).catch(tell);
  return counts;
}
