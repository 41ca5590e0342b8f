import { beforeAll, describe, expect, it } from "vitest";
import { canChangeInBulk } from "@/auth/permissions";
import { confirmBulk } from "@/data/bulk/apply";
import { prepareBulk, previewOf } from "@/data/bulk/preview";
import { bulkSet, bulkTasks, takeBackTasks } from "@/data/bulk/result";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { idsForStaff, idsOfSlugs, listForStaff } from "@/data/editing/staff-list";
import { findPublicOrganisation } from "@/data/organisation/profile";
import type { Actor } from "@/domain/actor";
import type { BulkEntry, Deed } from "@/domain/bulk";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

let admin: Actor;
let editor: Actor;
const { change } = editing(() => admin);

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  editor = await makeActor();
}, 60_000);

const SLUGS = ["ramdel", "grdr", "association-malienne-des-expulses"];
const ADD: Deed = { action: "add_theme", theme: "child_rights", basis: "verified" };
const KAYES = { q: "", page: 1, zone: "kayes" };
const may = (actor: Actor) => (entry: BulkEntry) => canChangeInBulk(actor, entry);
const prepare = async (deed: Deed, slugs = SLUGS, actor = admin) => (await prepareBulk(actor, deed, await idsOfSlugs(actor, slugs)))!;
const themesOf = async (slug: string) => (await findPublicOrganisation(slug))!.themes;
const revision = async () => (await database().$queryRaw<{ revision: bigint }[]>`SELECT "revision" FROM directory_revision`)[0]!.revision;
/** What the public reads of entries, less the day of its last change. */
const shownOf = async (slugs: readonly string[]) =>
  JSON.stringify(await Promise.all(slugs.map(async (slug) => ({ ...(await findPublicOrganisation(slug)), updatedAt: null, correctedOn: null }))));

