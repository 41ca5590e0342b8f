// The measurements of a run.
import { setTimeout as pause } from "node:timers/promises";
import { CROWD } from "./kinds.mjs";
import { askMany } from "./load.mjs";
import { withClient } from "./stage.mjs";

/** Few enough to be kept whole by the site, so that each is a hit. */
const KEPT = 20;
const WARM_UP = 1;

/** Ends what PostgreSQL still works on for answers that nobody waits for any more: it would slow the next measurement. */
const endLeftOvers = (url) =>
  withClient(url, async (client) => {
    const left = "FROM pg_stat_activity WHERE state = 'active' AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
    const working = async () => (await client.query(`SELECT count(*)::int AS count ${left}`)).rows[0].count > 0;
    for (let tries = 0; tries < 100 && (await working()); tries++) {
      await client.query(`SELECT pg_cancel_backend(pid) ${left}`);
      await pause(100);
    }
  });

/** One kind of question at 1 and at 20 connections: the floor, the site anew each time, the site from what it keeps. */
async function measureKind({ site, floor, database, seconds, paths, floorPaths }) {
  const kept = paths.slice(0, KEPT);
  const ways = {
    floor: { origin: floor.origin, paths: floorPaths, pids: floor.pids },
    miss: { origin: site.origin, paths, pids: site.pids, fresh: true },
    hit: { origin: site.origin, paths: kept, pids: site.pids },
  };
  const result = {};
  for (const connections of [1, CROWD]) {
    const at = (result[connections === 1 ? "one" : "crowd"] = {});
    for (const [name, load] of Object.entries(ways)) {
      if (connections === 1) await askMany({ ...load, connections, seconds: WARM_UP });
      at[name] = await askMany({ ...load, connections, seconds });
      await endLeftOvers(database.url);
    }
  }
  return result;
}

const withDatabase = ({ origin, pid }, database) => ({ origin, pids: { server: pid, database: database.pid } });

export const measureAnswers = ({ site, floor, database, queries }, kind, seconds) =>
  measureKind({ site: withDatabase(site, database), floor: withDatabase(floor, database), database, seconds, paths: queries[kind], floorPaths: queries[kind] });

/** As an answer, but the floor is an empty page of the mean size of ours. */
export async function measurePages({ site, pageFloor, database, queries }, kind, seconds) {
  const paths = queries[kind];
  const sizes = await Promise.all(paths.slice(0, KEPT).map(async (path) => (await (await fetch(site.origin + path)).arrayBuffer()).byteLength));
  const bytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  const floorPaths = [await pageFloor.pathOfSize(bytes)];
  return {
    bytes,
    ...(await measureKind({
      site: withDatabase(site, database),
      floor: { origin: pageFloor.origin, pids: { server: pageFloor.pid } },
      database,
      seconds,
      paths,
      floorPaths,
    })),
  };
}
