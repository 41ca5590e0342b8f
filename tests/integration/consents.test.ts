import { readRoute } from "../support/routes";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { eraseFormerValues } from "@/data/change/erase";
import { database } from "@/data/client";
import { consentsOf, eraseConsent, recordConsent, withdrawConsent } from "@/data/consent/consents";
import { setPublished } from "@/data/editing/publication";
import { findPersonalData } from "@/data/personal/find";
import type { Actor } from "@/domain/actor";
import { emptyDatabase } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

const TODAY = "2026-11-22";
const PHONE = { channel: "phone", raw: "+223 20 00 00 17", state: "ok" };
const MAIL = { channel: "email", raw: "essai-zibaldone@example.org", state: "ok" };
const AGREED = { contact: `${PHONE.channel} ${PHONE.raw}`, agreedBy: "la présidente d’essai", agreedOn: "2026-03-12", how: "call" };

let admin: Actor;
let editor: Actor;
let slug: string;
const { create, change } = editing(() => editor);

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
  editor = await makeActor("editor");
}, 60_000);
beforeEach(async () => {
  slug = await create({ contacts: [PHONE, MAIL] });
  await setPublished(editor, slug, true);
});

const said = async () => {
  const profile = await readRoute("/api/v1/organisations/[slug]", `/api/v1/organisations/${slug}`);
  const files = (await readRoute("/api/v1/citations.csv", "/api/v1/citations.csv"))
    .split("\n")
    .filter((line) => line.includes(slug))
    .join("\n");
  const page = await readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${slug}`);
  return [profile, files, page].map((text) => [PHONE.raw, "22320000017", MAIL.raw].map((word) => text.includes(word)));
};

describe("who agreed to the publication of a contact", () => {
  it("is noted for staff, and told nowhere else", async () => {
    expect(await recordConsent(editor, slug, AGREED, TODAY)).toEqual({ ok: true });
    expect(await consentsOf(editor, slug)).toMatchObject([
      { raw: PHONE.raw, agreedBy: "la présidente d’essai", how: "call", recordedBy: editor.name, withdrawn: null },
    ]);
    const page = await readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${slug}`);
    expect([page.includes(PHONE.raw), page.includes("la présidente d’essai")]).toEqual([true, false]);
  });

  it("tells every fault at once, and knows the contacts of the entry", async () => {
    const nothing = { contact: "", agreedBy: " ", agreedOn: "2026-11-23", how: "pigeon" };
    const problems = [
      { name: "contact", reason: "required" },
      { name: "agreedBy", reason: "required" },
      { name: "agreedOn", reason: "bad_day" },
      { name: "how", reason: "required" },
    ];
    expect(await recordConsent(editor, slug, nothing, TODAY)).toEqual({ ok: false, reason: "invalid", problems });
    const other = { ...AGREED, contact: "phone +223 20 00 00 99" };
    expect(await recordConsent(editor, slug, other, TODAY)).toMatchObject({ problems: [{ name: "contact", reason: "unknown_contact" }] });
  });

  it("is replaced by what is noted next of the same contact", async () => {
    await recordConsent(editor, slug, AGREED, TODAY);
    await recordConsent(editor, slug, { ...AGREED, how: "document" }, TODAY);
    expect((await consentsOf(editor, slug)).map(({ how, withdrawn }) => [how, withdrawn !== null])).toEqual([
      ["document", false],
      ["call", true],
    ]);
  });
});

describe("a consent that is withdrawn", () => {
  it("takes the contact off everything public at once, and leaves the others", async () => {
    await recordConsent(editor, slug, AGREED, TODAY);
    const [consent] = await consentsOf(editor, slug);
    expect((await said()).map(([raw]) => raw)).toEqual([true, true, true]);
    expect(await withdrawConsent(editor, slug, consent!.id, TODAY)).toEqual({ ok: true });
    expect((await said()).map(([raw, usable]) => [raw, usable])).toEqual([
      [false, false],
      [false, false],
      [false, false],
    ]);
    expect((await said()).map((words) => words[2])).toEqual([true, true, true]);
    expect((await consentsOf(editor, slug))[0]!.withdrawn).toMatchObject({ by: editor.name });
    expect(await withdrawConsent(editor, slug, consent!.id, TODAY)).toEqual({ ok: false, reason: "gone" });
  });

  it("is marked too when somebody took the contact off before", async () => {
    await recordConsent(editor, slug, AGREED, TODAY);
    await change(slug, { contacts: [MAIL] });
    const [consent] = await consentsOf(editor, slug);
    expect(await withdrawConsent(editor, slug, consent!.id, TODAY)).toEqual({ ok: true });
  });

  it("is found by whoever asks what is known of them, until every place was emptied", async () => {
    await recordConsent(editor, slug, AGREED, TODAY);
    const places = async (typed: string) => (await findPersonalData(admin, typed))!.filter((find) => find.slug === slug).map(({ place }) => place);
    expect(await places("20.00.00.17")).toEqual(["consent", "history", "shown"]);
    const [consent] = await consentsOf(editor, slug);
    await withdrawConsent(editor, slug, consent!.id, TODAY);
    expect(await places("+223 20000017")).toEqual(["consent", "former", "history"]);
    expect(await eraseConsent(admin, slug, consent!.id)).toBe(true);
    expect(await eraseFormerValues(admin, slug, "contacts")).toBe(true);
    expect(await places("20000017")).toEqual([]);
    expect(await places("presidente d'essai")).toEqual([]);
    expect(await database().consent.count({ where: { organisation: { slug } } })).toBe(1);
  });
});

it("what is known of a person is not looked for with two signs", async () => {
  expect(await findPersonalData(admin, "ab")).toBeNull();
  expect(await findPersonalData(admin, "100%_")).toEqual([]);
});
