import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database, type Db } from "@/data/client";
import { presentRevision, read } from "@/data/read";
import { createReader, type Reader } from "@/data/replicas/reader";
import { troubleOf } from "@/lib/database-trouble";
import { outcomes } from "@/lib/request-outcome";
import { relayTo, type Relay } from "../support/relay";
import { scratchDatabase } from "../support/scratch-database";

/**
 * Three databases stand for a primary and two replicas: each says for itself how far it is, so that a
 * test decides who lags. Each is reached by a way that a test may cut or freeze.
 */
type Part = Awaited<ReturnType<typeof scratchDatabase>> & { name: string; relay: Relay };
let primary: Part, first: Part, second: Part;

async function part(): Promise<Part> {
  const scratch = await scratchDatabase();
  return { ...scratch, name: new URL(scratch.url).pathname.slice(1), relay: await relayTo(scratch.url) };
}

const setRevision = (revision: number, ...parts: Part[]) => Promise.all(parts.map(({ client }) => client.directoryRevision.updateMany({ data: { revision } })));

beforeAll(async () => {
  [primary, first, second] = await Promise.all([part(), part(), part()]);
});
afterAll(() => Promise.all([primary, first, second].map(({ drop }) => drop())));

const failed = vi.fn();
let reader: Reader;
beforeEach(async () => {
  await setRevision(7, primary, first, second);
  failed.mockClear();
  reader = createReader({ primary: primary.relay.url, replicas: [first.relay.url, second.relay.url] }, failed);
});
afterEach(async () => {
  await Promise.all([primary, first, second].map(({ relay }) => relay.mend()));
  await reader.close();
});

/** The database that answers, as a name. */
const whoAnswers = async (db: Db) => (await db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`)[0]!.name;
const askMany = async (count: number) => new Set(await Promise.all(Array.from({ length: count }, () => reader.read(whoAnswers))));

describe("reading from replicas", () => {
  it("takes those that are up to date in turn, and leaves the primary alone", async () => {
    expect(await askMany(6)).toEqual(new Set([first.name, second.name]));
  });

  it("passes over a replica that lags until it has caught up", async () => {
    await setRevision(8, primary, second);
    expect(await askMany(4)).toEqual(new Set([second.name]));
    await setRevision(8, first);
    expect(await askMany(4)).toEqual(new Set([first.name, second.name]));
  });

  it("reads from the primary while every replica lags", async () => {
    expect(await askMany(4)).not.toContain(primary.name);
    await setRevision(8, primary);
    expect(await askMany(4)).toEqual(new Set([primary.name]));
    expect(await reader.presentRevision()).toBe(8n);
  });

  it("does not trust what a replica had when the primary was put back to an earlier state", async () => {
    await askMany(4);
    await setRevision(3, primary, first, second);
    await reader.presentRevision();
    await setRevision(5, primary, first);
    expect(await askMany(4)).toEqual(new Set([first.name]));
  });

  it("asks the primary when a replica has not replayed a migration", async () => {
    await Promise.all([first, second].map(({ client }) => client.$executeRaw`ALTER TABLE "Source" RENAME TO "Later"`));
    const sources = await reader.read(async (db) => ({ name: await whoAnswers(db), count: await db.source.count() }));
    await Promise.all([first, second].map(({ client }) => client.$executeRaw`ALTER TABLE "Later" RENAME TO "Source"`));
    expect(sources.name).toBe(primary.name);
    expect(failed).not.toHaveBeenCalled();
  });

  it("throws a mistake of the reading itself, after one attempt", async () => {
    const work = vi.fn(() => Promise.reject(new TypeError("a mistake")));
    await expect(reader.read(work)).rejects.toThrow("a mistake");
    expect(work).toHaveBeenCalledTimes(1);
  });
});

describe("a server that fails", () => {
  it("loses no reading when a replica is killed, and uses it again when it is back", async () => {
    await askMany(4);
    const slow = Array.from({ length: 6 }, () => reader.read((db) => db.$queryRaw<{ name: string }[]>`SELECT current_database() AS name, pg_sleep(0.5)::text`));
    await first.relay.cut();
    expect(await askMany(6)).toEqual(new Set([second.name]));
    const names = (await Promise.all(slow)).map(([row]) => row!.name);
    expect(new Set(names)).toEqual(new Set([second.name]));
    await first.relay.mend();
    await vi.waitFor(async () => expect(await askMany(4)).toContain(first.name), 10_000);
    expect(failed).not.toHaveBeenCalled();
  });

  it("does again elsewhere what waits for a replica that hangs", async () => {
    await askMany(4);
    first.relay.freeze();
    expect(await askMany(30)).toEqual(new Set([second.name]));
  });

  it("reads from the primary when no replica is left", async () => {
    await Promise.all([first.relay.cut(), second.relay.cut()]);
    expect(await askMany(4)).toEqual(new Set([primary.name]));
  });

  it("reads from the replica that is furthest when the primary is away", async () => {
    await askMany(4);
    await setRevision(8, primary, second);
    await askMany(4);
    await primary.relay.cut();
    await vi.waitFor(async () => expect(await reader.presentRevision()).toBeNull());
    expect(await reader.canRead()).toBe(true);
    expect(await askMany(4)).toEqual(new Set([second.name]));
    await primary.relay.mend();
    await vi.waitFor(async () => expect(await reader.presentRevision()).toBe(8n), 10_000);
    expect(failed).not.toHaveBeenCalled();
  });

  it("fails, and says that the database is why, when nobody is left", async () => {
    await Promise.all([primary, first, second].map(({ relay }) => relay.cut()));
    const error = await reader.read(whoAnswers).catch((reason: unknown) => reason);
    expect(troubleOf(error)).toBe("lost");
    expect(failed).toHaveBeenCalledTimes(1);
    expect(await reader.canRead()).toBe(false);
  });
});

describe("a query that runs long", () => {
  it("is ended by PostgreSQL, is not begun again elsewhere, and is told as the database's fault", async () => {
    const work = vi.fn((db: Db) => db.$queryRaw`SELECT pg_sleep(60)::text`);
    const error = await reader.read(work).catch((reason: unknown) => reason);
    expect(String(error)).toContain("57014");
    expect(work).toHaveBeenCalledTimes(1);
    expect(failed).toHaveBeenCalledTimes(1);
  }, 15_000);
});

describe("read", () => {
  it("uses the client of a caller that reads inside its own transaction", async () => {
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`CREATE TEMPORARY TABLE only_here ON COMMIT DROP AS SELECT 1 AS one`;
      expect(await read((db) => db.$queryRaw`SELECT one FROM only_here`, tx)).toEqual([{ one: 1 }]);
    });
  });
});

describe("the revision", () => {
  it("is asked once for a request: the server before the application tells it", async () => {
    const known = { revision: 5n, unavailable: false, provisional: false };
    expect(await outcomes.run(known, presentRevision)).toBe(5n);
    expect(await outcomes.run({ ...known, revision: null }, presentRevision)).not.toBe(5n);
  });
});
