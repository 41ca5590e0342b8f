import { beforeAll, describe, expect, it, vi } from "vitest";
import { actorOfSession } from "@/auth/actor";
import { changePassword } from "@/auth/change-password";
import { accountDigest } from "@/auth/known-browser";
import { signIn } from "@/auth/sign-in";
import { database } from "@/data/client";
import { endSessions, ownSessions } from "@/data/session/own-sessions";
import { findLiveSession, openSession, revokeSession } from "@/data/session/sessions";
import { SIGN_IN_LIMITS } from "@/data/session/sign-in-limits";
import { setDisabled } from "@/data/user/accounts";
import { logger } from "@/lib/logger";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, TEST_PASSWORD } from "../support/factories";

const address = "192.0.2.1";
const HOUR = 3_600_000;
const ESSAI = { importName: "essai" } as const;

beforeAll(emptyDatabase);

describe("signing in", () => {
  it("opens a session that the database knows, whatever the case of the e-mail", async () => {
    const { email } = await makeAccount();
    const result = await signIn({ email: ` ${email.toUpperCase()} `, password: TEST_PASSWORD, address });
    if (!result.ok) throw new Error(result.reason);
    expect(await actorOfSession(result.sessionId)).toMatchObject({ email, role: "editor" });
  });

  it("says the same of a wrong password, an unknown e-mail and a closed account, and opens nothing", async () => {
    const { id, email } = await makeAccount();
    const closed = await makeAccount();
    await setDisabled(closed.id, true, ESSAI);
    const attempts = [
      { email, password: "une autre phrase" },
      { email: "essai-personne@example.org", password: TEST_PASSWORD },
      { email: closed.email, password: TEST_PASSWORD },
    ];
    for (const attempt of attempts) expect(await signIn({ ...attempt, address })).toEqual({ ok: false, reason: "wrong" });
    expect(await database().session.count({ where: { userId: { in: [id, closed.id] } } })).toBe(0);
  });

  it("is slowed after repeated failures, even with the right password, and only there", async () => {
    const { email } = await makeAccount();
    for (let n = 0; n < SIGN_IN_LIMITS.pair.points; n += 1) {
      expect(await signIn({ email, password: "fausse", address: "192.0.2.2" })).toEqual({ ok: false, reason: "wrong" });
    }
    const slowed = await signIn({ email, password: TEST_PASSWORD, address: "192.0.2.2" });
    if (slowed.ok || slowed.reason !== "slowed") throw new Error("not slowed");
    expect(slowed.seconds).toBeGreaterThan(SIGN_IN_LIMITS.pair.duration - 60);
    expect(slowed.seconds).toBeLessThanOrEqual(SIGN_IN_LIMITS.pair.duration);
    expect(await signIn({ email, password: TEST_PASSWORD, address: "192.0.2.3" })).toMatchObject({ ok: true });
  });

  it("counts unknown e-mails like known ones, so that the wait tells nothing", async () => {
    const email = "essai-inconnu@example.org";
    for (let n = 0; n < SIGN_IN_LIMITS.pair.points; n += 1) await signIn({ email, password: "fausse", address });
    expect(await signIn({ email, password: "fausse", address })).toMatchObject({ reason: "slowed" });
  });

  it("counts an account from everywhere, many attempts at once included", async () => {
    const { email } = await makeAccount();
    const attempts = Array.from({ length: SIGN_IN_LIMITS.email.points + 5 }, (_, n) => signIn({ email, password: "fausse", address: `198.51.100.${n}` }));
    const results = await Promise.all(attempts);
    expect(results.filter((result) => !result.ok && result.reason === "slowed")).toHaveLength(5);
    expect(await signIn({ email, password: TEST_PASSWORD, address: "203.0.113.1" })).toMatchObject({ reason: "slowed" });
  });

  it("is not closed to a colleague by a stranger who tries 26 times, at once or one after the other", async () => {
    const [one, other] = [await makeAccount(), await makeAccount()];
    const wrong = (email: string) => signIn({ email, password: "fausse", address: "192.0.2.5" });
    for (let n = 0; n < 26; n += 1) await wrong(one.email);
    await Promise.all(Array.from({ length: 26 }, () => wrong(other.email)));
    for (const { email } of [one, other]) expect(await signIn({ email, password: TEST_PASSWORD, address: "192.0.2.6" })).toMatchObject({ ok: true });
  });

  it("counts a refused attempt nowhere: the address and the account keep what they had", async () => {
    const { email } = await makeAccount();
    for (let n = 0; n < SIGN_IN_LIMITS.pair.points + 60; n += 1) await signIn({ email, password: "fausse", address: "192.0.2.8" });
    const points = async () => (await database().signInLimit.findMany({ select: { points: true } })).map((row) => row.points);
    expect(Math.max(...(await points()))).toBeLessThanOrEqual(SIGN_IN_LIMITS.address.points);
    expect(await signIn({ email: "essai-autre@example.org", password: "fausse", address: "192.0.2.8" })).toMatchObject({ reason: "wrong" });
  });

  it("stays open to a known browser while strangers lock the account, within a small budget of its own", async () => {
    const { email } = await makeAccount();
    const home = { email, address: "192.0.2.9", browser: "essai" };
    await Promise.all(Array.from({ length: 40 }, (_, n) => signIn({ email, password: "fausse", address: `203.0.113.${n}` })));
    expect(await signIn({ email, password: TEST_PASSWORD, address: "192.0.2.9" })).toMatchObject({ reason: "slowed" });
    expect(await signIn({ ...home, password: TEST_PASSWORD })).toMatchObject({ ok: true });
    for (let n = 0; n < SIGN_IN_LIMITS.browser.points; n += 1) expect(await signIn({ ...home, password: "fausse" })).toMatchObject({ reason: "wrong" });
    expect(await signIn({ ...home, password: TEST_PASSWORD })).toMatchObject({ reason: "slowed" });
  });

  it("counts all addresses of an IPv6 network as one", async () => {
    const { email } = await makeAccount();
    for (let n = 0; n < SIGN_IN_LIMITS.pair.points; n += 1) await signIn({ email, password: "fausse", address: `2001:db8:0:7::${n + 1}` });
    expect(await signIn({ email, password: "fausse", address: "2001:0db8::7:ffff:0:0:1" })).toMatchObject({ reason: "slowed" });
    expect(await signIn({ email, password: "fausse", address: "2001:db8:0:8::1" })).toMatchObject({ reason: "wrong" });
  });

  it("tells the log which account failed and from where, and neither e-mail nor password", async () => {
    const { email } = await makeAccount();
    const lines = vi.spyOn(logger, "warn");
    for (let n = 0; n <= SIGN_IN_LIMITS.pair.points; n += 1) await signIn({ email, password: "tout à fait secret", address: "192.0.2.10" });
    const said = lines.mock.calls.map(([details]) => details as unknown as Record<string, unknown>);
    lines.mockRestore();
    const failed = { event: "sign_in_failed", account: accountDigest(email), address: "192.0.2.10" };
    expect(said).toEqual([
      ...Array.from({ length: SIGN_IN_LIMITS.pair.points }, () => failed),
      { ...failed, event: "sign_in_slowed", seconds: expect.any(Number) },
    ]);
    expect(JSON.stringify(said)).not.toMatch(/secret|example\.org/);
  });

  it("keeps neither e-mail nor address in the table of attempts, and forgets a slip after the right password", async () => {
    const { email } = await makeAccount();
    for (let round = 0; round < 3; round += 1) {
      for (let n = 0; n < SIGN_IN_LIMITS.pair.points - 1; n += 1) await signIn({ email, password: "fausse", address: "192.0.2.4" });
      expect(await signIn({ email, password: TEST_PASSWORD, address: "192.0.2.4" })).toMatchObject({ ok: true });
    }
    const keys = (await database().signInLimit.findMany()).map(({ key }) => key).join(" ");
    expect(keys).not.toMatch(/example\.org|192\.0\.2/);
  });
});

