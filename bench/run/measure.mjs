// The measurements of a run.
import { CROWD } from "./kinds.mjs";
import { askMany } from "./load.mjs";

/** Few enough to be kept whole by the site, so that each is a hit. */
const KEPT = 20;
const WARM_UP = 1;

/** One kind of question at 1 and at 20 connections: the floor, the site anew each time, the site from what it keeps. */
async function measureKind({ site, floor, seconds, paths, floorPaths }) {
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
    }
  }
  return result;
}

const withDatabase = ({ origin, pid }, database) => ({ origin, pids: { server: pid, database: database.pid } });

export const measureAnswers = ({ site, floor, database, queries }, kind, seconds) =>
  measureKind({ site: withDatabase(site, database), floor: withDatabase(floor, database), seconds, paths: queries[kind], floorPaths: queries[kind] });

/** As an answer, but the floor is an empty page of the mean size of ours. */
export async function measurePages({ site, pageFloor, database, queries }, kind, seconds) {
  const paths = queries[kind];
  const sizes = await Promise.all(paths.slice(0, KEPT).map(async (path) => (await (await fetch(site.origin + path)).arrayBuffer()).byteLength));
  const bytes = Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length);
  const floorPaths = [await pageFloor.pathOfSize(bytes)];
  return { bytes, ...(await measureKind({ site: withDatabase(site, database), floor: { origin: pageFloor.origin, pids: { server: pageFloor.pid } }, seconds, paths, floorPaths })) };
}
