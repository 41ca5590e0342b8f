import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { projectEverything } from "@/data/change/project";
import { loadSources } from "@/data/import/load";
import type { PrismaClient } from "@/data/generated/prisma/client";
import { searchLabels } from "../../prisma/search-labels";
import { LEFT_OUT } from "../../scripts/backup/contents";
import { restoreBackup } from "../../scripts/backup/restore";
import { writeBackup } from "../../scripts/backup/write";
import { withClient } from "../../scripts/runtime/connection";
import { LOADED_AT } from "../support/cartography";
import { emptyScratchDatabase, scratchDatabase, type ScratchDatabase } from "../support/scratch-database";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";
import { everything, shape } from "../support/whole-database";

const FIXTURES = path.join(import.meta.dirname, "../fixtures/backups");
const MIGRATIONS = readdirSync(path.join(import.meta.dirname, "../../prisma/migrations")).sort();

let folder: string;
let source: ScratchDatabase;
let target: ScratchDatabase;
let file: string;
/** A backup of `source`, and all that `source` holds. */
let good: Buffer;
let whole: Awaited<ReturnType<typeof everything>>;

const load = (client: PrismaClient) => loadSources(client, { sources: sourcesIn(SEED_FOLDER), now: LOADED_AT, searchLabels: searchLabels() });

beforeAll(async () => {
  source = await scratchDatabase();
  await load(source.client);
  await withClient(source.url, (client) => client.query(readFileSync(path.join(import.meta.dirname, "../support/hard-rows.sql"), "utf8")));
  await projectEverything(source.client);
  whole = await everything(source.url);
  const folder = mkdtempSync(path.join(tmpdir(), "backups-"));
  await writeBackup(source.url, path.join(folder, "good.backup"));
  good = readFileSync(path.join(folder, "good.backup"));
  rmSync(folder, { recursive: true });
}, 120_000);
afterAll(() => source.drop());

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "backups-"));
  file = path.join(folder, "essai.backup");
  target = await emptyScratchDatabase();
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await target.drop();
});

async function restore() {
  await restoreBackup(target.url, file);
  await projectEverything(target.client);
}

describe("a backup", () => {
  it("restores every row of every table, the projection, the sequences and the shape, to the byte", async () => {
    writeFileSync(file, good);
    await restore();
    expect(await everything(target.url)).toEqual(whole);
    const [signedIn] = await target.client.$queryRaw<
      object[]
    >`SELECT (SELECT count(*)::int FROM "Session") AS sessions, (SELECT count(*)::int FROM "User") AS users`;
    expect(signedIn).toEqual({ sessions: 0, users: 1 });
  });

  it("can be taken of what was restored, and says the same", async () => {
    writeFileSync(file, good);
    await restoreBackup(target.url, file);
    const again = path.join(folder, "again.backup");
    await writeBackup(target.url, again);
    const lines = (name: string) =>
      gunzipSync(readFileSync(name))
        .toString()
        .split("\n")
        .slice(1)
        .filter((line) => !/sha256|directory_revision|^1\t\d+\t[^\t]+\t[tf]\t/.test(line))
        .sort();
    expect(lines(again)).toEqual(lines(file));
  });

  it("leaves out only tables that exist and that this test knows", async () => {
    const tables = await withClient(source.url, async (client) =>
      (await client.query<{ name: string }>("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'")).rows.map(({ name }) => name),
    );
    const held = [
      ...gunzipSync(good)
        .toString()
        .matchAll(/^\{"table":"([^"]+)"/gm),
    ].map(([, name]) => name!);
    expect([...held, ...LEFT_OUT, "_prisma_migrations"].sort()).toEqual(tables.sort());
  });

  it("holds one moment while others write", async () => {
    let going = true;
    const writers = [1, 2].map(() =>
      withClient(source.url, async (client) => {
        for (; going;) {
          // Each transaction adds one to both tables: a copy of two moments has more of one.
          await client.query(`WITH made AS (INSERT INTO "ChangeSet" ("state", "action", "actorName") VALUES ('accepted', 'updated', 'essai') RETURNING "id")
            INSERT INTO "ChangeItem" ("changeSetId", "sourceId", "field") SELECT made."id", (SELECT min("id") FROM "Source"), 'essai' FROM made`);
        }
      }),
    );
    const counts = `SELECT (SELECT count(*)::int FROM "ChangeSet" WHERE "actorName" = 'essai') AS sets, (SELECT count(*)::int FROM "ChangeItem" WHERE "field" = 'essai') AS items`;
    const count = async (url: string) => (await withClient(url, (client) => client.query<{ sets: number; items: number }>(counts))).rows[0]!;
    try {
      await writeBackup(source.url, file);
    } finally {
      going = false;
      await Promise.all(writers);
    }
    await restore();
    const kept = await count(target.url);
    expect(kept.items).toBe(kept.sets);
    expect(kept.sets).toBeLessThan((await count(source.url)).sets);
  });

  it("keeps the numbers that are given next apart from those given already", async () => {
    writeFileSync(file, good);
    await restore();
    await expect(target.client.source.create({ data: { slug: "essai-suivante", title: "Essai", kind: "study" } })).resolves.toBeTruthy();
  });
});

