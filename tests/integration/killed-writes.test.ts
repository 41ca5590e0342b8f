import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { projectEverything } from "@/data/change/project";
import { findBatch } from "@/data/batch/staging";
import { beginWrite } from "@/data/batch/write";
import { database } from "@/data/client";
import { saveOrganisation } from "@/data/editing/save";
import { editingFromNothing } from "../support/editing";
import { organisationInput } from "../support/factories";
import { preview, write } from "../support/imports";
import type { Writing } from "../support/killed-writer";
import { digests } from "../support/whole-database";

/** The process that writes is killed, and the database holds all of what it wrote, or nothing. */

const { made, create, current } = editingFromNothing();
const [KNOWN, FRESH] = [100, 200];
let watcher: pg.Client;

beforeAll(async () => {
  watcher = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await watcher.connect();
});
afterAll(() => watcher.end());

const polled = { timeout: 40_000, interval: 5 };

/** Starts a writer and kills it once it shows. @param shown whether it is time */
async function killWhen(writing: Writing, shown: () => Promise<unknown>): Promise<void> {
  const program = fileURLToPath(new URL("../support/killed-writer.ts", import.meta.url));
  const args = ["--conditions=react-server", "--import", "tsx", program, JSON.stringify(writing)];
  const child = spawn(process.execPath, args, { env: { ...process.env, LOG_LEVEL: "silent" }, stdio: "inherit" });
  const exit = once(child, "exit");
  try {
    await expect.poll(shown, polled).toBeTruthy();
  } finally {
    child.kill("SIGKILL");
  }
  // It has not ended by itself.
  expect(await exit).toEqual([null, "SIGKILL"]);
}

/** Kills a writer that wants to write its first row into a table, and waits until PostgreSQL has noticed. */
async function killBefore(table: string, writing: Writing): Promise<void> {
  await watcher.query(`BEGIN; LOCK TABLE "${table}" IN SHARE MODE`);
  let pid = 0;
  await killWhen(writing, async () => {
    const { rows } = await watcher.query<{ pid: number }>(`SELECT pid FROM pg_locks WHERE relation = $1::regclass AND NOT granted`, [`"${table}"`]);
    return (pid = rows[0]?.pid ?? 0);
  });
  await watcher.query("ROLLBACK");
  const isThere = async () => (await watcher.query("SELECT FROM pg_stat_activity WHERE pid = $1", [pid])).rowCount;
  await expect.poll(isThere, polled).toBe(0);
}

/** All that the database holds, but for how far an import is. */
const held = async () => ({ ...(await digests(watcher)), ImportBatch: null });

/** What pages, search and files read is what the statements say: writing it anew changes nothing. */
async function expectProjected(): Promise<void> {
  const before = await held();
  await projectEverything(database());
  expect(await held()).toEqual(before);
}

// In the order in which a change writes them: what is said, what searches read of it, and the very end.
const MOMENTS = ["Statement", "organisation_search", "directory_change"];

describe("an import whose process is killed", () => {
  let batch: number;
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const age = () => database().$executeRaw`UPDATE "ImportBatch" SET "beatAt" = now() - interval '21 seconds' WHERE "id" = ${batch}`;
  const file = (lines: readonly string[]) => `Slug;Nom;Zones;Sigle\r\n${lines.join("\r\n")}\r\n`;

  beforeAll(async () => {
    const zone = made.zones.region.slug;
    const known = numbers(KNOWN).map((number) => `;Essai connue ${number};${zone};`);
    expect(await write(made.actor, (await preview(made.actor, "connues.csv", file(known))).id)).toMatchObject({ state: "written" });
    const changed = numbers(KNOWN).map((number) => `essai-connue-${number};Essai connue ${number};${zone};EC${number}`);
    const fresh = numbers(FRESH).map((number) => `;Essai tuée ${number};${zone};ET${number}`);
    const brought = await preview(made.actor, "tuee.csv", file([...changed, ...fresh]));
    expect(await brought.counts()).toMatchObject({ changed: KNOWN, new: FRESH });
    batch = brought.id;
  }, 60_000);

  it.each(MOMENTS)(
    "before it writes %s leaves nothing, and can be written again when it has been silent for twenty seconds",
    async (table) => {
      await age();
      const before = await held();
      await killBefore(table, { actor: made.actor, batch });
      expect(await held()).toEqual(before);
      expect(await findBatch(made.actor, batch)).toMatchObject({ state: "writing", stopped: false });
      expect(await beginWrite(made.actor, batch)).toBeNull();
      await age();
      expect(await findBatch(made.actor, batch)).toMatchObject({ state: "writing", stopped: true });
    },
    60_000,
  );

  it("as soon as it is written leaves all of it", async () => {
    await age();
    await killWhen({ actor: made.actor, batch }, async () => (await findBatch(made.actor, batch))!.state === "written");
    expect(await database().organisation.count({ where: { publishedAt: { not: null } } })).toBe(KNOWN + FRESH);
    for (const slug of ["essai-connue-1", "essai-tuee-200"]) {
      expect((await current(slug)).fields.acronym).toMatch(/^E[CT]\d+$/);
      expect((await historyOf(made.actor, slug, 1))!.entries[0]).toMatchObject({ action: "imported", note: "tuee.csv – Essai" });
    }
    await expectProjected();
  }, 60_000);
});

describe("a save whose process is killed", () => {
  let slug: string;
  let input: unknown;

  beforeAll(async () => {
    slug = await create({ name: "Essai Enregistrée" });
    await create({ name: "Essai Partenaire", partners: [slug] });
    const { fields, version } = await current(slug);
    const contacts = [{ channel: "phone", raw: "20 24 11 77", state: "ok" }];
    input = organisationInput({ ...fields, name: "Essai Renommée", zones: [made.zones.region.code], contacts }, { version });
  });

  it.each(MOMENTS)("before it writes %s leaves nothing", { timeout: 60_000 }, async (table) => {
    const before = await held();
    await killBefore(table, { actor: made.actor, slug, input });
    expect(await held()).toEqual(before);
  });

  it("as soon as it is saved leaves all of it, and the same form cannot be saved over it", async () => {
    const name = async () => (await current(slug)).fields.name;
    await killWhen({ actor: made.actor, slug, input }, async () => (await name()) === "Essai Renommée");
    expect((await current(slug)).fields).toMatchObject({ zones: [made.zones.region.code], contacts: [{ raw: "20 24 11 77" }] });
    await expectProjected();
    expect(await saveOrganisation(made.actor, slug, input)).toMatchObject({ ok: false, reason: "conflict" });
  }, 60_000);
});
