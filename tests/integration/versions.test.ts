import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { restoreVersion } from "@/data/change/restore";
import { saidOf } from "@/data/change/statements";
import { undoChangeSet } from "@/data/change/undo";
import { versionsOf } from "@/data/change/versions";
import { eraseFormerValues } from "@/data/change/erase";
import { database } from "@/data/client";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { setDisabled } from "@/data/user/accounts";
import type { Actor } from "@/domain/actor";
import { FIELD_CODES } from "@/domain/fields";
import { diffStatements } from "@/domain/version-diff";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

let admin: Actor;
let editor: Actor;
const { change, current, rowOf } = editing(() => admin);

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  editor = await makeActor();
}, 60_000);

const idOf = async (slug: string) => (await database().organisation.findUniqueOrThrow({ where: { slug }, select: { id: true } })).id;
const lastSet = async (slug: string) => (await historyOf(admin, slug, 1))!.entries[0]!.id;

/** All that is said of an entry and shown, in the order in which it ranks; not by which set it was written. */
async function said(slug: string) {
  const id = await idOf(slug);
  const rows = (await saidOf(database(), [id])).get(id)!;
  const shown = (await findPublicOrganisation(slug))!;
  const inFields = FIELD_CODES.flatMap((field) => rows.filter((statement) => statement.field === field));
  return [
    ...inFields.map((statement) => ({ ...statement, id: 0 })),
    ...Object.entries({ ...shown, updatedAt: null, correctedOn: null, dataRevision: null }),
  ].map((part) => JSON.stringify(part));
}

const versionOf = async (actor: Actor, slug: string, id: number) => (await versionsOf(actor, slug, [id] as const))!.versions[0];
const restore = async (slug: string, id: number, actor = admin) => restoreVersion(actor, slug, id, (await current(slug)).version);

/** Edits as staff make them: of one value twice, of sets, to unknown, citing a document, of a text. */
const EDITS: readonly [Record<string, unknown>, Record<string, unknown>][] = [
  [{ founded_year: "1991" }, {}],
  [
    { founded_year: "1992", themes: ["child_rights"] },
    { source: "cartographie-osc-mali-2022", place: "Tableau 2", basis: "stated" },
  ],
  [{ founded_year: "1993", description_fr: "Une présentation écrite par le consortium." }, {}],
  [{ founded_year: "", contacts: [{ channel: "phone", raw: "20 22 33 44", state: "ok" }], zones: [] }, {}],
  [{ description_fr: "Une présentation réécrite par le consortium.", themes: [], alias: ["Essai d’une graphie"] }, {}],
];

describe("a version of a real entry", () => {
  it("is said again as it was, byte for byte, whichever it is and whatever came between", async () => {
    for (const slug of ["association-malienne-des-expulses", "ramdel"]) {
      const versions: [number, string[]][] = [[await lastSet(slug), await said(slug)]];
      for (const [fields, provenance] of EDITS) {
        expect(await change(slug, fields, provenance)).toMatchObject({ ok: true, changed: true });
        versions.push([await lastSet(slug), await said(slug)]);
      }
      for (const index of [0, 3, 1, 5, 2, 4]) {
        const [id, before] = versions[index]!;
        expect(await restore(slug, id)).toEqual({ ok: true, changed: true, kept: [] });
        expect(await said(slug)).toEqual(before);
        const [restored, original] = [await versionOf(admin, slug, await lastSet(slug)), await versionOf(admin, slug, id)];
        expect(diffStatements(original.statements, restored.statements)).toEqual([]);
      }
      expect(await restore(slug, versions[4]![0])).toMatchObject({ changed: false });
    }
  }, 120_000);

  it("is a change set of its own, which is undone as others are", async () => {
    const slug = "ramdel";
    const before = await said(slug);
    const [first] = (await rowOf(slug)).changes;
    await restore(slug, first!.id);
    const { id, action } = (await rowOf(slug)).changes.at(-1)!;
    expect(action).toBe("restored");
    expect(await said(slug)).not.toEqual(before);
    expect(await undoChangeSet(admin, id, slug)).toEqual({ ok: true, kept: [] });
    expect(await said(slug)).toEqual(before);
  });

  it("is not restored over what somebody saved meanwhile, nor from another entry", async () => {
    const slug = "ramdel";
    const { version } = await current(slug);
    const id = await lastSet(slug);
    await change(slug, { founded_year: "2001" });
    expect(await restoreVersion(admin, slug, id, version)).toEqual({ ok: false, reason: "conflict" });
    const own = await lastSet(slug);
    expect(await restoreVersion(admin, "grdr", own, (await current("grdr")).version)).toEqual({ ok: false, reason: "not_found" });
    expect(await versionsOf(admin, "grdr", [own])).toBeNull();
  });

  it("tells who else named the entry then", async () => {
    const slug = "association-malienne-des-expulses";
    const first = (await rowOf(slug)).changes[0]!;
    const { namedBy } = await versionOf(admin, slug, first.id);
    expect(namedBy.length).toBeGreaterThan(0);
    expect(namedBy[0]).toMatchObject({ field: expect.any(String), name: expect.any(String) });
  });
});

