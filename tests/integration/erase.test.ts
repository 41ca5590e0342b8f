import { describe, expect, it } from "vitest";
import { eraseFormerValues, fieldsToErase } from "@/data/change/erase";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { editingFromNothing } from "../support/editing";

const { made, create, change, current, rowOf } = editingFromNothing();

/** Every row that the database keeps, as text. */
async function everything(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`;
  const rows = await Promise.all(
    tables.map(({ name }) => database().$queryRawUnsafe<{ all: string }[]>(`SELECT coalesce(string_agg(t::text, '|'), '') AS all FROM "${name}" t`)),
  );
  return rows.map(([row]) => row!.all).join("\n");
}

describe("erasing what was formerly said", () => {
  it("leaves no trace of the value anywhere in the database, and every event", async () => {
    const slug = await create({
      contacts: [{ channel: "phone", raw: "20 24 11 22", state: "ok" }],
      alias: ["Xylophoneries"],
      problems: ["Un grave xyloproblème"],
    });
    await change(slug, { contacts: [{ channel: "phone", raw: "20 24 33 44", state: "ok" }], alias: [], problems: ["Un autre"] });
    expect((await fieldsToErase(made.actor, slug)).sort()).toEqual(["alias", "contacts", "problems"]);
    const before = await rowOf(slug);
    for (const field of ["alias", "contacts", "problems"]) expect(await eraseFormerValues(made.actor, slug, field)).toBe(true);
    const kept = await everything();
    for (const trace of ["20 24 11 22", "20241122", "Xylophoneries", "xyloproblème"]) expect(kept).not.toContain(trace);
    expect(kept).toContain("20 24 33 44");
    const after = await rowOf(slug);
    expect(after.changes.map(({ action }) => action)).toEqual(["created", "updated", "erased", "erased", "erased"]);
    expect(after.changes[1]!.fields.find(({ field }) => field === "alias")).toEqual({ field: "alias", before: { erased: true }, after: [] });
    expect([after.citations, after.usable, after.version]).toEqual([before.citations, before.usable, before.version]);
    expect(await fieldsToErase(made.actor, slug)).toEqual([]);
    expect(await eraseFormerValues(made.actor, slug, "alias")).toBe(false);
  });

  it("of restricted values too, and cannot be undone", async () => {
    const slug = await create();
    await change(slug, {}, {}, [{ field: "contacts", visibility: "confidential", text: "76 99 88 77" }]);
    await change(slug, {}, {}, []);
    const removal = (await rowOf(slug)).changes.at(-1)!;
    expect(await everything()).toContain("76 99 88 77");
    expect(await eraseFormerValues(made.actor, slug, "restricted")).toBe(true);
    expect(await everything()).not.toContain("76 99 88 77");
    const erasing = (await rowOf(slug)).changes.at(-1)!;
    expect(await undoChangeSet(made.actor, erasing.id)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(made.actor, removal.id)).toEqual({ ok: false, reason: "later_changes", kept: ["restricted"] });
    expect((await current(slug)).restricted).toEqual([]);
  });

  it("leaves alone what is said now, of this entry and of others", async () => {
    const slug = await create({ founded_year: 1990, acronym: "XYA" });
    await change(slug, { founded_year: null });
    await change(slug, { founded_year: "1991" });
    expect(await eraseFormerValues(made.actor, slug, "acronym")).toBe(false);
    expect(await eraseFormerValues(made.actor, slug, "founded_year")).toBe(true);
    expect((await current(slug)).fields).toMatchObject({ founded_year: 1991, acronym: "XYA" });
    await change(slug, { founded_year: "1992" });
    expect((await current(slug)).fields).toMatchObject({ founded_year: 1992 });
  });

  it("is the only way in which a decided change or a statement can be altered", async () => {
    const slug = await create({ founded_year: 1990 });
    const { id } = await rowOf(slug);
    await expect(database().$executeRaw`UPDATE "Statement" SET "words" = 'x' WHERE "organisationId" = ${id}`).rejects.toThrow("append-only");
    await expect(
      database().$executeRaw`UPDATE "Statement" SET "text" = '', "number" = NULL, "erasedById" = "madeById" WHERE "organisationId" = ${id}`,
    ).rejects.toThrow();
    await expect(database().$executeRaw`UPDATE "ChangeItem" SET "after" = '"x"' WHERE "organisationId" = ${id}`).rejects.toThrow("never altered");
    await expect(database().$executeRaw`UPDATE "ChangeItem" SET "field" = 'name' WHERE "organisationId" = ${id}`).rejects.toThrow("never altered");
  });
});
