import { act, readRoute } from "../support/routes";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOfSession } from "@/auth/actor";
import { sealSession, sessionCookie } from "@/auth/options";
import { beginFactor, confirmFactor, demandFactor, dropFactor, dropFactorOf, proveSecondFactor } from "@/auth/second-factor";
import { signIn } from "@/auth/sign-in";
import { codeAt, stepAt } from "@/auth/totp";
import { database } from "@/data/client";
import { databaseNow } from "@/data/clock";
import { findLiveSession, openSession, type LiveSession } from "@/data/session/sessions";
import { SIGN_IN_LIMITS } from "@/data/session/sign-in-limits";
import { findSecondFactor } from "@/data/user/second-factor";
import type { Actor } from "@/domain/actor";
import { changePasswordAction } from "@/features/sign-in/actions";
import { endSessionsAction } from "@/features/sessions/actions";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, TEST_PASSWORD } from "../support/factories";

const address = "192.0.2.1";
let admin: Actor;

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
});
beforeEach(async () => {
  await database().secondFactorRole.deleteMany();
});

const live = async (id: string): Promise<LiveSession> => (await findLiveSession(id))!;
/** The code of a person's telephone, some steps from now. */
const codeOf = async (userId: number, away = 0) => codeAt((await findSecondFactor(userId))!.secret, stepAt((await databaseNow()).getTime()) + away);

/** An account with a second factor, and its recovery codes. */
async function withFactor(role: "editor" | "admin" = "editor") {
  const account = await makeAccount({ role });
  const session = await live(await openSession(account.id));
  await beginFactor(session);
  const set = await confirmFactor(session, await codeOf(account.id, -1));
  if (!set.ok) throw new Error(set.reason);
  return { ...account, session, codes: set.codes };
}
async function passwordOnly(email: string): Promise<LiveSession> {
  const signed = await signIn({ email, password: TEST_PASSWORD, address });
  if (!signed.ok) throw new Error(signed.reason);
  return live(signed.sessionId);
}
const cookieOf = async (session: LiveSession) => `${sessionCookie(false).name}=${await sealSession(session.id, session.user)}`;

const FROM = { userAgent: null, address: "192.0.2.7" };

describe("signing in with a second factor", () => {
  it("opens nothing by the password alone, and all by the code, in a session of its own", async () => {
    const { email, id } = await withFactor();
    const waiting = await passwordOnly(email);
    expect(waiting.awaits).toBe("code");
    expect(await actorOfSession(waiting.id)).toBeNull();
    expect(await readRoute("/[locale]/admin", "/fr/admin", await cookieOf(waiting))).toContain("/connexion/code");
    const proved = await proveSecondFactor(waiting, await codeOf(id), FROM);
    if (!proved.ok) throw new Error(proved.reason);
    expect(await actorOfSession(proved.sessionId)).toMatchObject({ email });
    expect(await findLiveSession(waiting.id)).toBeNull();
  });

  it("cannot be gone round: a session that waits changes no password and ends no session", async () => {
    const { email } = await withFactor();
    const waiting = await passwordOnly(email);
    const form = new FormData();
    for (const [name, value] of Object.entries({ current: TEST_PASSWORD, next: "une phrase toute neuve", repeat: "une phrase toute neuve", session: "others" }))
      form.append(name, value);
    const cookie = await cookieOf(waiting);
    expect(await act(cookie, () => changePasswordAction("fr", { error: null, field: null }, form))).toContain("/connexion/code");
    expect(await act(cookie, () => endSessionsAction("fr", form))).toContain("/connexion");
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toMatchObject({ ok: true });
  });

  it("takes a code once, from whichever session", async () => {
    const { email, id } = await withFactor();
    const code = await codeOf(id);
    expect(await proveSecondFactor(await passwordOnly(email), code, FROM)).toMatchObject({ ok: true });
    expect(await proveSecondFactor(await passwordOnly(email), code, FROM)).toEqual({ ok: false, reason: "wrong" });
    expect(await proveSecondFactor(await passwordOnly(email), await codeOf(id, -1), FROM)).toEqual({ ok: false, reason: "wrong" });
  });

  it("waits for a code ten minutes", async () => {
    const { email } = await withFactor();
    const waiting = await passwordOnly(email);
    const after = (minutes: number) => findLiveSession(waiting.id, new Date(Date.now() + minutes * 60_000));
    expect(await after(9)).not.toBeNull();
    expect(await after(11)).toBeNull();
  });

  it("is slowed after some wrong codes, with the right one too and from everywhere", async () => {
    const { email, id } = await withFactor();
    for (let tried = 0; tried < SIGN_IN_LIMITS.code.points; tried += 1)
      expect(await proveSecondFactor(await passwordOnly(email), "000000", FROM)).toEqual({ ok: false, reason: "wrong" });
    expect(await proveSecondFactor(await passwordOnly(email), await codeOf(id), FROM)).toMatchObject({ ok: false, reason: "slowed" });
  });
});

