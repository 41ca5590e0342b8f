import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "@/domain/actor";
import { relayTo, type Relay } from "../support/relay";

let relay: Relay;
let actor: Actor;
let modules: Awaited<ReturnType<typeof load>>;

/** The modules of a server whose database is behind the relay. */
async function load() {
  vi.resetModules();
  const { saveOrganisation } = await import("@/data/editing/save");
  const { findEditable } = await import("@/data/editing/edit-form");
  const { healthAnswer } = await import("@/features/open-data/health");
  const { organisationInput, makeActor } = await import("../support/factories");
  const { emptyDatabase } = await import("../support/cartography");
  return { saveOrganisation, findEditable, healthAnswer, organisationInput, makeActor, emptyDatabase };
}

const save = (slug: string | null, fields: Record<string, unknown>, version: number | null = null) =>
  modules.saveOrganisation(actor, slug, modules.organisationInput(fields, { version }));

beforeAll(async () => {
  vi.stubGlobal("directoryDatabase", undefined);
  vi.stubGlobal("directoryReader", undefined);
  relay = await relayTo(process.env.DATABASE_URL!);
  vi.stubEnv("DATABASE_URL", relay.url);
  modules = await load();
  await modules.emptyDatabase();
  actor = await modules.makeActor();
});
afterAll(async () => {
  await relay.mend();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  await relay.cut();
});

describe("while the way to the database is broken without a word", () => {
  it("a save gives up and says that nothing is stored; health sees it; both are well as soon as the way is", async () => {
    const name = "Essai du fil coupé";
    // The index loads in the background.
    await vi.waitFor(async () => expect((await modules.healthAnswer()).status).toBe(200), 5000);
    relay.freeze();
    const [refused, health] = await Promise.all([save(null, { name }), modules.healthAnswer()]);
    expect(refused).toEqual({ ok: false, reason: "unavailable", stored: "no" });
    expect(health.status).toBe(503);
    await relay.mend();
    expect(await save(null, { name })).toMatchObject({ ok: true, changed: true });
    await vi.waitFor(async () => expect((await modules.healthAnswer()).status).toBe(200), 5000);
  }, 30_000);

  it("a save whose answer was lost says that it may be stored, and trying again finds it", async () => {
    const name = "Essai de la réponse perdue";
    relay.freezeAfter("COMMIT");
    expect(await save(null, { name })).toEqual({ ok: false, reason: "unavailable", stored: "perhaps" });
    await relay.mend();
    expect(await save(null, { name })).toMatchObject({ ok: false, reason: "invalid", problems: [{ path: "fields.name", reason: "same_name" }] });
  }, 30_000);
});
