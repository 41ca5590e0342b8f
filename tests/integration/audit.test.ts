import { beforeAll, describe, expect, it } from "vitest";
import { accountsByDigest, keepEvent } from "@/auth/audit";
import { accountDigest } from "@/auth/known-browser";
import { signIn } from "@/auth/sign-in";
import { auditLines, type AuditQuery } from "@/data/audit/events";
import { database } from "@/data/client";
import { setDisabled } from "@/data/user/accounts";
import { addressClass } from "@/lib/http/address-class";
import { editingFromNothing } from "../support/editing";
import { makeAccount, TEST_PASSWORD } from "../support/factories";

const { made, create } = editingFromNothing();
const ALL: AuditQuery = { kind: null, person: null, day: null };
const linesOf = async (query: Partial<AuditQuery> = {}) => (await auditLines(made.actor, { ...ALL, ...query }, 1)).lines;

describe("the audit trail", () => {
  let account: Awaited<ReturnType<typeof makeAccount>>;
  beforeAll(async () => {
    account = await makeAccount();
  });

  it("keeps sign-ins and refusals by digest and class of address, never the address itself", async () => {
    const from = { email: account.email, address: "41.73.120.9" };
    expect(await signIn({ ...from, password: "un autre mot de passe" })).toMatchObject({ ok: false });
    expect(await signIn({ ...from, password: TEST_PASSWORD })).toMatchObject({ ok: true });
    await keepEvent("refused", account.email, from.address, "accounts");
    const own = { account: accountDigest(account.email), network: "41.73.0.0/16" };
    expect(await linesOf({ person: (await accountsByDigest()).find(({ id }) => id === account.id)! })).toMatchObject([
      { kind: "refused", detail: "accounts", ...own },
      { kind: "signed_in", ...own },
      { kind: "sign_in_failed", ...own },
    ]);
    const rows = JSON.stringify(await database().auditEvent.findMany());
    expect(rows).not.toContain(account.email);
    expect(rows).not.toContain(from.address);
  });

  it("shows changes and changes of accounts beside them, by kind, person and day", async () => {
    await create();
    await setDisabled(account.id, true, { actor: made.actor });
    expect(await linesOf({ kind: "changed" })).toMatchObject([{ who: made.actor.name, detail: "created" }]);
    expect((await linesOf({ kind: "account" }))[0]).toMatchObject({ who: made.actor.name, detail: "updated" });
    const today = new Date().toISOString().slice(0, 10);
    expect((await linesOf({ day: today })).length).toBeGreaterThan(4);
    expect(await linesOf({ day: "2020-01-01" })).toEqual([]);
    expect((await linesOf({ person: { account: "nobody", id: made.actor.id } })).every(({ who }) => who === made.actor.name)).toBe(true);
  });

  it("is only appended to: nothing of it changes, and nothing younger than a year goes", async () => {
    const db = database();
    await expect(db.$executeRaw`UPDATE "AuditEvent" SET "detail" = 'x'`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`DELETE FROM "AuditEvent"`).rejects.toThrow(/append-only/);
    await db.$executeRaw`INSERT INTO "AuditEvent" ("kind", "at") VALUES ('refused', now() - interval '2 years')`;
    expect(await db.$executeRaw`DELETE FROM "AuditEvent" WHERE "at" < now() - interval '1 year'`).toBe(1);
  });

  it("keeps one line an hour of who is slowed, however often they try", async () => {
    for (let attempt = 0; attempt < 3; attempt += 1) await keepEvent("sign_in_slowed", "essai@example.org", "2001:db8:1::2");
    expect(await linesOf({ kind: "sign_in_slowed" })).toMatchObject([{ network: "2001:db8::/32" }]);
  });

  it("tells of an address only its first half", () => {
    expect(["127.0.0.1", "::1", "::ffff:41.73.1.2", "192.168.1.4", "fd12:3456::1", "2a01:e0a:1::9", "unknown"].map(addressClass)).toEqual([
      "loopback",
      "loopback",
      "41.73.0.0/16",
      "private",
      "private",
      "2a01:e0a::/32",
      "unknown",
    ]);
  });
});
