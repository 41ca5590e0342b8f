import "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { switchAccount } from "@/auth/accounts";
import { makeToken, stopToken } from "@/auth/api-tokens";
import { actorOfSession } from "@/auth/actor";
import { database } from "@/data/client";
import { saveOrganisation } from "@/data/editing/save";
import { openSession } from "@/data/session/sessions";
import { listTokens } from "@/data/user/api-tokens";
import type { Actor } from "@/domain/actor";
import { staffListAnswer, staffOneAnswer } from "@/features/tokens/api";
import { classOf } from "../../server/request-class";
import { emptyDatabase } from "../support/cartography";
import { makeAccount, makeActor, organisationInput } from "../support/factories";

let admin: Actor;
let slug: string;

beforeAll(async () => {
  await emptyDatabase();
  admin = await makeActor("admin");
  const save = async (name: string, visibility: string, restricted: unknown[] = []) => {
    const saved = await saveOrganisation(admin, null, organisationInput({ name, visibility }, { restricted }));
    if (!saved.ok) throw new Error(JSON.stringify(saved));
    return saved.slug;
  };
  slug = await save("Essai réservé", "consortium", [
    { field: "note", visibility: "consortium", text: "pour le consortium" },
    { field: "note", visibility: "confidential", text: "sous clé" },
  ]);
  await save("Essai secret", "confidential");
});

const asked = (token: string | null, path = "") =>
  new Request(`http://annuaire.example/admin/api/v1/organisations${path}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });

async function tokenOf(actor: Actor, role = "reader", days = 30): Promise<string> {
  const made = await makeToken(actor, { name: `Essai ${role}`, role, days });
  if (!made.ok) throw new Error(made.reason);
  return made.token;
}

describe("a token", () => {
  it("opens what the consortium sees, and what is confidential never, whoever it belongs to", async () => {
    for (const role of ["admin", "reader"]) {
      const token = await tokenOf(admin, role);
      const list = await staffListAnswer(asked(token));
      expect(list.headers.get("cache-control")).toBe("private, no-store");
      expect(((await list.json()) as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual(["Essai réservé"]);
      const one = await (await staffOneAnswer(asked(token, `/${slug}`), slug)).text();
      expect(one).toContain("pour le consortium");
      expect(one).not.toContain("sous clé");
      expect((await staffOneAnswer(asked(token, "/essai-secret"), "essai-secret")).status).toBe(404);
    }
  });

  it("is asked for, and a wrong one opens nothing", async () => {
    for (const token of [null, "", "osc_x", `osc_${"x".repeat(43)}`]) {
      const answer = await staffListAnswer(asked(token));
      expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    expect((await staffListAnswer(asked(await tokenOf(admin), "?couleur=bleu"))).status).toBe(400);
  });

  it("has no role above that of its person, and lives a year at most", async () => {
    const contributor = await makeActor("contributor");
    expect(await makeToken(contributor, { name: "Essai", role: "editor", days: 30 })).toEqual({ ok: false, reason: "badRole" });
    for (const days of [0, 366, "x"]) expect(await makeToken(contributor, { name: "Essai", role: "reader", days })).toEqual({ ok: false, reason: "badDays" });
    expect(await makeToken(contributor, { name: " ", role: "reader", days: 1 })).toEqual({ ok: false, reason: "badName" });
  });

  it("is known by its digest, tells when it was used last, and ends by its day, its person or an administrator", async () => {
    const owner = await makeActor("editor");
    const status = async (token: string) => (await staffListAnswer(asked(token))).status;
    const [old, own, taken] = [await tokenOf(owner), await tokenOf(owner), await tokenOf(owner)];
    expect(JSON.stringify(await database().apiToken.findMany())).not.toContain(own);
    expect(await status(own)).toBe(200);
    expect((await listTokens(owner.id)).map(({ usedAt }) => usedAt !== null)).toEqual([false, true, false]);
    const [{ id: lastId } = { id: 0 }, { id: ownId } = { id: 0 }, { id: oldId } = { id: 0 }] = await listTokens(owner.id);
    await database().apiToken.update({ where: { id: oldId }, data: { endsAt: new Date(Date.now() - 1000) } });
    expect(await status(old)).toBe(401);
    expect(await stopToken(await makeActor("editor"), ownId)).toBe(false);
    expect(await stopToken(owner, ownId)).toBe(true);
    expect(await status(own)).toBe(401);
    expect(await stopToken(admin, lastId)).toBe(true);
    expect(await status(taken)).toBe(401);
    const told = await database().changeItem.findMany({ where: { userId: owner.id, field: "api_token" } });
    expect(told).toHaveLength(5);
  });

  it("ends with the account of its person", async () => {
    const account = await makeAccount();
    const token = await tokenOf((await actorOfSession(await openSession(account.id)))!);
    await switchAccount(admin, account.id, true);
    expect((await staffListAnswer(asked(token))).status).toBe(401);
  });

  it("is asked for at an address that is never stored", () => {
    for (const path of ["", `/${slug}`]) expect(classOf({ method: "GET", url: `/admin/api/v1/organisations${path}`, headers: {} })).toBe("private");
  });
});
