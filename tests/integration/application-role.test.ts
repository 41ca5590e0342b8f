import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { lastBackup } from "@/data/backup/last";
import { historyOf } from "@/data/change/history";
import { database as db } from "@/data/client";
import { undoChangeSet } from "@/data/change/undo";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { markVerified } from "@/data/editing/verification";
import { findLiveSession, openSession, revokeSession } from "@/data/session/sessions";
import { countAttempt, forgetAttempts } from "@/data/session/sign-in-limits";
import { setDisabled } from "@/data/user/accounts";
import { applicationUrl } from "../../scripts/runtime/application-role";
import { withClient } from "../../scripts/runtime/connection";
import { makeAccount, makeActor, organisationInput } from "../support/factories";
import { scratchDatabase, type ScratchDatabase } from "../support/scratch-database";

/** What the site's account may do in the database. The end-to-end tests run the site with it. */
let database: ScratchDatabase;
let site: pg.Client;

beforeAll(async () => {
  database = await scratchDatabase();
  await withClient(database.url, (client) =>
    client.query(`INSERT INTO "Source" ("slug", "title", "kind") VALUES ('correction-consortium', 'Essai', 'correction');
      INSERT INTO "ChangeSet" ("state", "action", "actorName") VALUES ('accepted', 'imported', 'essai');
      INSERT INTO "Statement" ("typology", "field", "code", "basis", "sourceId", "madeById") VALUES ('national_ngo', 'essai', 'x', 'stated', 1, 1)`),
  );
  const url = await applicationUrl(database.url, "essai-essai");
  // What the site's own code uses from here on.
  process.env.DATABASE_URL = url;
  site = new pg.Client({ connectionString: url });
  await site.connect();
});
afterAll(async () => {
  await site.end();
  await db().$disconnect();
  await database.drop();
});

it("is no superuser, owns nothing, and makes no role or database", async () => {
  const { rows } = await site.query(`SELECT current_user AS name, rolsuper OR rolcreatedb OR rolcreaterole OR rolreplication OR rolbypassrls AS mighty,
    (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS owned FROM pg_roles WHERE rolname = current_user`);
  expect(rows).toEqual([{ name: "directory_site", mighty: false, owned: 0 }]);
});

it.each([
  'ALTER TABLE "Statement" DISABLE TRIGGER ALL',
  'ALTER TABLE "Statement" ADD COLUMN "x" int',
  'DROP TABLE "Statement"',
  'DROP TRIGGER "Statement_append_only" ON "Statement"',
  'TRUNCATE "Statement"',
  "CREATE TABLE mine ()",
  "CREATE TEMPORARY TABLE mine ()",
  "CREATE SCHEMA mine",
  "CREATE OR REPLACE FUNCTION only_withdrawn() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
  "SET session_replication_role = replica",
  "CREATE ROLE other",
  'DELETE FROM "Statement"',
  'DELETE FROM "ChangeSet"',
  "DELETE FROM _prisma_migrations",
  "SELECT setval('\"Statement_id_seq1\"', 1)",
  "COPY \"Source\" TO PROGRAM 'cat'",
])("may not: %s", async (sql) => {
  await expect(site.query(sql)).rejects.toThrow(/permission denied|must be (owner|superuser)/);
});

it("may not alter what was said, nor what was decided", async () => {
  await expect(site.query(`UPDATE "Statement" SET "code" = 'y'`)).rejects.toThrow(/append-only/);
  await expect(site.query(`UPDATE "ChangeSet" SET "actorName" = 'y'`)).rejects.toThrow(/never altered/);
});

it("may do what the site does, with tables of later migrations too", async () => {
  await site.query(`INSERT INTO "ChangeSet" ("state", "action", "actorName") VALUES ('accepted', 'updated', 'essai')`);
  await site.query(`UPDATE "Statement" SET "withdrawnById" = 2`);
  await site.query(`DELETE FROM "SignInLimit"`);
  await site.query("UPDATE directory_revision SET revision = revision + 1");
  await withClient(database.url, (client) => client.query(`CREATE TABLE "Later" ("id" SERIAL)`));
  expect((await site.query(`INSERT INTO "Later" DEFAULT VALUES RETURNING "id"`)).rowCount).toBe(1);
});

it("is enough for accounts, sessions, sign-ins, saving, publishing, verifying and undoing", async () => {
  const actor = await makeActor("admin");
  const saved = await saveOrganisation(actor, null, organisationInput({ name: `Essai du compte ${Date.now()}` }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  expect(await setPublished(actor, saved.slug, true)).toBe(true);
  expect(await markVerified(actor, saved.slug, { how: "call", on: "2026-11-22", note: null })).toEqual({ ok: true });
  const { entries } = (await historyOf(actor, saved.slug, 1))!;
  expect(await undoChangeSet(actor, entries[0]!.id)).toMatchObject({ ok: true });
  expect(await countAttempt({ email: "essai@example.org", address: "192.0.2.1" })).toBe(0);
  await forgetAttempts({ email: "essai@example.org", address: "192.0.2.1" });
  const other = await makeAccount();
  const session = await openSession(other.id);
  expect(await findLiveSession(session)).toBeTruthy();
  await revokeSession(session);
  expect(await setDisabled(other.id, true, { actor })).toBe(true);
  expect(await lastBackup(actor)).toBeNull();
});

it("is made once: a second start changes its password and nothing else", async () => {
  const again = await applicationUrl(database.url, "essai-autre");
  expect(await withClient(again, async (client) => (await client.query('SELECT FROM "Source"')).rowCount)).toBe(1);
});
