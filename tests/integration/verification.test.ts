import { describe, expect, it } from "vitest";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { previewOrganisation } from "@/data/editing/preview";
import { setPublished } from "@/data/editing/publication";
import { listForStaff } from "@/data/editing/staff-list";
import { lastVerification, markVerified } from "@/data/editing/verification";
import { organisationAnswer } from "@/features/open-data/one";
import { editingFromNothing } from "../support/editing";

const { made, create, current, change, searchRow } = editingFromNothing();

const today = () => new Date().toISOString().slice(0, 10);
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
const verify = (slug: string, more: Partial<Parameters<typeof markVerified>[2]> = {}) =>
  markVerified(made.actor, slug, { how: "call", on: today(), note: null, ...more });
const told = async (slug: string) => {
  const body = await (await organisationAnswer(new Request(`http://localhost/api/v1/organisations/${slug}`), slug)).json();
  return { verifiedAt: body.verifiedAt, verification: body.verification };
};
async function published(fields: Record<string, unknown> = {}): Promise<string> {
  const slug = await create(fields);
  await setPublished(made.actor, slug, true);
  return slug;
}

describe("verifying", () => {
  it("is not saving, changes no value, and tells who, when and how: the public only when and how", async () => {
    const slug = await published();
    const before = await current(slug);
    expect(await told(slug)).toEqual({ verifiedAt: null, verification: null });
    expect(await verify(slug, { how: "visit", note: "Le trésorier a répondu" })).toEqual({ ok: true });
    const after = await current(slug);
    expect({ ...after, verifiedAt: null }).toEqual(before);
    expect(await told(slug)).toEqual({ verifiedAt: after.verifiedAt!.toISOString(), verification: { on: today(), how: "visit", changedSince: false } });
    expect(await lastVerification(made.actor, slug)).toMatchObject({ how: "visit", who: made.actor.name, note: "Le trésorier a répondu", changedSince: false });
    expect(JSON.stringify(await searchRow(slug))).not.toContain("trésorier");
    expect((await historyOf(made.actor, slug, 1))!.entries[0]).toMatchObject({ action: "verified", who: made.actor.name, note: "Le trésorier a répondu" });
  });

  it("holds for the entry as it stood: a later change of a value says so, until it is undone; a restricted value does not", async () => {
    const slug = await published({ acronym: "EV" });
    await verify(slug, { on: daysAgo(3) });
    const changedSince = async () => (await told(slug)).verification.changedSince;
    expect(await changedSince()).toBe(false);
    await change(slug, {}, {}, [{ id: null, field: "note", text: "Essai", visibility: "consortium" }]);
    await setPublished(made.actor, slug, false);
    await setPublished(made.actor, slug, true);
    expect(await changedSince()).toBe(false);
    await change(slug, { acronym: "EVE" });
    expect(await changedSince()).toBe(true);
    expect((await previewOrganisation(made.actor, slug))!.organisation.verification).toMatchObject({ changedSince: true });
    expect(await lastVerification(made.actor, slug)).toMatchObject({ changedSince: true });
    const { entries } = (await historyOf(made.actor, slug, 1))!;
    await undoChangeSet(made.actor, entries[0]!.id);
    expect(await changedSince()).toBe(false);
    await change(slug, { acronym: "EVA" });
    await verify(slug);
    expect((await told(slug)).verification).toEqual({ on: today(), how: "call", changedSince: false });
  });

  it("goes back by an undo, with the means of the one before, and never to an earlier day", async () => {
    const slug = await published();
    await verify(slug, { how: "mail", on: daysAgo(10) });
    const first = await told(slug);
    await verify(slug, { how: "document" });
    expect(await verify(slug, { on: daysAgo(1) })).toEqual({ ok: false, reason: "older" });
    const { entries } = (await historyOf(made.actor, slug, 1))!;
    expect(await undoChangeSet(made.actor, entries[0]!.id)).toEqual({ ok: true, kept: [] });
    expect(await told(slug)).toEqual(first);
    expect(first.verification).toEqual({ on: daysAgo(10), how: "mail", changedSince: false });
    const other = await published();
    await verify(other);
    await undoChangeSet(made.actor, (await historyOf(made.actor, other, 1))!.entries[0]!.id);
    expect(await told(other)).toEqual({ verifiedAt: null, verification: null });
  });

  it("makes a work list: never verified first, then the oldest", async () => {
    const slugs = [await published({ name: "Essai file A" }), await published({ name: "Essai file B" }), await published({ name: "Essai file C" })];
    await verify(slugs[0]!);
    await verify(slugs[1]!, { on: daysAgo(400) });
    const list = async (order: "verification" | null) => (await listForStaff(made.actor, { q: "essai file", page: 1, order })).items.map(({ slug }) => slug);
    expect(await list("verification")).toEqual([slugs[2], slugs[1], slugs[0]]);
    expect(await list(null)).toEqual(slugs);
  });

  it("of which nobody noted the means says only the day", async () => {
    const slug = await published();
    await database().organisation.update({ where: { slug }, data: { verifiedAt: new Date("2025-01-02T03:04:05Z") } });
    await change(slug, { acronym: "X" });
    expect((await told(slug)).verification).toEqual({ on: "2025-01-02", how: null, changedSince: true });
  });
});
