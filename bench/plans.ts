// node --conditions=react-server --import tsx bench/plans.ts [--size 42150] [--port 3313]
// Writes docs/query-plans.md: what the site asks PostgreSQL for, and how PostgreSQL answers, as auto_explain tells it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import type { Client } from "pg";
import { ensureBuild, ensureClient } from "../scripts/runtime/build";
import { withClient } from "../scripts/runtime/connection";
import { run } from "../scripts/runtime/lifetime";
import { inCheckout } from "../scripts/runtime/paths";
import { step } from "../scripts/runtime/steps";
import { plansIn, toMarkdown, type Plan } from "./run/plans";
import { prepareQueries } from "./run/queries";
import { fillDatabase, startSite } from "./run/stage";

const QUIET = "-c auto_explain.log_min_duration=-1";
const EXPLAIN = { log_min_duration: "0", log_analyze: "on", log_buffers: "on", log_timing: "on", log_parameter_max_length: "0" };
/** PostgreSQL writes its log a moment after it answers. */
const LOG_LATE_MS = 500;

await run(async () => {
  const { values } = parseArgs({ options: { size: { type: "string", default: "42150" }, port: { type: "string", default: "3313" } } });
  await ensureClient();
  await ensureBuild();
  const database = await fillDatabase(Number(values.size));
  const { url } = database;
  const log = join(database.folder, "server.log");
  const quietly = <T>(work: (client: Client) => Promise<T>) => withClient(url, work, { options: QUIET });
  const queries = await withClient(url, prepareQueries);
  const changed = await withClient(url, async (client) => {
    await client.query("ALTER DATABASE postgres SET session_preload_libraries = 'auto_explain'");
    for (const [name, value] of Object.entries(EXPLAIN)) await client.query(`ALTER DATABASE postgres SET auto_explain.${name} = '${value}'`);
    return (await client.query<{ id: number }>('SELECT "organisationId" AS id FROM organisation_search ORDER BY md5("organisationId"::text) LIMIT 3')).rows.map(
      ({ id }) => id,
    );
  });

  /** The plans of all statements that `work` causes. */
  async function plansDuring(work: () => Promise<unknown>): Promise<Plan[]> {
    const from = readFileSync(log).length;
    await work();
    await pause(LOG_LATE_MS);
    return plansIn(readFileSync(log).subarray(from).toString());
  }
  let origin = "";
  const loading = await plansDuring(async () => {
    ({ origin } = await step("Starting the site", () => startSite({ databaseUrl: url, port: Number(values.port) })));
  });
  let asked = 0;
  const ask = async (path = "") => {
    const separator = path.includes("?") ? "&" : "?";
    const fresh = path.startsWith("/api/") ? `q=${"+".repeat((asked += 1))}` : `n=${(asked += 1)}`;
    await (await fetch(`${origin}${path}${separator}${fresh}`)).arrayBuffer();
  };
  /** Those of the second time: the first opens connections and reads pages into memory. */
  const plansOf = async (path?: string) => {
    await ask(path);
    return plansDuring(() => ask(path));
  };
  const change = () =>
    quietly((client) =>
      client.query(
        `WITH next AS (UPDATE directory_revision SET "revision" = "revision" + 1 RETURNING "revision")
         INSERT INTO directory_change ("revision", "organisationIds") SELECT "revision", $1 FROM next`,
        [changed],
      ),
    );
  // The first answer of a site is its home page, which is no part of the index.
  const ofIndex = loading.slice(loading.findIndex(({ statement }) => statement.startsWith("DECLARE documents")));
  const found = {
    search: await plansOf(queries.broad[0]),
    change: await plansDuring(async () => {
      await change();
      await ask(queries.plain[0]);
    }),
    loading: ofIndex.filter(({ statement }) => /^DECLARE|"Zone" z|search_label|"title" FROM/.test(statement)),
    profile: await plansOf(queries.profile[0]),
    zonePage: await plansOf(queries.zonePage[0]),
    profilePage: await plansOf(queries.profilePage[0]),
  };
  const version = await quietly(async (client) => (await client.query<{ server_version: string }>("SHOW server_version")).rows[0]!.server_version);
  writeFileSync(inCheckout("docs/query-plans.md"), toMarkdown(found, { size: Number(values.size), version }));
});