describe("what was hidden since", () => {
  const phone = "76 54 32 10";
  const secret = { id: null, field: "contacts:phone", text: "+223 76543210", visibility: "confidential" };

  it("is hidden in every old version, in the history and in a comparison, for whom may not see it, and is not restored by anybody", async () => {
    const slug = "grdr";
    await change(slug, { contacts: [...(await current(slug)).fields.contacts, { channel: "phone", raw: phone, state: "ok" }] });
    const open = await lastSet(slug);
    expect(JSON.stringify(await versionOf(editor, slug, open))).toContain(phone);
    const without = (await current(slug)).fields.contacts.filter(({ raw }) => raw !== phone);
    await change(slug, { contacts: without }, {}, [secret]);
    const seenBy = async (who: Actor) => JSON.stringify([await versionOf(who, slug, open), await historyOf(who, slug, 1)]);
    expect(await seenBy(admin)).toContain(phone);
    expect(await seenBy(editor)).not.toContain(phone);
    expect((await versionOf(editor, slug, open)).statements.filter(({ hidden }) => hidden)).toMatchObject([
      { field: "contacts", hidden: "reserved", value: "" },
    ]);
    expect(await restore(slug, open)).toEqual({ ok: true, changed: expect.any(Boolean), kept: ["contacts"] });
    expect((await findPublicOrganisation(slug))!.contacts.map(({ raw }) => raw)).not.toContain(phone);
  });

  it("is gone for everybody once it is erased", async () => {
    const slug = "emdk";
    await change(slug, { acronym: "SECRET-1" });
    const former = await lastSet(slug);
    await change(slug, { acronym: "EMDK" });
    await eraseFormerValues(admin, slug, "acronym");
    expect(JSON.stringify([await versionOf(admin, slug, former), await historyOf(admin, slug, 1)])).not.toContain("SECRET-1");
    expect(await restore(slug, former)).toMatchObject({ ok: true, kept: ["acronym"] });
    expect((await current(slug)).fields.acronym).toBe("EMDK");
  });

  it("is a whole entry, for whom may not see it", async () => {
    const slug = "emdk";
    const id = await lastSet(slug);
    await change(slug, { visibility: "confidential" });
    expect(await versionsOf(editor, slug, [id])).toBeNull();
    expect(await restoreVersion(editor, slug, id, (await current(slug)).version)).toEqual({ ok: false, reason: "not_found" });
  });
});

describe("what is written around the application", () => {
  /** As someone with psql does it. */
  async function directly(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await client.query(`BEGIN; ${sql}; COMMIT`).finally(() => client.end());
  }

  it("stands in the history with the role of the database, belongs to a version of its own, and can be undone", async () => {
    const slug = "ramdel";
    const id = await idOf(slug);
    const before = await lastSet(slug);
    await directly(`
      INSERT INTO "Statement" ("organisationId", "field", "number", "basis", "sourceId", "saidOn", "madeById")
        SELECT ${id}, 'founded_year', 1900, 'verified', min("id"), '2026-01-01', ${before} FROM "Source";
      UPDATE "Statement" SET "withdrawnById" = ${before} WHERE "organisationId" = ${id} AND "field" = 'themes' AND "withdrawnById" IS NULL;
      UPDATE "Organisation" SET "visibility" = 'consortium', "name" = "name" WHERE "id" = ${id}`);
    const [entry] = (await historyOf(admin, slug, 1))!.entries;
    expect(entry).toMatchObject({ action: "outside", who: new URL(process.env.DATABASE_URL!).username, state: "accepted", alone: true });
    expect(Date.now() - entry!.at.getTime()).toBeLessThan(60_000);
    expect(entry!.fields).toContainEqual({ field: "founded_year", before: null, after: 1900 });
    expect(entry!.fields).toContainEqual({ field: "visibility", before: "public", after: "consortium" });
    const years = (await versionOf(admin, slug, entry!.id)).statements.filter(({ field }) => field === "founded_year").map(({ value }) => value);
    const earlier = (await versionOf(admin, slug, before)).statements.filter(({ field }) => field === "founded_year").map(({ value }) => value);
    expect([years.includes("1900"), earlier.includes("1900")]).toEqual([true, false]);
    expect(await undoChangeSet(admin, entry!.id, slug)).toEqual({ ok: true, kept: [] });
    expect((await current(slug)).fields).toMatchObject({ founded_year: 2001, visibility: "public" });
  });

  it("is noticed of restricted values too, without what they say", async () => {
    const id = await idOf("grdr");
    await directly(`INSERT INTO "RestrictedStatement" ("organisationId", "field", "text", "basis", "sourceId", "visibility", "madeById")
      SELECT ${id}, 'contacts', 'Essai caché', 'stated', min("id"), 'confidential', 1 FROM "Source"`);
    const [entry] = (await historyOf(admin, "grdr", 1))!.entries;
    expect(entry).toMatchObject({ action: "outside", fields: [{ field: "restricted", before: null, after: null }] });
  });

  it("is nothing that the application does", async () => {
    const { count } = (await database().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM "ChangeSet" WHERE "action" = 'outside'`)[0]!;
    expect(count).toBe(2);
  });
});

describe("the history", () => {
  it("outlives the account and the entry: neither can be deleted while it tells of them, and a closed account keeps its name there", async () => {
    const leaving = await makeActor("admin");
    const slug = "ramdel";
    await editing(() => leaving).change(slug, { founded_year: "2002" });
    await setDisabled(leaving.id, true, { actor: admin });
    expect((await historyOf(admin, slug, 1))!.entries[0]).toMatchObject({ who: leaving.name, action: "updated" });
    const db = database();
    await expect(db.$executeRaw`DELETE FROM "User" WHERE "id" = ${leaving.id}`).rejects.toThrow(/ChangeSet_actorId_fkey|ChangeItem_userId_fkey/);
    await expect(db.$executeRaw`DELETE FROM "Organisation" WHERE "slug" = ${slug}`).rejects.toThrow(/_organisationId_fkey/);
  });
});
