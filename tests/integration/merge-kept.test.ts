import { describe, expect, it } from "vitest";
import { undoChangeSet } from "@/data/change/undo";
import { historyOf } from "@/data/change/history";
import { database } from "@/data/client";
import { consentsOf, recordConsent } from "@/data/consent/consents";
import { setPublished } from "@/data/editing/publication";
import { mergeOrganisations } from "@/data/merge/merge";
import { addNote, addTask, workOn } from "@/data/staff-work/work";
import { editingFromNothing } from "../support/editing";
import { makeActor, makeSource } from "../support/factories";

const { made, create, current } = editingFromNothing();

const SHARED = { channel: "phone", raw: "+223 20 00 00 01", state: "ok" } as const;
const OWN = { channel: "phone", raw: "+223 20 00 00 02", state: "ok" } as const;

async function published(contacts: readonly object[]): Promise<string> {
  const slug = await create({ contacts });
  await setPublished(made.actor, slug, true);
  return slug;
}

const agree = (slug: string, raw: string, agreedBy: string) =>
  recordConsent(made.actor, slug, { contact: `phone ${raw}`, agreedBy, agreedOn: "2026-01-15", how: "visit" }, "2026-02-01");

async function keptOf(slug: string) {
  const db = database();
  const { id } = await db.organisation.findUniqueOrThrow({ where: { slug } });
  const work = (await workOn(made.actor, slug)) ?? { notes: [], tasks: [] };
  return {
    notes: work.notes.map(({ text }) => text),
    tasks: work.tasks.map(({ text }) => text),
    consents: (await db.consent.findMany({ where: { organisationId: id }, orderBy: { id: "asc" } })).map(({ agreedBy }) => agreedBy),
    keys: (await db.importKey.findMany({ where: { organisationId: id } })).map(({ key }) => key),
    editors: (await db.userOrganisation.findMany({ where: { organisationId: id }, orderBy: { userId: "asc" } })).map(({ userId }) => userId),
  };
}

describe("what staff keep of two entries", () => {
  it("is all with the survivor after a merge, and each with its own entry when they come apart", async () => {
    const db = database();
    const source = await makeSource();
    const [survivor, merged] = [await published([SHARED]), await published([SHARED, OWN])];
    const [both, one] = [await makeActor("contributor"), await makeActor("contributor")];
    const idOf = async (slug: string) => (await db.organisation.findUniqueOrThrow({ where: { slug } })).id;
    const [survivorId, mergedId] = [await idOf(survivor), await idOf(merged)];
    await addNote(made.actor, merged, "Essai : appelée en mars.");
    await addTask(made.actor, merged, { text: "Essai : vérifier le récépissé", assigneeId: made.actor.id, dueOn: null });
    await addNote(made.actor, survivor, "Essai : vue en avril.");
    expect(await agree(survivor, SHARED.raw, "la présidente")).toEqual({ ok: true });
    expect(await agree(merged, SHARED.raw, "le secrétaire")).toEqual({ ok: true });
    expect(await agree(merged, OWN.raw, "le trésorier")).toEqual({ ok: true });
    const { changeSetId } = await db.changeItem.findFirstOrThrow({ where: { organisationId: mergedId } });
    await db.importKey.create({ data: { sourceId: source.id, column: "_uuid", key: `essai-${mergedId}`, organisationId: mergedId, changeSetId } });
    await db.userOrganisation.createMany({
      data: [
        { userId: both.id, organisationId: survivorId },
        { userId: both.id, organisationId: mergedId },
        { userId: one.id, organisationId: mergedId },
      ],
    });
    const before = [await keptOf(survivor), await keptOf(merged)];

    const versions = { survivor: (await current(survivor)).version, merged: (await current(merged)).version };
    expect(await mergeOrganisations(made.actor, { survivor, merged, versions, takes: new Set(), note: "Essai de fusion" })).toEqual({ ok: true });
    const after = await keptOf(survivor);
    expect(after.notes.toSorted()).toEqual(["Essai : appelée en mars.", "Essai : vue en avril."]);
    expect([after.tasks, after.keys, after.editors]).toEqual([["Essai : vérifier le récépissé"], [`essai-${mergedId}`], [both.id, one.id]]);
    // Of the contact that both had, the consent given to the survivor holds.
    expect((await consentsOf(made.actor, survivor)).map(({ raw, agreedBy }) => [raw, agreedBy])).toEqual(
      expect.arrayContaining([
        [SHARED.raw, "la présidente"],
        [OWN.raw, "le trésorier"],
      ]),
    );
    expect(after.consents).toEqual(["la présidente", "le trésorier"]);

    const set = (await historyOf(made.actor, survivor, 1))!.entries.find(({ action }) => action === "merged")!;
    expect(await undoChangeSet(made.actor, set.id, survivor)).toEqual({ ok: true, kept: [] });
    expect([await keptOf(survivor), await keptOf(merged)]).toEqual(before);
  });
});
