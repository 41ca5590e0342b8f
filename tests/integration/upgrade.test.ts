import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectEverything } from "@/data/change/project";
import { saidOf, type KeptStatement } from "@/data/change/statements";
import { historyOf } from "@/data/change/history";
import { findEditable } from "@/data/editing/edit-form";
import { inOwnOrder, EDIT_NAMES, citedAs } from "@/domain/fields";
import type { Actor } from "@/domain/actor";
import { migrate } from "../../scripts/migrate";
import { emptyScratchDatabase } from "../support/scratch-database";

/** A database of the version before statements, with edits, restricted values and accounts, is upgraded without loss. */
const FIXTURE = path.join(import.meta.dirname, "../fixtures/before-statements");
const MIGRATIONS = path.join(import.meta.dirname, "../../prisma/migrations");
const LAST_BEFORE = "20221101000500_large_register";

/** The day on which the files were last released when entries began to be dated from it. */
const RELEASED = "2026-11-21T00:00:00.000Z";

type Citation = {
  field: string;
  value: string | null;
  text: string | null;
  basis: string;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
  saidOn: string | null;
  source: string;
};
type Expected = {
  organisations: {
    slug: string;
    visibility: string;
    version: number;
    publishedAt: string | null;
    updatedAt: string;
    verifiedAt: string | null;
    fields: Record<string, unknown>;
    restricted: object[];
    citations: Citation[];
    changes: { action: string; actorName: string; at: string; note: string | null; fields: { field: string; before: unknown; after: unknown }[] }[];
  }[];
  users: { email: string; passwordHash: string }[];
  figures: object[];
  typologies: object[];
};

const read = (file: string) => gunzipSync(readFileSync(path.join(FIXTURE, file))).toString("utf8");
const expected = JSON.parse(read("expected.json.gz")) as Expected;
const staff = { role: "admin" } as Actor;

let database: Awaited<ReturnType<typeof emptyScratchDatabase>>;
/** "record number field language text" of every text that stood in a column of its own for French or English. */
const texts: string[] = [];

beforeAll(async () => {
  database = await emptyScratchDatabase();
  const old = mkdtempSync(path.join(tmpdir(), "migrations-"));
  cpSync(MIGRATIONS, old, { recursive: true, filter: (from) => from === MIGRATIONS || path.relative(MIGRATIONS, from).split(path.sep)[0]! <= LAST_BEFORE });
  await migrate(database.url, old);
  rmSync(old, { recursive: true });
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // The rows come in the order of the dump, not in that of their references.
  await client.query(`SET session_replication_role = replica; TRUNCATE directory_revision; ${read("data.sql.gz")}`);
  for (const record of ["Source", "SourceNote", "Zone"]) {
    const { rows } = await client.query<{ id: number }>(`SELECT * FROM "${record}"`);
    const columns = rows.flatMap(({ id, ...columns }) => Object.entries<unknown>(columns).map(([column, text]) => ({ id, column, text })));
    const written = columns.flatMap(({ id, column, text }) => {
      const [, field, language] = /^(.+)(Fr|En)$/.exec(column) ?? [];
      return field && text !== null ? `${record} ${id} ${field} ${language!.toLowerCase()} ${String(text)}` : [];
    });
    expect(written, record).not.toEqual([]);
    texts.push(...written);
  }
  await client.end();
  expect(await migrate(database.url)).not.toEqual([]);
  await projectEverything(database.client);
}, 120_000);
afterAll(() => database.drop());

const iso = (date: Date | null) => date?.toISOString() ?? null;
const text = (value: unknown) => JSON.stringify(value);

const asCitation = ({ field, value, contact, words, basis, place, lineStart, lineEnd, saidOn, source }: KeptStatement) => ({
  field: citedAs(field),
  value: contact ? contact.usable : field === "description" ? null : value,
  text: contact ? contact.raw : words,
  ...{ basis, place, lineStart, lineEnd, saidOn: saidOn && `${saidOn}T00:00:00.000Z`, source },
});

