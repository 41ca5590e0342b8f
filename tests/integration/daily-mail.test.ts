import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { saveOrganisation } from "@/data/editing/save";
import { env } from "@/env";
import { mailQueue } from "@/features/proposals/daily-mail";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, makeZones, organisationInput } from "../support/factories";
import { mailServer, wordsOf, type MailServer } from "../support/mail-server";

// The environment is read once: what it said is put aside.
const settings = env();
const before = { ...settings };
let relay: MailServer;
let organisations: { inside: number; outside: number };
let admin: { id: number; email: string };
let limited: { id: number; email: string };

async function propose(organisationId: number | null, days = 0) {
  const createdAt = new Date(Date.now() - days * 86_400_000);
  const typed = {
    fields: { description: ["MOTS-DU-PROPOSANT"] },
    before: {},
    message: "MOTS-DU-PROPOSANT",
    speaker: "member",
    how: "Essai",
    reach: "essai@example.org",
  };
  await database().proposal.create({ data: { organisationId, tokenDigest: crypto.randomUUID(), language: "fr", state: "open", createdAt, ...typed } });
}

beforeAll(async () => {
  await emptyDatabase();
  const { country, region } = await makeZones();
  const maker = await makeActor("admin");
  const make = async (name: string, zone: string) => {
    const saved = await saveOrganisation(maker, null, organisationInput({ name, zones: [zone] }));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    return (await database().organisation.findUniqueOrThrow({ where: { slug: saved.slug } })).id;
  };
  organisations = { inside: await make("Essai dedans", region.code), outside: await make("Essai dehors", country.code) };
  await database().user.update({ where: { id: maker.id }, data: { disabledAt: new Date() } });
  admin = await makeAccount({ role: "admin" });
  limited = await makeAccount({ role: "editor" });
  await database().userZone.create({ data: { userId: limited.id, zoneId: region.id } });
  for (const role of ["contributor", "reader"] as const) await makeAccount({ role });
});
beforeEach(async () => {
  await database().proposal.deleteMany();
  await database().user.updateMany({ data: { remindedAt: null } });
  relay = await mailServer();
  Object.assign(settings, { SMTP_URL: relay.url, SMTP_FROM: "Annuaire <annuaire@essai.example>", PUBLIC_URL: "https://annuaire.essai.example" });
});
afterEach(async () => {
  Object.assign(settings, { SMTP_URL: before.SMTP_URL, SMTP_FROM: before.SMTP_FROM, PUBLIC_URL: before.PUBLIC_URL });
  await relay.close();
});

const toWhom = () => relay.messages.map((message) => /^To: (.+)$/m.exec(message)?.[1]?.trim()).sort();
const sentTo = (email: string) => wordsOf(relay.messages.find((message) => message.includes(`To: ${email}`))!);

describe("the mail about proposals that wait", () => {
  it("goes to each open account that may decide, with how many wait for them, since when and where, and nothing of what they say", async () => {
    await propose(organisations.inside, 3);
    await propose(organisations.outside, 5);
    await propose(null);
    expect(await mailQueue()).toBe(2);
    expect(toWhom()).toEqual([admin.email, limited.email].sort());
    expect(sentTo(admin.email)).toMatch(/3 propositions attendent[\s\S]*5 jours/);
    expect(sentTo(limited.email)).toMatch(/2 propositions attendent[\s\S]*3 jours/);
    expect(sentTo(admin.email)).toContain("https://annuaire.essai.example/admin/propositions");
    expect(sentTo(admin.email)).toMatch(
      /^English below\.[\s\S]*Bonjour Essai[\s\S]*Hello Essai[\s\S]*3 proposals wait[\s\S]*5 days[\s\S]*example\/en\/admin\/propositions/,
    );
    expect(relay.messages.map(wordsOf).join()).not.toMatch(/MOTS-DU-PROPOSANT|essai@example\.org|Essai de/);
  });

  it("goes once a day, however many servers look at once", async () => {
    await propose(organisations.outside);
    await Promise.all([mailQueue(), mailQueue(), mailQueue(), mailQueue()]);
    await mailQueue();
    expect(toWhom()).toEqual([admin.email]);
    await database().user.updateMany({ data: { remindedAt: new Date(Date.now() - 25 * 3_600_000) } });
    await mailQueue();
    expect(toWhom()).toEqual([admin.email, admin.email]);
  });

  it("does not go when nothing waits, nor without a relay, and leaves that day free", async () => {
    expect(await mailQueue()).toBe(0);
    await propose(organisations.outside);
    await database().proposal.updateMany({ data: { state: "asked", question: "Depuis quand ?" } });
    expect(await mailQueue()).toBe(0);
    await database().proposal.updateMany({ data: { state: "open" } });
    Object.assign(settings, { SMTP_URL: undefined });
    expect(await mailQueue()).toBe(0);
    Object.assign(settings, { SMTP_URL: relay.url });
    expect(await mailQueue()).toBe(1);
  });

  it("is tried again when the relay did not take it", async () => {
    await propose(organisations.outside);
    await relay.close();
    relay = await mailServer("450 come back later");
    Object.assign(settings, { SMTP_URL: relay.url });
    expect(await mailQueue()).toBe(0);
    await relay.close();
    relay = await mailServer();
    Object.assign(settings, { SMTP_URL: relay.url });
    expect(await mailQueue()).toBe(1);
  });
});
