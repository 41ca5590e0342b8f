import { describe, expect, it } from "vitest";
import { insertStatements } from "@/data/change/statements";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { editingFromNothing } from "../support/editing";
import { makeSource } from "../support/factories";

const { made, create, current, change, rowOf, searchRow } = editingFromNothing();

describe("undoing", () => {
  it("gives back what was there, withdrawn statements and visibility included, as a change of its own", async () => {
    const source = await makeSource();
    const slug = await create(
      { zones: [made.zones.region.code], themes: ["child_rights"], contacts: [{ channel: "phone", raw: "20 24 11 22", state: "ok" }] },
      { provenance: { source: source.slug, place: "Tableau 2", basis: "stated" } },
    );
    await setPublished(made.actor, slug, true);
    const before = await rowOf(slug);
    await change(slug, { zones: [], themes: ["women_rights"], contacts: [], visibility: "confidential" });
    expect(await searchRow(slug)).toBeUndefined();
    const changed = (await rowOf(slug)).changes.at(-1)!;
    expect(await undoChangeSet(made.actor, changed.id)).toEqual({ ok: true, kept: [] });
    const after = await rowOf(slug);
    expect(after.citations).toEqual(before.citations);
    expect([after.visibility, after.usable, after.version]).toEqual(["public", before.usable, before.version + 2]);
    expect(await searchRow(slug)).toBeDefined();
    expect(after.changes.map(({ action, state }) => [action, state]).slice(-2)).toEqual([
      ["updated", "undone"],
      ["reverted", "accepted"],
    ]);
    expect(await undoChangeSet(made.actor, changed.id)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(made.actor, after.changes.at(-1)!.id)).toEqual({ ok: false, reason: "not_undoable" });
  });

  it("of what every later change touched is refused, and changes nothing", async () => {
    const slug = await create({ founded_year: 1990 });
    await change(slug, { founded_year: "1991" });
    const { id } = (await rowOf(slug)).changes.at(-1)!;
    await change(slug, { founded_year: "1992" });
    const before = await rowOf(slug);
    expect(await undoChangeSet(made.actor, id)).toEqual({ ok: false, reason: "later_changes", kept: ["founded_year"] });
    expect(await rowOf(slug)).toEqual(before);
  });

  it("does not take back a name that another entry has since", async () => {
    const slug = await create({ name: "Essai du premier nom" });
    await change(slug, { name: "Essai du second nom" });
    const renaming = (await rowOf(slug)).changes.at(-1)!;
    await create({ name: "ESSAI du premier nom" });
    expect(await undoChangeSet(made.actor, renaming.id)).toEqual({ ok: false, reason: "later_changes", kept: ["name", "alias"] });
    expect((await rowOf(slug)).name).toBe("Essai du second nom");
  });

  it("hides what was created, and is refused for others than the entry at hand", async () => {
    const [slug, neighbour] = [await create(), await create()];
    await setPublished(made.actor, slug, true);
    const [creation] = (await rowOf(slug)).changes;
    expect(await undoChangeSet(made.actor, creation!.id, neighbour)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(made.actor, creation!.id, slug)).toMatchObject({ ok: true });
    expect((await current(slug)).publishedAt).toBeNull();
    expect((await current(slug)).fields.name).toContain("Essai");
  });

  it("says a statement again with its time and its reserves", async () => {
    const slug = await create();
    const source = await makeSource();
    const { id: organisationId } = await database().organisation.findUniqueOrThrow({ where: { slug } });
    const kept = { about: true, moreThan: true, openList: true, since: "2018", until: "2019-03" };
    const said = { organisationId, field: "founded_year", number: 1990, basis: "stated", sourceId: source.id, ...kept } as const;
    const nowhere = { place: null, lineStart: null, lineEnd: null, words: null, saidOn: null };
    const [creation] = (await rowOf(slug)).changes;
    await database().$transaction((tx) => insertStatements(tx, "Statement", creation!.id, [{ ...said, ...nowhere, cited: true, position: 50 }]));
    await change(slug, { founded_year: "" });
    await undoChangeSet(made.actor, (await rowOf(slug)).changes.at(-1)!.id);
    expect(await database().statement.findFirst({ where: { organisationId, field: "founded_year", withdrawnById: null } })).toMatchObject({
      number: 1990,
      ...kept,
    });
  });

  it("of a restricted value gives it back, and moves nothing that the public can see", async () => {
    const value = { id: null, field: "contacts", text: "Essai confidentiel", visibility: "confidential" };
    const slug = await create({}, { restricted: [value] });
    await setPublished(made.actor, slug, true);
    await change(slug, {}, {}, []);
    const state = () =>
      database().$queryRaw`select "revision", (select "updatedAt" from "Organisation" where "slug" = ${slug}) as moved from directory_revision`;
    const before = await state();
    expect(await undoChangeSet(made.actor, (await rowOf(slug)).changes.at(-1)!.id)).toEqual({ ok: true, kept: [] });
    expect((await current(slug)).restricted).toMatchObject([{ text: value.text, visibility: "confidential" }]);
    expect(await state()).toEqual(before);
  });
});
