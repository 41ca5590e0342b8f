import { beforeAll, describe, expect, it } from "vitest";
import { openAccount, resetPassword, switchAccount } from "@/auth/accounts";
import { hashPassword } from "@/auth/passwords";
import { database } from "@/data/client";
import { createAccount } from "@/data/user/accounts";
import { emptyDatabase } from "../support/cartography";
import { makeActor } from "../support/factories";

beforeAll(emptyDatabase);

describe("accounts", () => {
  it("are opened, closed and given new links by administrators only", async () => {
    const [admin, editor] = [await makeActor("admin"), await makeActor("editor")];
    const given = { email: "essai-nouveau@example.org", name: "Essai Nouveau", role: "editor", zones: [], entries: [] };
    expect(await openAccount(editor, given)).toEqual({ ok: false, reason: "forbidden" });
    expect(await resetPassword(editor, admin.id)).toEqual({ ok: false, reason: "forbidden" });
    expect(await switchAccount(editor, admin.id, true)).toEqual({ ok: false, reason: "forbidden" });

    const opened = await openAccount(admin, given);
    if (!opened.ok) throw new Error(opened.reason);
    expect(await openAccount(admin, { ...given, email: "ESSAI-nouveau@example.org" })).toEqual({ ok: false, reason: "exists" });
    expect(await openAccount(admin, { ...given, email: "essai" })).toEqual({ ok: false, reason: "badEmail" });
    expect(await openAccount(admin, { ...given, email: "essai-autre@example.org", zones: ["Atlantide"] })).toMatchObject({
      reason: "unknown",
      lines: ["Atlantide"],
    });
    expect(await database().user.count({ where: { email: "essai-autre@example.org" } })).toBe(0);
    expect(await resetPassword(admin, opened.id)).toMatchObject({ ok: true });
    expect(await resetPassword(admin, admin.id)).toEqual({ ok: false, reason: "yourself" });
  });

  it("always leave one administrator, even when two close each other at once", async () => {
    await database().user.updateMany({ data: { disabledAt: new Date() } });
    const [one, two] = [await makeActor("admin"), await makeActor("admin")];
    expect(await switchAccount(one, one.id, true)).toEqual({ ok: false, reason: "yourself" });
    const results = await Promise.all([switchAccount(one, two.id, true), switchAccount(two, one.id, true)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await database().user.count({ where: { role: "admin", disabledAt: null } })).toBe(1);
  });

  it("are one an e-mail, even when two are created at once", async () => {
    const make = async () =>
      createAccount(
        { email: "essai-double@example.org", name: "Essai", role: "editor", passwordHash: await hashPassword("x"), mustChange: true },
        { importName: "essai" },
      );
    expect((await Promise.all([make(), make()])).filter(Boolean)).toHaveLength(1);
  });

  it("have a history of who opened, closed and changed them, and never a password", async () => {
    const office = await makeActor("admin");
    const opened = await openAccount(office, { email: "essai-histoire@example.org", name: "Essai Histoire", role: "editor", zones: [], entries: [] });
    if (!opened.ok) throw new Error(opened.reason);
    const { id } = await database().user.findUniqueOrThrow({ where: { email: opened.email } });
    await resetPassword(office, id);
    await switchAccount(office, id, true);
    const sets = await database().changeSet.findMany({ where: { items: { some: { userId: id } } }, include: { items: true }, orderBy: { id: "asc" } });
    expect(sets.map(({ action, actorId, items }) => [action, actorId, items.map(({ field }) => field)])).toEqual([
      ["created", office.id, ["role"]],
      ["updated", office.id, ["link"]],
      ["updated", office.id, ["link"]],
      ["updated", office.id, ["disabled_at"]],
    ]);
    expect(JSON.stringify(sets)).not.toContain(opened.token);
    expect(JSON.stringify(sets)).not.toContain("argon2");
  });
});