describe("an upgrade", () => {
  it("keeps every value, restricted value, state and version of every organisation", async () => {
    expect(expected.organisations).toHaveLength(143);
    for (const before of expected.organisations) {
      const after = (await findEditable(staff, before.slug, database.client))!;
      for (const { name, field } of EDIT_NAMES) {
        const sorted = (value: unknown) => (field.many && field.shape !== "contact" ? inOwnOrder(field, value as string[]) : value);
        // A field that came later has nothing.
        const kept = before.fields[name] ?? (field.many ? [] : null);
        expect(text(sorted(after.fields[name])), `${before.slug} ${name}`).toBe(text(sorted(kept)));
      }
      expect(after.fields.visibility).toBe(before.visibility);
      expect(after.restricted.map(({ field, text: words, visibility }) => ({ field, text: words, visibility }))).toEqual(before.restricted);
      expect([after.version, iso(after.publishedAt), iso(after.updatedAt), iso(after.verifiedAt)]).toEqual([
        before.version,
        before.publishedAt,
        // The moment in which a database was filled is no change of an entry.
        before.changes.some(({ action }) => ["created", "updated"].includes(action)) ? before.updatedAt : RELEASED,
        before.verifiedAt,
      ]);
    }
  });

  it("keeps every citation of what is still shown, and none of what staff had taken away", async () => {
    for (const { slug, fields, citations } of expected.organisations) {
      const { id } = await database.client.organisation.findUniqueOrThrow({ where: { slug } });
      const said = (await saidOf(database.client, [id])).get(id)!;
      const after = said.filter(({ cited }) => cited).map((statement) => text(asCitation(statement)));
      const shown = (citation: Citation) => {
        const held = fields[citation.field] as unknown;
        if (citation.field === "contacts") return (fields.contacts as { raw: string }[]).some(({ raw }) => raw === citation.text);
        if (citation.field === "description") return true;
        if (citation.field === "partners") return [...(fields.partners as string[]), ...(fields.partner_classes as string[])].includes(citation.value!);
        return Array.isArray(held) ? held.includes(citation.value) : held !== null;
      };
      const kept = citations.filter(shown);
      expect(after.sort(), slug).toEqual(
        kept
          .map(({ field, value, text: words, basis, place, lineStart, lineEnd, saidOn, source }) =>
            text({ field, value, text: words, basis, place, lineStart, lineEnd, saidOn, source }),
          )
          .sort(),
      );
    }
  });

  it("keeps the history, each change with who, when, why, before and after", async () => {
    for (const { slug, changes } of expected.organisations) {
      const after = (await historyOf(staff, slug, 1, database.client))!.entries.reverse();
      expect(
        after.map(({ action, who, at, note, fields }) => ({ action, who, at: iso(at), note, fields })),
        slug,
      ).toEqual(changes.map(({ action, actorName, at, note, fields }) => ({ action, who: actorName, at, note, fields })));
    }
  });

  it("keeps accounts, figures and what is said of typologies", async () => {
    const users = await database.client.user.findMany({ orderBy: { id: "asc" } });
    expect(JSON.parse(text(users))).toMatchObject(expected.users);
    // Who needs what is confidential is for an administrator to say; a one-time password has its days from the upgrade on.
    expect(users.every(({ seesConfidential, passwordSetAt }) => !seesConfidential && Date.now() - passwordSetAt.getTime() < 600_000)).toBe(true);
    const figures = await database.client.statement.findMany({
      where: { zoneId: { not: null } },
      include: { zone: true, source: true },
      orderBy: { position: "asc" },
    });
    expect(
      figures.map(({ zone, source, field, number, unit, place, lineStart }) => ({
        zone: zone!.code,
        source: source.slug,
        measure: field,
        value: number,
        unit,
        place,
        line: lineStart,
      })),
    ).toEqual(expected.figures);
    const said = await database.client.statement.findMany({
      where: { typology: { not: null } },
      orderBy: [{ typology: "asc" }, { field: "asc" }, { position: "asc" }, { cited: "desc" }],
    });
    const leads = said.filter(({ cited }) => cited);
    expect(
      leads.map(({ typology, field, code, text: words, words: written, place, lineStart, lineEnd }, index) => ({
        ...{ typology, field, code, text: words ?? written, textEn: said.filter(({ cited }) => !cited)[index]!.text },
        ...{ place, lineStart, lineEnd },
      })),
    ).toEqual(expected.typologies);
  });

  it("keeps every note about sources and zones, in each language", async () => {
    const kept = (await database.client.text.findMany({ omit: { id: true } })).map(({ field, language, text, ...owners }) => {
      const [[column, id]] = Object.entries(owners).filter(([, number]) => number !== null) as [[string, number]];
      return `${column[0]!.toUpperCase()}${column.slice(1, -"Id".length)} ${id} ${field} ${language} ${text}`;
    });
    expect(kept.sort()).toEqual(texts.sort());
  });

  it("and the projection written anew changes no row of it", async () => {
    const rows = () =>
      database.client.$queryRaw`
        SELECT s.xmin::text || s::text AS row FROM organisation_search s UNION ALL SELECT o.xmin::text || o::text FROM "Organisation" o
        UNION ALL SELECT a.xmin::text || a::text FROM "Alias" a UNION ALL SELECT l.xmin::text || l::text FROM "OrganisationLink" l ORDER BY 1`;
    const before = await rows();
    await projectEverything(database.client);
    expect(await rows()).toEqual(before);
  });

  it("lets nobody alter or delete what was said, changed or decided", async () => {
    const refused = /append-only|never altered/;
    const sql = (query: string) => database.client.$executeRawUnsafe(query);
    await expect(sql(`UPDATE "Statement" SET "code" = 'x' WHERE "id" = 1`)).rejects.toThrow(refused);
    await expect(sql(`DELETE FROM "Statement" WHERE "id" = 1`)).rejects.toThrow(refused);
    await expect(sql(`UPDATE "Statement" SET "withdrawnById" = NULL WHERE "withdrawnById" IS NOT NULL`)).rejects.toThrow(refused);
    await expect(sql(`UPDATE "RestrictedStatement" SET "text" = 'x'`)).rejects.toThrow(refused);
    await expect(sql(`UPDATE "ChangeSet" SET "note" = 'x' WHERE "id" = 1`)).rejects.toThrow(refused);
    await expect(sql(`DELETE FROM "ChangeItem" WHERE "id" = 1`)).rejects.toThrow(refused);
    await expect(sql(`DELETE FROM "Organisation" WHERE "id" = 1`)).rejects.toThrow(/foreign key/i);
  });
});