describe("a file that cannot be trusted", () => {
  let before: Awaited<ReturnType<typeof everything>>;

  beforeEach(async () => {
    writeFileSync(file, good);
    await withClient(target.url, (client) => client.query("CREATE TABLE mine AS SELECT 1 AS number"));
    before = await everything(target.url);
  });
  const refused = async (content: Buffer | string, sentence: RegExp) => {
    writeFileSync(file, content);
    // Even when the database may be replaced.
    const replace = new URL(target.url).pathname.slice(1);
    await expect(restoreBackup(target.url, file, { replace })).rejects.toThrow(sentence);
    expect(await everything(target.url)).toEqual(before);
  };
  const rewritten = (change: (text: string) => string) => gzipSync(change(gunzipSync(good).toString("utf8")));

  it("is refused when it is damaged or cut anywhere, and nothing is touched", async () => {
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      await refused(good.subarray(0, Math.floor(good.length * share)), /damaged|not a backup/);
      const damaged = Buffer.from(good);
      damaged[Math.floor(good.length * share)]! ^= 0x10;
      await refused(damaged, /damaged|not a backup/);
    }
    await refused(Buffer.concat([good, good]), /something follows/);
  });

  it("is refused when its checksum is not that of its content", async () => {
    await refused(
      rewritten((text) => text.replace("Grdr", "Grds")),
      /checksum is another/,
    );
    await refused(
      rewritten((text) => text.slice(0, text.lastIndexOf('{"sha256'))),
      /ends too early/,
    );
    await refused(
      rewritten((text) => text.slice(0, text.lastIndexOf("\\.\n"))),
      /ends within a table/,
    );
  });

  it("is refused when it is something else, or of a later version", async () => {
    await refused("", /not a backup/);
    await refused("a text", /not a backup/);
    await refused(gzipSync("a text\n"), /not a backup/);
    await refused(
      rewritten((text) => text.replace('"version":1', '"version":2')),
      /use a later one/,
    );
    rmSync(file);
    await expect(restoreBackup(target.url, file)).rejects.toThrow(/There is no file/);
  });

  it("is refused by a database that holds something, unless it is named", async () => {
    await expect(restoreBackup(target.url, file)).rejects.toThrow(/not empty.*--replace/);
    await expect(restoreBackup(target.url, file, { replace: "another" })).rejects.toThrow(/not "another"/);
    expect(await everything(target.url)).toEqual(before);
    await restoreBackup(target.url, file, { replace: new URL(target.url).pathname.slice(1) });
    await projectEverything(target.client);
    expect(await everything(target.url)).toEqual(whole);
  });

  it("is taken by a database whose tables are there without a row, as a restore that was killed leaves it", async () => {
    const other = await scratchDatabase();
    await restoreBackup(other.url, file);
    await projectEverything(other.client);
    expect(await everything(other.url)).toEqual(whole);
    await expect(restoreBackup(other.url, file)).rejects.toThrow(/not empty/);
    await other.drop();
  });

  it("with a migration that is unknown is refused before anything is touched", async () => {
    await withClient(source.url, (client) =>
      client.query("INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '9_later', now())"),
    );
    rmSync(file);
    await writeBackup(source.url, file).finally(() => withClient(source.url, (client) => client.query("DELETE FROM _prisma_migrations WHERE id = 'x'")));
    await refused(readFileSync(file), /The backup has a migration this version does not know \(9_later\)/);
  });
});

describe("a backup of an earlier schema", () => {
  it("is kept for each migration", () => {
    // Otherwise: node scripts/db.mjs run node --import tsx tests/support/keep-backups.ts
    expect(readdirSync(FIXTURES).filter((name) => name.endsWith(".backup"))).toEqual(MIGRATIONS.map((name) => `${name}.backup`));
  });

  it.each(MIGRATIONS)("%s restores, migrates and projects to what the first one does", async (name) => {
    await restoreBackup(target.url, path.join(FIXTURES, `${name}.backup`));
    await projectEverything(target.client);
    expect(await withClient(target.url, shape)).toHaveLength(whole.shape.length);
    const organisations = await target.client.organisation.findMany({
      orderBy: { id: "asc" },
      select: { slug: true, acronym: true, visibility: true, version: true },
    });
    expect(organisations).toEqual([
      { slug: "essai-association", acronym: "E.A.", visibility: "public", version: 3 },
      { slug: "essai-reseau", acronym: null, visibility: "public", version: 1 },
      { slug: "essai-reservee", acronym: null, visibility: "confidential", version: 1 },
    ]);
    expect(await target.client.restrictedStatement.count()).toBe(1);
    expect((await target.client.sourceEntry.findFirstOrThrow()).text).toBe("Essai\nsur deux lignes \\.\tet une tabulation");
    expect(await target.client.organisationSearch.count()).toBe(2);
    expect(await target.client.session.count()).toBe(0);
  });
});
