import { beforeAll, describe, expect, it } from "vitest";
import { grantConfidential } from "@/auth/accounts";
import { actorOfSession } from "@/auth/actor";
import { historyOf } from "@/data/change/history";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { findEditable, referenceNames, suggestOrganisations } from "@/data/editing/edit-form";
import { setPublished } from "@/data/editing/publication";
import { saveOrganisation } from "@/data/editing/save";
import { listForStaff } from "@/data/editing/staff-list";
import { markVerified } from "@/data/editing/verification";
import { openSession } from "@/data/session/sessions";
import type { Actor } from "@/domain/actor";
import { valueNames, valueText } from "@/i18n/value-text";
import { emptyDatabase } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor, organisationInput } from "../support/factories";

let admin: Actor;
let editor: Actor;
let granted: Actor;
const { create, change, current } = editing(() => admin);

const note = (visibility: string) => ({ id: null, field: "note", text: `Essai ${visibility}`, visibility });
const textsSeenBy = async (who: Actor, slug: string) => (await findEditable(who, slug))?.restricted.map(({ text }) => text);

beforeAll(async () => {
  await emptyDatabase();
  [admin, editor] = [await makeActor("admin"), await makeActor("editor")];
  const { id } = await makeActor("editor");
  expect(await grantConfidential(editor, id, true)).toEqual({ ok: false, reason: "forbidden" });
  expect(await grantConfidential(admin, id, true)).toMatchObject({ ok: true });
  granted = (await actorOfSession(await openSession(id)))!;
});

describe("a restricted value", () => {
  it("of the consortium is seen by all staff, a confidential one by administrators and those granted it", async () => {
    const slug = await create({}, { restricted: [note("consortium"), note("confidential")] });
    expect(await textsSeenBy(editor, slug)).toEqual(["Essai consortium"]);
    for (const who of [granted, admin]) expect(await textsSeenBy(who, slug)).toEqual(["Essai consortium", "Essai confidential"]);
  });

  it("that a person does not see stays when they save, and they add none", async () => {
    const slug = await create({}, { restricted: [note("consortium"), note("confidential")] });
    const seen = (await findEditable(editor, slug))!;
    const save = (restricted: unknown[]) => saveOrganisation(editor, slug, organisationInput(seen.fields, { version: seen.version, restricted }));
    expect(await save([note("confidential")])).toMatchObject({ ok: false, problems: [{ path: "restricted.0.visibility", reason: "unknown_value" }] });
    expect(await save([])).toMatchObject({ ok: true, changed: true });
    expect(await textsSeenBy(admin, slug)).toEqual(["Essai confidential"]);
  });

  it("that a person does not see is not put back or taken away by their undoing", async () => {
    const slug = await create();
    await change(slug, { acronym: "ESSAI" }, {}, [note("confidential")]);
    const { id } = (await historyOf(editor, slug, 1))!.entries[0]!;
    expect(await undoChangeSet(editor, id, slug)).toEqual({ ok: false, reason: "not_undoable" });
    expect(await undoChangeSet(granted, id, slug)).toMatchObject({ ok: true });
  });
});

describe("an entry", () => {
  it("of the consortium is every staff member's, a confidential one that of administrators and those granted it", async () => {
    const [ours, secret] = [
      await create({ name: "Essai réservée", visibility: "consortium" }),
      await create({ name: "Essai tue", visibility: "confidential" }),
    ];
    const listed = async (who: Actor) => (await listForStaff(who, { q: "essai", state: "restricted", kind: null, page: 1 })).items.map(({ slug }) => slug);
    const suggested = async (who: Actor) => (await suggestOrganisations(who, "essai tue")).map(({ slug }) => slug);
    const named = async (who: Actor) => (await referenceNames(who, [{ partners: [secret] }])).organisations.length;
    expect([await listed(editor), await suggested(editor), await named(editor)]).toEqual([[ours], [], 0]);
    for (const who of [granted, admin]) expect([await listed(who), await suggested(who), await named(who)]).toEqual([[ours, secret], [secret], 1]);
    expect([await findEditable(editor, secret), await historyOf(editor, secret, 1)]).toEqual([null, null]);
    expect((await findEditable(granted, secret))?.slug).toBe(secret);
  });

  it("that a person may not see is as if it were not there when they write", async () => {
    const slug = await create({ visibility: "confidential" });
    const { fields, version } = await current(slug);
    expect(await saveOrganisation(editor, slug, organisationInput({ ...fields, acronym: "X" }, { version }))).toEqual({ ok: false, reason: "not_found" });
    expect(await setPublished(editor, slug, true)).toBe(false);
    expect(await markVerified(editor, slug, { how: "call", on: "2026-11-22", note: null })).toEqual({ ok: false, reason: "not_found" });
    const { id } = (await historyOf(admin, slug, 1))!.entries[0]!;
    expect(await undoChangeSet(editor, id, slug)).toEqual({ ok: false, reason: "not_undoable" });
  });

  it("that a person may not see, and another names, is neither shown to them nor lost when they save", async () => {
    const secret = await create({ name: "Essai cachée", acronym: "ECACH", visibility: "confidential" });
    const open = await create({ name: "Essai ouverte" });
    const slug = await create({ partners: [secret, open] });
    const save = async (partners: (shown: string[]) => string[]) => {
      const { fields, version } = (await findEditable(editor, slug))!;
      return saveOrganisation(editor, slug, organisationInput({ ...fields, partners: partners(fields.partners) }, { version }));
    };
    expect((await findEditable(editor, slug))!.fields.partners).toEqual([open]);
    expect(await save((shown) => shown)).toMatchObject({ ok: true, changed: false });
    expect(await save(() => [])).toMatchObject({ ok: true, changed: true });
    expect((await current(slug)).fields.partners).toEqual([secret]);
    for (const typed of ["Essai cachée", "ECACH", secret]) {
      const other = await create();
      const { fields, version } = (await findEditable(editor, other))!;
      expect(await saveOrganisation(editor, other, organisationInput({ ...fields, partners: [typed] }, { version })), typed).toMatchObject({
        ok: false,
        problems: [{ path: "fields.partners.0", reason: "unknown_organisation" }],
      });
    }
    const names = valueNames(await referenceNames(editor, [{ partners: [secret] }]));
    expect(valueText("fr", "partners", [secret], names)).toBe("organisation réservée");
  });

  it("is not made confidential by who could then not see it", async () => {
    const slug = await create();
    const { fields, version } = await current(slug);
    const input = organisationInput({ ...fields, visibility: "confidential" }, { version });
    expect(await saveOrganisation(editor, slug, input)).toMatchObject({ ok: false, problems: [{ path: "fields.visibility", reason: "unknown_value" }] });
    expect(await saveOrganisation(granted, slug, input)).toMatchObject({ ok: true });
  });
});

describe("the grant", () => {
  it("is taken back at once, and stands in the history of the account", async () => {
    const { id } = await makeActor("editor");
    const session = await openSession(id);
    for (const wanted of [true, true, false]) {
      expect(await grantConfidential(admin, id, wanted)).toMatchObject({ ok: true });
      expect((await actorOfSession(session))?.seesConfidential).toBe(wanted);
    }
    const items = await database().changeItem.findMany({ where: { userId: id, field: "sees_confidential" }, orderBy: { id: "asc" } });
    expect(items.map(({ before, after }) => [before, after])).toEqual([
      [false, true],
      [true, false],
    ]);
  });
});
