import { readRoute, statusOf } from "../support/routes";
import { describe, expect, it } from "vitest";
import { acceptChangeSet } from "@/data/change/change-set";
import { historyOf } from "@/data/change/history";
import { projectEverything } from "@/data/change/project";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { findEditable, suggestOrganisations } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { resolveOrganisations } from "@/data/editing/references";
import { staffFields } from "@/data/import/statements";
import { mergeOrganisations, previewMerge, type MergeInput } from "@/data/merge/merge";
import { organisationAnswer } from "@/features/open-data/one";
import { editingFromNothing } from "../support/editing";
import { makeActor, makeSource } from "../support/factories";

const { made, create, current, change, rowOf, searchRow } = editingFromNothing();

async function published(fields: Record<string, unknown> = {}, more = {}): Promise<string> {
  const slug = await create(fields, more);
  await setPublished(made.actor, slug, true);
  return slug;
}
async function merge(survivor: string, merged: string, takes: Iterable<string> = [], more: Partial<MergeInput> = {}) {
  const versions = { survivor: (await current(survivor)).version, merged: (await current(merged)).version };
  return mergeOrganisations(made.actor, { survivor, merged, versions, takes: new Set(takes) as MergeInput["takes"], note: "Essai de fusion", ...more });
}
const answerOf = (slug: string) => organisationAnswer(new Request(`http://localhost/api/v1/organisations/${slug}`), slug);
const mergeSet = async (slug: string) => (await historyOf(made.actor, slug, 1))!.entries.find(({ action }) => action === "merged")!;
const idOf = async (slug: string) => (await database().organisation.findUniqueOrThrow({ where: { slug } })).id;
const revision = async () => (await database().directoryRevision.findUniqueOrThrow({ where: { id: 1 } })).revision;

