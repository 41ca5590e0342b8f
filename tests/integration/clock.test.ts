import { readFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { markVerified } from "@/data/editing/verification";
import { loadSources } from "@/data/import/load";
import { endSessions } from "@/data/session/own-sessions";
import { findLiveSession, openSession, revokeSession } from "@/data/session/sessions";
import { setDisabled } from "@/data/user/accounts";
import { searchLabels } from "../../prisma/search-labels";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, organisationInput } from "../support/factories";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";

const DAY = 86_400_000;
const COLUMNS = `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
  WHERE table_schema = 'public' AND data_type = 'timestamp with time zone' AND table_name NOT IN ('_prisma_migrations', 'SignInLimit')`;

beforeEach(async () => {
  await emptyDatabase();
  // This server's clock is two days ahead; that of the database is right.
  vi.useFakeTimers({ toFake: ["Date"] });
  vi.setSystemTime(Date.now() + 2 * DAY);
});
afterEach(() => vi.useRealTimers());

it("keeps every time by the database's clock, however wrong the server's is", async () => {
  await loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
  const actor = await makeActor("admin");
  const saved = await saveOrganisation(actor, null, organisationInput({ name: "Essai Horloge" }));
  if (!saved.ok) throw new Error(JSON.stringify(saved));
  const { slug } = saved;
  await setPublished(actor, slug, true);
  await markVerified(actor, slug, { how: "visit", on: "9999-12-31", note: null });
  await saveOrganisation(actor, slug, organisationInput({ name: "Essai Horloge Deux" }, { version: saved.version }));
  await setPublished(actor, slug, false);
  const { entries } = (await historyOf(actor, slug, 1))!;
  await undoChangeSet(actor, entries[0]!.id);

  const other = await makeAccount();
  const session = await openSession(other.id);
  expect(await findLiveSession(session)).toBeTruthy();
  await revokeSession(session);
  const [asks] = [await openSession(other.id), await openSession(other.id)];
  expect(await endSessions((await findLiveSession(asks))!, null)).toBe(1);
  await setDisabled(other.id, true, { actor });

  const columns = await database().$queryRawUnsafe<{ table: string; column: string }[]>(COLUMNS);
  const filled: string[] = [];
  for (const { table, column } of columns) {
    // An entry is dated from its files until somebody edits it.
    const rows = table === "Organisation" ? `"Organisation" WHERE "slug" = '${slug}'` : `"${table}"`;
    const [row] = await database().$queryRawUnsafe<{ set: number; wrong: number }[]>(
      `SELECT count("${column}")::int AS set, count(*) FILTER (WHERE "${column}" > now() + interval '1 day')::int AS wrong FROM ${rows}`,
    );
    expect(row!.wrong, `${table}.${column}`).toBe(0);
    if (row!.set > 0) filled.push(`${table}.${column}`);
  }
  expect(filled.sort()).toEqual(
    [
      ...["ChangeSet.at", "Organisation.createdAt", "Organisation.publishedAt", "Organisation.updatedAt", "Organisation.verifiedAt"],
      ...["Entity.createdAt", "Entity.publishedAt", "Entity.updatedAt"],
      ...["Session.createdAt", "Session.expiresAt", "Session.revokedAt", "Session.usedAt", "User.createdAt", "User.disabledAt", "User.passwordSetAt"],
      "directory_revision.changedAt",
    ].sort(),
  );
});

it("has no column that Prisma fills from the server's clock", () => {
  expect(readFileSync(path.join(import.meta.dirname, "../../prisma/schema.prisma"), "utf8")).not.toMatch(/@default\(now\(\)\)|@updatedAt/);
});