describe("recovery codes", () => {
  it("are ten, each works once, and only digests are kept", async () => {
    const { email, id, codes } = await withFactor();
    expect(new Set(codes).size).toBe(10);
    expect(await proveSecondFactor(await passwordOnly(email), codes[0]!.toUpperCase().replaceAll("-", " "), FROM)).toMatchObject({ ok: true });
    expect(await proveSecondFactor(await passwordOnly(email), codes[0]!, FROM)).toEqual({ ok: false, reason: "wrong" });
    expect(await findSecondFactor(id)).toMatchObject({ codesLeft: 9 });
    expect(JSON.stringify(await database().recoveryCode.findMany())).not.toContain(codes[1]);
    const other = await withFactor();
    expect(await proveSecondFactor(await passwordOnly(other.email), codes[1]!, FROM)).toEqual({ ok: false, reason: "wrong" });
  });

  it("are replaced all together", async () => {
    const { email, id, session, codes } = await withFactor();
    expect(await confirmFactor(session, await codeOf(id))).toMatchObject({ ok: true });
    expect(await proveSecondFactor(await passwordOnly(email), codes[2]!, FROM)).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("a second factor", () => {
  it("counts once a code confirmed it, and ends the sessions that a password alone had opened", async () => {
    const { id, email } = await makeAccount();
    const [session, other] = [await live(await openSession(id)), await openSession(id)];
    await beginFactor(session);
    expect(await confirmFactor(session, "000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await passwordOnly(email)).toMatchObject({ awaits: null });
    expect(await confirmFactor(session, await codeOf(id))).toMatchObject({ ok: true });
    expect([await findLiveSession(session.id), await findLiveSession(other)].map(Boolean)).toEqual([true, false]);
  });

  it("that a role must have is set up before anything else", async () => {
    expect(await demandFactor(await makeActor("editor"), ["editor"])).toBe(false);
    expect(await demandFactor(admin, ["editor"])).toBe(true);
    const [account, reader] = [await makeAccount(), await makeAccount({ role: "reader" })];
    const session = await live(await openSession(account.id));
    expect(session.awaits).toBe("factor");
    expect(await readRoute("/[locale]/admin", "/fr/admin", await cookieOf(session))).toContain("/connexion/second-facteur");
    expect(await actorOfSession(await openSession(reader.id))).not.toBeNull();
    await beginFactor(session);
    expect(await readRoute("/[locale]/connexion/second-facteur", "/fr/connexion/second-facteur", await cookieOf(session))).toContain("<svg");
    await confirmFactor(session, await codeOf(account.id));
    expect(await actorOfSession(session.id)).not.toBeNull();
  });

  it("is taken away by its person with a code, and by an administrator without", async () => {
    const own = await withFactor();
    expect(await dropFactor(own.session, "000000")).toEqual({ ok: false, reason: "wrong" });
    expect(await dropFactor(own.session, own.codes[0]!)).toEqual({ ok: true });
    expect(await passwordOnly(own.email)).toMatchObject({ awaits: null });
    const lost = await withFactor();
    expect(await dropFactorOf(await makeActor("editor"), lost.id)).toBe(false);
    expect(await dropFactorOf(admin, lost.id)).toBe(true);
    expect(await passwordOnly(lost.email)).toMatchObject({ awaits: null });
    const told = await database().changeItem.findMany({ where: { userId: lost.id, field: "second_factor" }, orderBy: { id: "asc" } });
    expect(told.map(({ after }) => after)).toEqual(["set", null]);
  });
});
