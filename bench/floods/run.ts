// npm run bench:floods [-- --seconds 8] [--port 3600]
// What readers of stored answers notice while strangers flood the site: the same readings with and without each flood, in one run.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { migrate } from "../../scripts/migrate";
import { ensureBuild, ensureClient } from "../../scripts/runtime/build";
import { startThrowAway } from "../../scripts/runtime/database";
import { load } from "../../scripts/runtime/database-commands";
import { run } from "../../scripts/runtime/lifetime";
import { serverEnvironment, startServer } from "../../scripts/runtime/server";
import { step } from "../../scripts/runtime/steps";
import type { Flood, Got } from "./flood";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "8" }, port: { type: "string", default: "3600" } } });

/** What a reader asks for, over a connection of their own, one after the other. */
const READINGS = {
  "stored page": "/organisations",
  "stored answer of the API": "/api/v1/organisations",
  file: "/icon.svg",
  health: "/api/v1/health",
};
/** The most that the 99th percentile may be, in milliseconds. */
const GOALS: Record<string, number> = { "new views, 200 connections": 100, "new views, 1,000 connections": 300 };
/** The longest that whoever is refused may wait for it. */
const REFUSAL_MS = 1000;
/** Between two readings of one reader. */
const PAUSE_MS = 20;

const NEW_VIEW = "/organisations?n={n}&q=association";
type Asked = Omit<Flood, "origin">;

/** The sign-in form, filled in as a browser without scripts sends it. */
async function signIns(origin: string): Promise<Asked> {
  const page = await (await fetch(`${origin}/connexion`)).text();
  const hidden = [...page.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map(([, name, value = ""]) => [
    name,
    value.replaceAll("&quot;", '"'),
  ]);
  const fields = [...hidden, ["email", "nobody-{n}@example.org"], ["password", "not the password"]];
  const parts = fields.map(([name, value]) => `--part\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`);
  return {
    path: "/connexion",
    connections: 40,
    headers: { "content-type": "multipart/form-data; boundary=part", origin },
    body: `${parts.join("")}--part--\r\n`,
  };
}

const FLOODS: Record<string, Asked | null | ((origin: string) => Promise<Asked>)> = {
  "no flood": null,
  "new views, 200 connections": { path: NEW_VIEW, connections: 200 },
  "new views, 1,000 connections": { path: NEW_VIEW, connections: 1000 },
  "new views as Next's script asks, 200": { path: NEW_VIEW, connections: 200, headers: { rsc: "1" } },
  "unknown addresses, 200": { path: "/no/such/page-{n}", connections: 200 },
  "passwords, 40 at once": signIns,
  "bodies that do not come, 1,000": { path: "/connexion", connections: 1000, body: "", headers: { "content-length": "1000000" } },
};

const percentile = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;

/** Times of one address in milliseconds, those that failed as Infinity. */
async function readings(origin: string, path: string, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const begun = performance.now();
    const status = await new Promise<number>((resolve) => {
      const sent = request(origin + path, { agent, timeout: 10_000 }, (response) => response.on("end", () => resolve(response.statusCode ?? 0)).resume());
      sent.on("timeout", () => sent.destroy());
      sent.on("error", () => resolve(0));
      sent.end();
    });
    times.push(status === 200 ? performance.now() - begun : Infinity);
    await pause(PAUSE_MS);
  }
  agent.destroy();
  return times.sort((a, b) => a - b);
}

/** Readings beside a flood, and what the flood got. */
async function beside(origin: string, flood: Asked | null, seconds: number) {
  // A process of its own: the flood does not delay the clock of the readers.
  const flooding = flood && fork(new URL("./flood.ts", import.meta.url), { execArgv: ["--import", "tsx"] });
  flooding?.send({ ...flood, origin } as Flood);
  await pause(1000);
  const times = await Promise.all(Object.values(READINGS).map((path) => readings(origin, path, seconds)));
  flooding?.send("stop");
  const [got] = flooding ? ((await once(flooding, "message")) as [Got]) : [null];
  // What the flood left is answered, or given up.
  await pause(2000);
  return { times, got };
}

const ms = (time: number) => (Number.isFinite(time) ? time.toFixed(time < 10 ? 1 : 0) : "failed");

await run(async () => {
  await ensureClient();
  await ensureBuild();
  const database = await step("Starting PostgreSQL", () => startThrowAway());
  await step("Migrating", () => migrate(database.url));
  await step("Loading the Mali cartography", () => load(database.url));
  const port = Number(values.port);
  const settings = serverEnvironment({ databaseUrl: database.url, authSecret: "a secret of a throw-away site, which nobody signs in to", port });
  const { origin } = await step("Starting the site", () => startServer({ env: { ...settings, HOST: "127.0.0.1", PUBLIC_URL: "" }, port, output: "ignore" }));
  for (const path of Object.values(READINGS)) for (let time = 0; time < 8; time++) await (await fetch(origin + path)).arrayBuffer();

  const rows: string[] = [];
  const goals: string[] = [];
  let longestRefusal = 0;
  for (const [name, flood] of Object.entries(FLOODS)) {
    const asked = typeof flood === "function" ? await flood(origin) : flood;
    const { times, got } = await step(`Reading beside: ${name}`, () => beside(origin, asked, Number(values.seconds)));
    const answers = got ? Object.entries(got.statuses).map(([status, count]) => `${count} × ${status === "0" ? "none" : status}`) : [];
    const refusal = got && got.longestRefusal > 0 ? `; a refusal took at most ${ms(got.longestRefusal)} ms` : "";
    rows.push(`| ${name} | ${times.map((one) => `${ms(percentile(one, 0.5))}, ${ms(percentile(one, 0.99))}`).join(" | ")} | ${answers.join(", ")}${refusal} |`);
    const worst = Math.max(...times.map((one) => percentile(one, 0.99)));
    longestRefusal = Math.max(longestRefusal, got?.longestRefusal ?? 0);
    if (GOALS[name]) goals.push(`| ${name}: p99 at most ${GOALS[name]} ms | ${worst <= GOALS[name] ? "met" : "**not met**"} | ${ms(worst)} ms |`);
  }
  goals.push(`| a refusal: at most ${ms(REFUSAL_MS)} ms | ${longestRefusal <= REFUSAL_MS ? "met" : "**not met**"} | ${ms(longestRefusal)} ms |`);
  console.log(`
Readings, p50 and p99 in ms, each over a connection of its own; the flood asks as fast as it is answered. All share 2 cores with the database.

| Flood | ${Object.keys(READINGS).join(" | ")} | what the flood got |
|---|${"---|".repeat(Object.keys(READINGS).length + 1)}
${rows.join("\n")}

| Goal | | worst |
|---|---|---|
${goals.join("\n")}`);
});