describe("a session", () => {
  it("makes no actor once revoked, ended, or its account closed", async () => {
    const account = await makeAccount();
    const [revoked, idle, closed] = [await openSession(account.id), await openSession(account.id), await openSession(account.id)];
    await revokeSession(revoked);
    expect(await actorOfSession(revoked)).toBeNull();
    expect(await actorOfSession("inconnue")).toBeNull();
    const now = Date.now();
    expect(await findLiveSession(idle, new Date(now + 13 * HOUR))).toBeNull();
    expect(await findLiveSession(closed)).not.toBeNull();
    await setDisabled(account.id, true, ESSAI);
    expect(await actorOfSession(closed)).toBeNull();
  });

  it("lasts while it is used, and at most seven days", async () => {
    const { id } = await makeAccount();
    const start = new Date();
    const session = await openSession(id, { at: start });
    const after = (hours: number) => findLiveSession(session, new Date(start.getTime() + hours * HOUR));
    for (let hours = 10; hours < 7 * 24; hours += 10) expect(await after(hours)).not.toBeNull();
    expect(await after(7 * 24)).toBeNull();
  });

  it("is listed for its person alone, with its browser, and named without its id", async () => {
    const [own, other] = [await makeAccount(), await makeAccount()];
    const firefox = "Mozilla/5.0 (Windows NT 10.0; rv:131.0) Gecko/20100101 Firefox/131.0";
    const signed = await signIn({ email: own.email, password: TEST_PASSWORD, address, userAgent: firefox });
    if (!signed.ok) throw new Error(signed.reason);
    const ended = await openSession(own.id, { at: new Date(Date.now() - 13 * HOUR) });
    const old = await openSession(own.id, { at: new Date(Date.now() - HOUR) });
    await revokeSession(await openSession(own.id));
    await openSession(other.id);
    const list = await ownSessions((await findLiveSession(old))!);
    expect(list).toMatchObject([
      { isThis: true, browser: null, system: null },
      { isThis: false, browser: "Firefox", system: "Windows" },
    ]);
    for (const id of [signed.sessionId, old, ended]) expect(JSON.stringify(list)).not.toContain(id);
  });

  it("is ended by its person, one or all others, and never by somebody else", async () => {
    const [own, other] = [await makeAccount(), await makeAccount()];
    const [here, phone, office] = [await openSession(own.id), await openSession(own.id), await openSession(own.id)];
    const [mine, stranger] = [(await findLiveSession(here))!, (await findLiveSession(await openSession(other.id)))!];
    const keys = (await ownSessions(mine)).map(({ key }) => key);
    for (const key of keys) expect(await endSessions(stranger, key)).toBe(0);
    expect(await endSessions(mine, keys[0]!)).toBe(0);
    expect(await endSessions((await findLiveSession(phone))!, keys[0]!)).toBe(1);
    expect(await findLiveSession(here)).toBeNull();
    expect(await endSessions((await findLiveSession(phone))!, null)).toBe(1);
    expect([await findLiveSession(office), (await findLiveSession(phone))?.id, (await findLiveSession(stranger.id))?.id]).toEqual([null, phone, stranger.id]);
  });

  it("makes no actor while a one-time password is to be changed", async () => {
    const account = await makeAccount({ mustChange: true });
    const session = await openSession(account.id);
    expect(await actorOfSession(session)).toBeNull();
    const live = (await findLiveSession(session))!;
    expect(await changePassword(live, { current: "fausse", next: "une phrase toute neuve", address })).toEqual({ ok: false, reason: "wrong" });
    expect(await changePassword(live, { current: TEST_PASSWORD, next: "court", address })).toEqual({ ok: false, reason: "too_short" });
    expect(await changePassword(live, { current: TEST_PASSWORD, next: TEST_PASSWORD, address })).toEqual({ ok: false, reason: "same_as_old" });
    const other = await openSession(account.id);
    expect(await changePassword(live, { current: TEST_PASSWORD, next: "une phrase toute neuve", address })).toEqual({ ok: true });
    expect(await actorOfSession(session)).toMatchObject({ id: account.id });
    expect(await actorOfSession(other)).toBeNull();
  });
});

describe("a one-time password", () => {
  /** As if it had been set so many hours ago, by the database's own clock. */
  const age = (id: number, hours: number) =>
    database().$executeRaw`update "User" set "passwordSetAt" = now() - make_interval(hours => ${hours}::int) where "id" = ${id}`;

  it("ends after 72 hours, and says so to who knows it alone", async () => {
    const { id, email } = await makeAccount({ mustChange: true });
    await age(id, 71);
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toMatchObject({ ok: true });
    await age(id, 73);
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toEqual({ ok: false, reason: "ended" });
    expect(await signIn({ email, password: "fausse", address })).toEqual({ ok: false, reason: "wrong" });
    const live = (await findLiveSession(await openSession(id)))!;
    expect(await changePassword(live, { current: TEST_PASSWORD, next: "une phrase toute neuve", address })).toEqual({ ok: false, reason: "ended" });
  });

  it("that was chosen never ends", async () => {
    const { id, email } = await makeAccount();
    await age(id, 1000);
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toMatchObject({ ok: true });
  });
});
