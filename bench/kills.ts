// node --import tsx bench/kills.ts [--times 200] [--seed 1]
// Kills a first start and an upgrade outright at random moments, half of the times with their database, and requires that the next start comes up
// with everything there. It works on a copy of the checkout in the temporary folder, with an embedded database of its own, and ends what it started.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { execute } from "../scripts/runtime/programs";
import { root } from "../scripts/runtime/paths";
import { chanceOf } from "./register/random";

const { values } = parseArgs({ options: { times: { type: "string", default: "200" }, seed: { type: "string", default: "1" } } });
const times = Number(values.times);
const chance = chanceOf(Number(values.seed));

/** A start that has not come up by then never does. */
const LIMIT_MS = 180_000;
const checkout = mkdtempSync(join(tmpdir(), "kills-"));
// PostgreSQL's own account must be able to enter.
chmodSync(checkout, 0o755);
const old = `${checkout}-old`;
const data = join(checkout, ".data");

type Start = { pid: number; ended: Promise<number | null>; said: () => string };

/** Runs Node in the copy; its processes are a group of their own. What `npm start` does up to the build is `scripts/db.mjs seed`. */
function start(args: string[]): Start {
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: "" };
  const child = spawn(process.execPath, args, { cwd: checkout, detached: true, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (said += text));
  return { pid: child.pid!, ended: once(child, "exit").then(([code]) => code as number | null), said: () => said };
}

/** The data folder of the copy's database, which root keeps elsewhere when PostgreSQL cannot enter the checkout. */
function cluster(): string {
  const note = join(data, "location");
  return existsSync(note) ? (JSON.parse(readFileSync(note, "utf8")) as { cluster: string }).cluster : join(data, "postgres");
}

/** Ends a process, or with a minus sign a group, that may be gone. */
function kill(pid: number) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself.
  }
}

/** Kills the embedded database of the copy, which outlives the start that made it. */
function killDatabase() {
  const file = join(cluster(), "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : 0;
  // After a crash any program may have received its number.
  if (pid > 1 && existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(cluster())) kill(pid);
}

/** Starts to the end and fails unless it comes up. Returns the milliseconds that it took. */
async function comeUp(args: string[]): Promise<number> {
  const begun = Date.now();
  const { pid, ended, said } = start(args);
  const timer = setTimeout(() => kill(-pid), LIMIT_MS);
  const code = await ended;
  clearTimeout(timer);
  if (code !== 0) throw new Error(`It did not come up (exit code ${code}):\n${said()}`);
  return Date.now() - begun;
}

/** Fails unless every migration is recorded once and as many organisations are there as after an undisturbed start. @returns how many there are */
async function check(organisations: number | null): Promise<number> {
  const sql = `SELECT (SELECT count(*) FROM _prisma_migrations WHERE finished_at IS NOT NULL) || ' ' || (SELECT count(DISTINCT migration_name) FROM _prisma_migrations)
    || ' ' || (SELECT count(*) FROM "Organisation") || ' ' || (SELECT "rowsCurrent" FROM directory_revision) AS found`;
  const question = `import pg from "pg"; const c = new pg.Client({ connectionString: process.env.DATABASE_URL }); await c.connect();
    console.log("found: " + (await c.query(${JSON.stringify(sql)})).rows[0].found); await c.end();`;
  const run = start(["scripts/db.mjs", "run", process.execPath, "--input-type=module", "--eval", question]);
  await run.ended;
  const migrations = readdirSync(join(checkout, "prisma/migrations")).length;
  const found = /found: (.*)/.exec(run.said())?.[1];
  const counted = Number(found?.split(" ")[2]);
  const wanted = `${migrations} ${migrations} ${organisations ?? counted} true`;
  if (found !== wanted || counted === 0) throw new Error(`It came up with something else: ${found} and not ${wanted}.\n${run.said()}`);
  return counted;
}

/** Runs a script of the copy to its end. */
const script = (text: string) => comeUp(["--import", "tsx", "--input-type=module", "--eval", text]);

/** Makes the data folder of an old site: the first schema, with a few rows. */
async function makeOld() {
  const migrations = join(checkout, "prisma/migrations");
  const [first, ...later] = readdirSync(migrations).sort();
  for (const name of later) rmSync(join(migrations, name), { recursive: true });
  await script(`
    import { readFileSync } from "node:fs";
    import { migrate } from "./scripts/migrate.ts";
    import { withClient } from "./scripts/runtime/connection.ts";
    import { startDatabase } from "./scripts/runtime/database.ts";
    const { url, stop } = await startDatabase();
    await migrate(url);
    await withClient(url, (client) => client.query(readFileSync("tests/fixtures/backups/${first}.sql", "utf8")));
    await stop();`);
  cpSync(join(root, "prisma/migrations"), migrations, { recursive: true });
  await execute("cp", ["-a", data, old], { failure: "The data folder could not be copied." });
}

const KINDS = [
  { name: "first start", prepare: async () => {}, command: "seed" },
  { name: "upgrade", prepare: () => execute("cp", ["-a", old, data]), command: "migrate" },
];

const results = KINDS.map(({ name }) => ({ name, kills: 0, beforeTheEnd: 0, undisturbed: 0, slowestStart: 0, organisations: 0 }));
try {
  for (const name of readdirSync(root).filter((name) => !/^(node_modules|\.data|\.git|\.next.*|test-results)$/.test(name)))
    cpSync(join(root, name), join(checkout, name), { recursive: true });
  // Files linked one by one: whatever a start installs in the copy leaves those of the checkout alone, which a linked folder would not.
  await execute("cp", ["-al", join(root, "node_modules"), checkout], { failure: "node_modules could not be linked: set TMPDIR to a folder on the same disk." });
  await makeOld();

  for (let round = -KINDS.length; round < times; round += 1) {
    const kind = (round + KINDS.length) % KINDS.length;
    const { name, prepare, command } = KINDS[kind]!;
    const result = results[kind]!;
    rmSync(data, { recursive: true, force: true });
    await prepare();
    if (round < 0) {
      result.undisturbed = await comeUp(["scripts/db.mjs", command]);
    } else {
      const begun = Date.now();
      const { pid, ended } = start(["scripts/db.mjs", command]);
      const moment = chance.next() * result.undisturbed;
      const byItself = await Promise.race([ended, pause(moment, null)]);
      kill(-pid);
      if (chance.often(0.5)) killDatabase();
      await ended;
      result.kills += 1;
      if (byItself === null) result.beforeTheEnd += 1;
      const took = await comeUp(["scripts/db.mjs", command]);
      result.slowestStart = Math.max(result.slowestStart, took);
      console.log(
        `${round + 1} of ${times}: ${name} killed after ${Math.round(moment)} ms of ${result.undisturbed}, then up in ${took} ms (${Date.now() - begun} ms)`,
      );
    }
    result.organisations = await check(round < 0 ? null : result.organisations);
  }
} finally {
  killDatabase();
  for (const folder of [checkout, old]) rmSync(folder, { recursive: true, force: true });
}
console.log(JSON.stringify(results));
