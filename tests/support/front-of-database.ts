import pg from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { markUnavailable } from "@/lib/request-outcome";
import { revisionReader } from "../../server/revision";
import { read, startFront, type MadeUp } from "./front-reader";

/** A front that learns from the database when the directory has changed. It runs for the tests of one file; before each of them the directory changes. */
export function frontOfDatabase() {
  const url = process.env.DATABASE_URL ?? "";
  const database = new pg.Client({ connectionString: url });
  const revision = revisionReader(url, () => undefined);
  const state: MadeUp = { renders: [], says: "", markUnavailable };
  let front: Awaited<ReturnType<typeof startFront>>;

  /** A change of the directory, so long ago that its second is over, unless it is said to be fresh. */
  const change = (age = "1 hour") => database.query(`UPDATE "directory_revision" SET "revision" = "revision" + 1, "changedAt" = now() - $1::interval`, [age]);
  /** As if so much had changed that the next change waits for its second; or as the clock of a while ahead said so. Times are rounded to a millisecond. */
  const spend = (ahead = "0 seconds") =>
    database.query(`UPDATE "directory_revision" SET "burst" = 0, "shownFrom" = clock_timestamp() - interval '1 millisecond' + $1::interval`, [ahead]);
  /** The same, alone: as if nothing else had changed for a while. */
  const edit = async (age?: string) => {
    await database.query(`UPDATE "directory_revision" SET "burst" = 5, "shownFrom" = now() - interval '1 second'`);
    await change(age);
  };
  const at = (path: string, how?: Parameters<typeof read>[2]) => read(front.port, path, how);

  beforeAll(async () => {
    await database.connect();
    front = await startFront(state, revision.read, { pageLimitMs: 300 });
  });
  afterAll(async () => {
    await front.stop();
    await revision.close();
    await database.end();
  });
  beforeEach(async () => {
    state.renders = [];
    state.says = "first";
    await edit();
  });

  return { url, state, revision, change, edit, spend, at, front: () => front };
}
