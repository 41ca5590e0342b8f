import { describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { editingFromNothing } from "../support/editing";

const { made, create, current, change, rowOf, searchRow } = editingFromNothing();

describe("a restricted value", () => {
  const secret = "essaiconfidentiel";
  const value = { id: null, field: "contacts", text: `Essai ${secret}`, visibility: "confidential" };

  it("is kept for staff and stands in no citation, history or search row", async () => {
    const slug = await create({}, { restricted: [value] });
    await setPublished(made.actor, slug, true);
    const [kept] = (await current(slug)).restricted;
    expect(kept).toMatchObject({ field: "contacts", text: value.text, visibility: "confidential" });
    await change(slug, {}, {}, [{ ...kept, text: `Essai encore ${secret}` }]);
    const row = await rowOf(slug);
    expect(JSON.stringify([row.citations, row.changes, await searchRow(slug)])).not.toContain(secret);
    expect(row.changes.at(-1)!.fields).toEqual([{ field: "restricted", before: null, after: null }]);
    expect(row.version).toBe(2);
    await change(slug, {}, {}, []);
    expect((await current(slug)).restricted).toEqual([]);
  });

  it("moves nothing that the public can see when it alone changes", async () => {
    const slug = await create();
    await setPublished(made.actor, slug, true);
    const state = () =>
      database().$queryRaw`select "revision", (select "updatedAt" from "Organisation" where "slug" = ${slug}) as moved from directory_revision`;
    const before = await state();
    expect(await change(slug, {}, {}, [value])).toMatchObject({ changed: true });
    expect(await state()).toEqual(before);
  });

  it("that is a telephone number stays one, and a wrong one is refused", async () => {
    const phone = { id: null, field: "contacts:phone", text: "70 00 00 01", visibility: "confidential" };
    const slug = await create({}, { restricted: [phone] });
    expect((await current(slug)).restricted).toMatchObject([{ field: "contacts:phone", text: "70 00 00 01" }]);
    expect(await database().restrictedStatement.findFirst({ where: { organisation: { slug } } })).toMatchObject({
      ...{ field: "contacts", channel: "phone", raw: "70 00 00 01", usable: "+22370000001", visibility: "confidential" },
    });
    expect(await change(slug, {}, {}, [{ ...phone, text: "12" }])).toMatchObject({
      ...{ ok: false, reason: "invalid", problems: [{ path: "restricted.0.text", reason: "invalid_phone" }] },
    });
  });

  it("of another organisation is never touched", async () => {
    const [mine, theirs] = [await create(), await create({}, { restricted: [value] })];
    const [kept] = (await current(theirs)).restricted;
    await change(mine, {}, {}, [{ ...kept, text: "Essai pris" }]);
    expect((await current(theirs)).restricted).toEqual([kept]);
  });
});
