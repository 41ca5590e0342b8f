// The measurements of a run.
import { setTimeout as pause } from "node:timers/promises";
import { withClient } from "../../scripts/runtime/connection";
import { CROWD, type AnswerKind, type PageKind } from "./kinds";
import { askMany, type Load, type Measured } from "./load";
import type { Stage } from "./stage";

/** Few enough for the site to hold them all in its response cache, so that each is a hit. */
const WARM_ADDRESSES = 20;
const WARM_UP_SECONDS = 1;

/** The baseline, the site under addresses that were never asked for, and the site from its response cache. */
export type Ways = Record<"baseline" | "cold" | "warm", Measured>;
export type KindMeasured = { one: Ways; crowd: Ways; bytes?: number };

/** Ends what PostgreSQL still works on for answers that nobody waits for any more: it would slow the next measurement. */
const endLeftOvers = (url: string) =>
  withClient(url, async (client) => {
    const left = "FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    // A server that waits for a free connection asks again when one is: quiet is what stays so for half a second.
    for (let quiet = 0, tries = 0; quiet < 5 && tries < 100; tries++) {
      const { rowCount } = await client.query(`SELECT pg_cancel_backend(pid) ${left}`);
      quiet = rowCount === 0 ? quiet + 1 : 0;
      await pause(100);
    }
  });

/** One kind of question over one connection and over many. */
async function measureKind({ database }: Stage, loads: Record<keyof Ways, Load>, seconds: number): Promise<KindMeasured> {
  const measure = async (load: Load, connections: number) => {
    if (connections === 1) await askMany({ ...load, connections, seconds: WARM_UP_SECONDS });
    const measured = await askMany({ ...load, connections, seconds });
    await endLeftOvers(database.url);
    return measured;
  };
  const over = async (connections: number): Promise<Ways> => ({
    baseline: await measure(loads.baseline, connections),
    cold: await measure(loads.cold, connections),
    warm: await measure(loads.warm, connections),
  });
  return { one: await over(1), crowd: await over(CROWD) };
}

function siteLoads({ site, database, queries }: Stage, kind: AnswerKind | PageKind): { cold: Load; warm: Load } {
  const pids = { server: site.pid, database: database.pid };
  const paths = queries[kind];
  return { cold: { origin: site.origin, paths, pids, cold: true }, warm: { origin: site.origin, paths: paths.slice(0, WARM_ADDRESSES), pids } };
}

export function measureAnswers(stage: Stage, kind: AnswerKind, seconds: number): Promise<KindMeasured> {
  const { baseline, database, queries } = stage;
  const asked = { origin: baseline.origin, paths: queries[kind], pids: { server: baseline.pid, database: database.pid } };
  return measureKind(stage, { baseline: asked, ...siteLoads(stage, kind) }, seconds);
}

/** As an answer, but the baseline is an empty page of the mean size of ours, `bytes`. */
export async function measurePages(stage: Stage, kind: PageKind, seconds: number): Promise<KindMeasured> {
  const { site, emptyPage } = stage;
  const loads = siteLoads(stage, kind);
  const sizes = await Promise.all(loads.warm.paths.map(async (path) => (await (await fetch(site.origin + path)).arrayBuffer()).byteLength));
  const bytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  const empty = { origin: emptyPage.origin, paths: [await emptyPage.pathOfSize(bytes)], pids: { server: emptyPage.pid } };
  return { bytes, ...(await measureKind(stage, { baseline: empty, ...loads }, seconds)) };
}