describe("two entries that are one", () => {
  it("become one with every citation of both: staff choose single values, lists add up, the other name is kept", async () => {
    const [first, second] = [await makeSource(), await makeSource()];
    const zone = made.zones.region.code;
    const survivor = await published(
      { name: "Essai Fusion Alpha", acronym: "EFA", founded_year: 1990, themes: ["child_rights"], zones: [zone] },
      { provenance: { source: first.slug, basis: "stated", place: "Tableau 1" } },
    );
    const merged = await published(
      {
        name: "Essai Fusion Bêta",
        acronym: "EFB",
        founded_year: 1995,
        member_count: 12,
        member_note: "12 femmes",
        themes: ["women_rights"],
        contacts: [{ channel: "phone", raw: "20 22 33 44", state: "ok" }],
      },
      { provenance: { source: second.slug, basis: "self_declared", place: "Tableau 2" } },
    );
    const before = [await rowOf(survivor), await rowOf(merged)];
    expect((await previewMerge(made.actor, survivor, merged))!.choices).toEqual(["name", "acronym", "founded_year"]);
    const at = await revision();
    expect(await merge(survivor, merged, ["founded_year"])).toEqual({ ok: true });
    expect(await revision()).toBe(at + 1n);

    const after = (await current(survivor)).fields;
    expect(after).toMatchObject({ name: "Essai Fusion Alpha", acronym: "EFA", founded_year: 1995, member_count: 12, member_note: "12 femmes" });
    expect([after.themes, after.zones]).toEqual([["women_rights", "child_rights"], [zone]]);
    expect(after.alias).toEqual(["EFB", "Essai Fusion Bêta"]);
    expect((await rowOf(survivor)).usable).toEqual(["+22320223344"]);
    const cited = (rows: { value: unknown; source: string; basis: string }[]) => rows.map(({ value, source, basis }) => `${String(value)} ${source} ${basis}`);
    const now = cited((await rowOf(survivor)).citations);
    for (const citation of before.flatMap(({ citations }) => cited(citations))) expect(now, citation).toContain(citation);
    for (const slug of [survivor, merged]) expect(await mergeSet(slug)).toMatchObject({ note: "Essai de fusion", who: made.actor.name });
    expect((await mergeSet(survivor)).fields[0]).toEqual({ field: "merged_from", before: null, after: "Essai Fusion Bêta" });
    expect((await mergeSet(merged)).fields.map(({ field }) => field)).not.toContain("moved");
  });

  it("leaves one address for good: 308 for pages and programs, and the other entry is edited, named and searched no more", async () => {
    const [survivor, merged] = [await published({ name: "Essai Reste" }), await published({ name: "Essai Disparaît" })];
    await merge(survivor, merged);
    expect(await statusOf("/[locale]/organisations/[slug]", `/en/organisations/${merged}`)).toBe(308);
    const answer = await answerOf(merged);
    expect([answer.status, answer.headers.get("location"), await answer.json()]).toEqual([308, `/api/v1/organisations/${survivor}`, { mergedInto: survivor }]);
    expect(await searchRow(merged)).toBeUndefined();
    expect(await findEditable(made.actor, merged)).toBeNull();
    expect(await setPublished(made.actor, merged, true)).toBe(false);
    expect((await suggestOrganisations(made.actor, "Essai Disp")).map(({ slug }) => slug)).toEqual([survivor]);
    expect((await resolveOrganisations(made.actor, database(), ["Essai Disparaît"])).get("Essai Disparaît")).toMatchObject({ slug: survivor });
    expect(await create({ name: "Essai disparait aussi" })).toBe("essai-disparait-aussi");
    const last = await published({ name: "Essai Dernière" });
    await merge(last, survivor);
    expect((await answerOf(merged)).headers.get("location")).toBe(`/api/v1/organisations/${last}`);
    await projectEverything(database());
    expect((await database().organisation.findUniqueOrThrow({ where: { slug: merged } })).name).toBe("Essai Disparaît");
  });

  it("give what named the merged one to the survivor: partners, members, entities, cells of sources, proposals", async () => {
    const db = database();
    const source = await makeSource();
    const [survivor, merged] = [await published({ kind: "network" }), await published({ kind: "network" })];
    const member = await published({ networks: [merged], partners: [merged, survivor] });
    await change(survivor, { partners: [merged] });
    const [survivorId, mergedId] = [await idOf(survivor), await idOf(merged)];
    const presence = await db.entity.create({ data: { noun: "body", slug: `essai-instance-${mergedId}`, publishedAt: new Date() } });
    const said = {
      basis: "stated",
      sourceId: source.id,
      place: null,
      lineStart: null,
      lineEnd: null,
      words: null,
      saidOn: null,
      cited: true,
      position: 0,
    } as const;
    await db.$transaction((tx) =>
      acceptChangeSet(
        tx,
        { author: { importName: "essai" }, action: "imported" },
        { items: [{ entityId: presence.id, field: null }], statements: [{ ...said, entityId: presence.id, field: "members", valueOrganisationId: mergedId }] },
      ),
    );
    const table = await db.sourceTable.create({ data: { sourceId: source.id, number: 1, place: "Tableau 1", caption: "Essai", heads: ["Nom"], line: 1 } });
    await db.sourceCell.create({ data: { tableId: table.id, row: 1, column: 0, position: 0, line: 2, text: "Essai", organisationId: mergedId } });
    const proposal = await db.proposal.create({
      data: { organisationId: mergedId, fields: {}, before: {}, speaker: "member", how: "", language: "fr", tokenDigest: `essai-${mergedId}` },
    });
    const naming = async () => ({
      member: (await current(member)).fields,
      entity: (await db.statement.findMany({ where: { entityId: presence.id, withdrawnById: null } })).map(({ valueOrganisationId }) => valueOrganisationId),
      cell: (await db.sourceCell.findFirstOrThrow({ where: { tableId: table.id } })).organisationId,
      proposal: (await db.proposal.findUniqueOrThrow({ where: { id: proposal.id } })).organisationId,
      own: (await current(survivor)).fields.partners,
    });
    const before = await naming();
    expect(await merge(survivor, merged)).toEqual({ ok: true });
    const after = await naming();
    expect([after.member.networks, after.member.partners]).toEqual([[survivor], [survivor]]);
    expect([after.entity, after.cell, after.proposal, after.own]).toEqual([[survivorId], survivorId, survivorId, []]);
    expect((await searchRow(member))!.facets).toContain(`network:${survivor}`);
    expect(await (await answerOf(survivor)).json()).toMatchObject({ members: [{ slug: member }] });
    expect((await mergeSet(member)).fields).toContainEqual({ field: "networks", before: [merged], after: [survivor] });
    // An import leaves all of it as it is.
    expect([...(await staffFields(db, [mergedId, survivorId, await idOf(member)]))]).toEqual(
      expect.arrayContaining([`${mergedId} name`, `${mergedId} problems`, `${await idOf(member)} networks`]),
    );

    expect(await undoChangeSet(made.actor, (await mergeSet(merged)).id, merged)).toEqual({ ok: true, kept: [] });
    expect(await naming()).toEqual(before);
  });

  it("come apart again as they were, with what was changed since", async () => {
    const source = await makeSource();
    const survivor = await published(
      { name: "Essai Un", founded_year: 1990, themes: ["child_rights"] },
      { provenance: { source: source.slug, basis: "stated" } },
    );
    const merged = await published(
      { name: "Essai Deux", acronym: "ED", founded_year: 1991 },
      { restricted: [{ id: null, field: "note", text: "Réserve", visibility: "consortium" }] },
    );
    const whole = async (slug: string) => {
      const { fields, restricted, publishedAt } = await current(slug);
      const { citations, usable } = await rowOf(slug);
      return { fields, publishedAt, citations, usable, restricted: restricted.map(({ text, visibility }) => [text, visibility]) };
    };
    const before = [await whole(survivor), await whole(merged)];
    await merge(survivor, merged, ["name", "founded_year"]);
    expect((await current(survivor)).fields).toMatchObject({ name: "Essai Deux", founded_year: 1991, alias: ["Essai Un"] });
    expect((await current(survivor)).restricted).toMatchObject([{ text: "Réserve" }]);
    const { id } = await mergeSet(survivor);
    const bystander = await create();
    expect(await undoChangeSet(made.actor, id, bystander)).toMatchObject({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(made.actor, id, survivor)).toEqual({ ok: true, kept: [] });
    expect([await whole(survivor), await whole(merged)]).toEqual(before);
    expect([(await answerOf(merged)).status, (await mergeSet(merged)).state]).toEqual([200, "undone"]);

    await merge(survivor, merged, ["founded_year"]);
    await change(survivor, { founded_year: 2001, description_fr: "Essai d’après." });
    const again = (await historyOf(made.actor, survivor, 1))!.entries.find(({ action }) => action === "merged")!;
    expect(await undoChangeSet(made.actor, again.id, survivor)).toEqual({ ok: true, kept: ["founded_year"] });
    expect((await current(survivor)).fields).toMatchObject({ name: "Essai Un", founded_year: 2001, description_fr: "Essai d’après.", acronym: null });
    expect((await current(merged)).fields).toMatchObject({ name: "Essai Deux", founded_year: 1991, acronym: "ED" });
    expect(await undoChangeSet(made.actor, again.id, survivor)).toMatchObject({ ok: false });
  });

  it("keep who said what first: what staff corrected later is shown, whichever entry it comes from", async () => {
    const survivor = await published({ acronym: "AAA" });
    const merged = await published({ acronym: "BBB" });
    await change(survivor, { acronym: "CCC" });
    await merge(survivor, merged);
    expect((await current(survivor)).fields.acronym).toBe("CCC");
    const { citations } = await (await answerOf(survivor)).json();
    expect(citations.filter(({ field }: { field: string }) => field === "alias").map(({ value }: { value: string }) => value)).toContain("BBB");
  });

  it("are not merged when one is archived, hidden from the public unlike the other, changed meanwhile, or the same", async () => {
    const [survivor, merged, hidden] = [await published(), await published(), await published({ visibility: "confidential" })];
    expect(await merge(survivor, survivor)).toEqual({ ok: false, reason: "itself" });
    expect(await merge(survivor, hidden)).toEqual({ ok: false, reason: "visibility" });
    expect(await merge(survivor, merged, [], { versions: { survivor: 1, merged: 9 } })).toEqual({ ok: false, reason: "conflict" });
    const editor = await makeActor("editor");
    const input = { survivor: hidden, merged: survivor, versions: { survivor: 1, merged: 1 }, takes: new Set<never>(), note: null };
    expect(await mergeOrganisations(editor, input)).toEqual({ ok: false, reason: "not_found" });
    expect(await previewMerge(editor, survivor, hidden)).toBeNull();
    expect((await answerOf(merged)).status).toBe(200);
  });

  it("of which the public never saw one, tell nobody of its address", async () => {
    const [survivor, draft] = [await published(), await create()];
    await merge(survivor, draft);
    expect([(await answerOf(draft)).status, (await answerOf(survivor)).status]).toEqual([404, 200]);
    expect(await readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${survivor}`)).not.toContain(draft);
  });
});
