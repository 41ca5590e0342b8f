import { act, readRoute } from "../support/routes";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openAccount, resetPassword, switchAccount } from "@/auth/accounts";
import { choosePassword } from "@/auth/account-link";
import { sealSession, sessionCookie } from "@/auth/options";
import { signIn } from "@/auth/sign-in";
import { database } from "@/data/client";
import { findLiveSession, openSession } from "@/data/session/sessions";
import { accountHistory } from "@/data/user/account-history";
import { env } from "@/env";
import { accountsAction } from "@/features/accounts/actions";
import { NOTHING_DONE } from "@/features/accounts/state";
import { sendLink } from "@/features/sign-in/link-page";
import type { Actor } from "@/domain/actor";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, TEST_PASSWORD } from "../support/factories";
import { mailServer, wordsOf, type MailServer } from "../support/mail-server";

const address = "192.0.2.1";
const CHOSEN = "une phrase que l’on retient";
let admin: Actor;
let count = 0;

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
});

async function invite() {
  const given = { email: `essai-invite-${(count += 1)}@example.org`, name: "Essai Invité", role: "contributor", zones: [], entries: [] };
  const opened = await openAccount(admin, given);
  if (!opened.ok) throw new Error(opened.reason);
  return opened;
}
const age = (hours: number) => database().$executeRaw`update "AccountLink" set "createdAt" = now() - make_interval(hours => ${hours}::int)`;
const page = (token: string) => readRoute("/[locale]/connexion/lien/[token]", `/fr/connexion/lien/${token}`);

describe("the link of an invited person", () => {
  it("is the only way in, works once, and is kept as a digest alone", async () => {
    const { id, email, token } = await invite();
    for (const password of ["", token, TEST_PASSWORD]) expect(await signIn({ email, password, address })).toEqual({ ok: false, reason: "wrong" });
    const shown = await page(token);
    expect(shown).toContain(email);
    expect(shown).toContain("noindex");
    expect(await choosePassword(token, CHOSEN)).toMatchObject({ ok: true, holder: { id } });
    expect(await signIn({ email, password: CHOSEN, address })).toMatchObject({ ok: true, account: { role: "contributor", mustChange: false } });
    expect(await choosePassword(token, "une tout autre phrase")).toEqual({ ok: false, reason: "gone" });
    expect(await page(token)).toContain("Ce lien ne sert plus");
    const kept = JSON.stringify([await database().accountLink.findMany(), await database().changeSet.findMany({ include: { items: true } })]);
    expect(kept).not.toContain(token);
    expect((await accountHistory(admin, id)).map(({ who, items }) => [who, items[0]?.field])).toEqual([
      ["Essai Invité", "password"],
      [admin.name, "link"],
      [admin.name, "role"],
    ]);
  });

  it("is used by one of two who use it at once", async () => {
    const { token } = await invite();
    const both = await Promise.all([choosePassword(token, CHOSEN), choosePassword(token, "une tout autre phrase")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it("ends after 72 hours, with the next one, and with the account", async () => {
    const late = await invite();
    await age(71);
    expect(await page(late.token)).toContain(late.email);
    await age(73);
    expect(await choosePassword(late.token, CHOSEN)).toEqual({ ok: false, reason: "gone" });
    const first = await invite();
    const second = await resetPassword(admin, first.id);
    expect(await choosePassword(first.token, CHOSEN)).toEqual({ ok: false, reason: "gone" });
    await switchAccount(admin, first.id, true);
    expect(second.ok && (await choosePassword(second.token, CHOSEN))).toEqual({ ok: false, reason: "gone" });
    expect(await page("x".repeat(32))).toContain("Ce lien ne sert plus");
  });

  it("asks again for a password that is too weak or typed twice in two ways, and is not used up", async () => {
    const { token, email } = await invite();
    const send = (next: string, repeat = next) => sendLink("fr", token, new URLSearchParams({ next, repeat }));
    expect(await send("court")).toMatchObject({ status: 422 });
    expect(await send(CHOSEN, "autre")).toMatchObject({ status: 422 });
    expect(await choosePassword(token, email)).toMatchObject({ reason: "is_email" });
    expect(await send(CHOSEN)).toEqual({ sent: "/connexion?fait=mot-de-passe" });
  });
});

describe("the link of who forgot", () => {
  it("leaves the old password until it is used, and then ends every session", async () => {
    const { id, email } = await makeAccount();
    const given = await resetPassword(admin, id);
    if (!given.ok) throw new Error(given.reason);
    const session = await openSession(id);
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toMatchObject({ ok: true });
    expect(await choosePassword(given.token, CHOSEN)).toMatchObject({ ok: true });
    expect(await findLiveSession(session)).toBeNull();
    expect(await signIn({ email, password: TEST_PASSWORD, address })).toEqual({ ok: false, reason: "wrong" });
  });
});

describe("the mail", () => {
  let relay: MailServer;
  // The environment is read once: what it said is put aside.
  const settings = env();
  afterEach(async () => {
    Object.assign(settings, { SMTP_URL: undefined, SMTP_FROM: undefined });
    await relay.close();
  });

  async function inviteByForm() {
    const cookie = `${sessionCookie(false).name}=${await sealSession(await openSession(admin.id), admin)}`;
    const form = new FormData();
    const email = `essai-courriel-${(count += 1)}@example.org`;
    for (const [name, value] of Object.entries({ action: "open", email, name: "Essai Courriel", role: "reader", zones: "", entries: "" }))
      form.append(name, value);
    const answer = await act(cookie, () => accountsAction("fr", NOTHING_DONE, form));
    if (typeof answer === "string" || !answer.done) throw new Error(JSON.stringify(answer));
    return { email, done: answer.done };
  }

  it("brings the link to its person, and to nobody else, when a relay is set", async () => {
    relay = await mailServer();
    Object.assign(settings, { SMTP_URL: relay.url, SMTP_FROM: "Annuaire <annuaire@essai.example>" });
    const { email, done } = await inviteByForm();
    expect(done.text).toContain("par courriel");
    expect(relay.messages).toHaveLength(1);
    expect(relay.messages[0]).toMatch(new RegExp(`^To: ${email}$`, "m"));
    expect(relay.messages[0]).toMatch(/^From: Annuaire <annuaire@essai\.example>$/m);
    const words = wordsOf(relay.messages[0]!);
    expect(words).toContain(`:\r\n\r\n${done.link}\r\n`);
    expect(words).toContain(done.link!.replace("/connexion", "/en/connexion"));
    expect(words).toMatch(/^English below\.[\s\S]*Bonjour Essai[\s\S]*Hello Essai[\s\S]*once/);
  });

  it("that the relay does not take leaves the account open, and says so", async () => {
    relay = await mailServer("550 no such person");
    Object.assign(settings, { SMTP_URL: relay.url, SMTP_FROM: "annuaire@essai.example" });
    const { email, done } = await inviteByForm();
    expect(done.text).toContain("n’est pas parti");
    expect(done.link).toMatch(/\/connexion\/lien\/[\w-]{32}$/);
    expect(await database().user.count({ where: { email } })).toBe(1);
  });
});