describe("an action on many entries", () => {
  it("is previewed entry by entry, then is one change set with one revision, which is undone at once", async () => {
    const ids = await idsForStaff(admin, KAYES);
    expect(ids.length).toBe((await listForStaff(admin, KAYES)).total);
    const slugs = (await database().organisation.findMany({ where: { id: { in: ids }, publishedAt: { not: null } }, select: { slug: true } })).map(
      ({ slug }) => slug,
    );
    const before = await shownOf(slugs);
    const have = (await Promise.all(slugs.map(themesOf))).filter((themes) => themes.includes("child_rights")).length;
    const preview = (await prepareBulk(admin, ADD, ids))!;
    const plan = (await previewOf(admin, preview, may(admin), 1))!;
    expect(plan).toMatchObject({ total: ids.length, changes: ids.length - have, skipped: have > 0 ? [{ skip: "has_theme", count: have }] : [] });
    expect(await shownOf(slugs)).toBe(before);

    const from = await revision();
    const done = await confirmBulk(admin, preview, may(admin));
    expect(done).toMatchObject({ ok: true, done: ids.length - have, left: 0 });
    expect(await revision()).toBe(from + 1n);
    expect((await Promise.all(slugs.map(themesOf))).every((themes) => themes.includes("child_rights"))).toBe(true);
    const cited = (await findPublicOrganisation(plan.shown[0]!.entry.slug))!.citations.find(
      ({ field, value }) => field === "themes" && value === "child_rights",
    );
    expect(cited).toMatchObject({ basis: "verified", source: "correction-consortium", agrees: true });

    const id = done.ok ? done.changeSetId! : 0;
    expect(await bulkSet(admin, id)).toMatchObject({ action: "updated", count: ids.length - have, wasUndone: false, actorId: admin.id });
    expect(await undoChangeSet(admin, id)).toEqual({ ok: true, kept: [] });
    expect(await revision()).toBe(from + 2n);
    expect(await shownOf(slugs)).toBe(before);
    expect(await bulkSet(admin, id)).toMatchObject({ state: "undone", wasUndone: true, leftCount: 0 });
  }, 60_000);

  it("leaves what somebody changed between the preview and the confirmation, and tells how many", async () => {
    const preview = await prepare(ADD);
    await change("grdr", { founded_year: "1970" });
    await setPublished(editor, "ramdel", false);
    expect(await confirmBulk(admin, preview, may(admin))).toMatchObject({ ok: true, done: 1, left: 2 });
    expect(await themesOf("grdr")).not.toContain("child_rights");
    expect(await themesOf("association-malienne-des-expulses")).toContain("child_rights");
    await setPublished(editor, "ramdel", true);
  });

  it("is confirmed once, by whom it was prepared", async () => {
    const preview = await prepare({ action: "verify" }, ["ramdel"]);
    expect(await confirmBulk(editor, preview, may(editor))).toEqual({ ok: false, reason: "gone" });
    expect(await previewOf(editor, preview, may(editor), 1)).toBeNull();
    expect(await confirmBulk(admin, preview, may(admin))).toMatchObject({ ok: true, done: 1 });
    expect(await confirmBulk(admin, preview, may(admin))).toEqual({ ok: false, reason: "gone" });
    expect((await findPublicOrganisation("ramdel"))!.verifiedAt).not.toBeNull();
    expect((await historyOf(admin, "ramdel", 1))!.entries[0]).toMatchObject({ action: "verified", alone: true });
  });

  it("undone refuses only what changed since: the rest is as it was", async () => {
    const theme = "return_reintegration";
    const having = (
      await database().$queryRaw<{ slug: string }[]>`
      SELECT DISTINCT o."slug" FROM "Organisation" o JOIN "Statement" s ON s."organisationId" = o."id" AND s."code" = ${theme} AND s."withdrawnById" IS NULL`
    ).map(({ slug }) => slug);
    const [first, ...others] = having;
    const before = await shownOf(others);
    const done = await confirmBulk(admin, await prepare({ action: "remove_theme", theme }, having), may(admin));
    expect(done).toMatchObject({ ok: true, done: having.length });
    expect((await Promise.all(having.map(themesOf))).flat()).not.toContain(theme);
    await change(first!, { themes: ["women_rights"] });
    const id = done.ok ? done.changeSetId! : 0;
    expect(await undoChangeSet(admin, id)).toEqual({ ok: true, kept: ["themes"] });
    expect(await shownOf(others)).toBe(before);
    expect(await themesOf(first!)).toEqual(["women_rights"]);
    expect(await bulkSet(admin, id)).toMatchObject({ leftCount: 1, left: [{ slug: first }] });
  });

  it("hides and shows, and an undoing leaves the entry that was shown again meanwhile", async () => {
    const done = await confirmBulk(admin, await prepare({ action: "unpublish" }), may(admin));
    expect(done).toMatchObject({ ok: true, done: 3 });
    expect(await findPublicOrganisation("grdr")).toBeNull();
    await setPublished(editor, "grdr", true);
    const id = done.ok ? done.changeSetId! : 0;
    expect(await undoChangeSet(admin, id)).toMatchObject({ ok: true });
    expect(await findPublicOrganisation("ramdel")).not.toBeNull();
    expect(await bulkSet(admin, id)).toMatchObject({ state: "accepted", wasUndone: true, leftCount: 1, left: [{ slug: "grdr" }] });
  });

  it("passes over what a person may not change or see, and does nothing when nothing is left", async () => {
    const only = (entry: { visibility: string }) => entry.visibility !== "consortium";
    await change("grdr", { visibility: "consortium" });
    await change("ramdel", { visibility: "confidential" });
    const preview = await prepare({ action: "verify" }, SLUGS, editor);
    expect(await previewOf(editor, preview, only, 1)).toMatchObject({ total: 2, changes: 1, skipped: [{ skip: "forbidden", count: 1 }] });
    const twice = await prepare({ action: "publish" }, ["grdr"]);
    expect(await confirmBulk(admin, twice, may(admin))).toEqual({ ok: false, reason: "nothing" });
  });

  it("gives tasks, not twice the same, and takes back those that nobody has done", async () => {
    const task: Deed = { action: "task", text: "Essai : rappeler", assigneeId: editor.id, dueOn: "2026-12-01" };
    const before = await revision();
    const preview = await prepare(task);
    expect(await confirmBulk(admin, preview, may(admin))).toEqual({ ok: true, changeSetId: null, done: 3, left: 0 });
    expect(await revision()).toBe(before);
    expect((await previewOf(admin, await prepare(task), may(admin), 1))!.skipped).toEqual([{ skip: "has_task", count: 3 }]);
    await database().staffTask.updateMany({ where: { bulkId: preview, organisation: { slug: "grdr" } }, data: { doneAt: new Date(), doneById: editor.id } });
    expect(await takeBackTasks(editor, preview)).toBe(0);
    expect(await takeBackTasks(admin, preview)).toBe(2);
    expect(await bulkTasks(admin, preview)).toEqual({ open: 0, done: 1 });
  });
});
