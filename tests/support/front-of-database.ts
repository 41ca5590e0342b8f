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
  const edit = (age = "1 hour") => database.query(`UPDATE "directory_revision" SET "revision" = "revision" + 1, "changedAt" = now() - $1::interval`, [age]);
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

  return { url, state, revision, edit, at, front: () => front };
}
