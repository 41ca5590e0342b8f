import { beforeAll, expect, it, vi } from "vitest";
import { confirmBulk } from "@/data/bulk/apply";
import { prepareBulk } from "@/data/bulk/preview";
import { database } from "@/data/client";
import { idsForStaff } from "@/data/editing/staff-list";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { presentTerms } from "@/data/term/present";
import { mergeTerm } from "@/data/term/merge";
import { addTerm } from "@/data/term/save";
import type { Actor } from "@/domain/actor";
import { withClient } from "../../scripts/runtime/connection";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

let actor: Actor;
const { change, current } = editing(() => actor);

beforeAll(async () => {
  await loadCartography();
  actor = await makeActor("admin");
}, 60_000);

/** How many transactions wait for the lock of those who write many rows. */
const waiting = async () =>
  (await database().$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND NOT granted`)[0]!.count;
/** How many hold such a lock alone. */
const writing = async () =>
  (
    await database().$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted`
  )[0]!.count;

const partnersOf = async (slug: string) =>
  (await findPublicOrganisation(slug))!.partners.flatMap((partner) => ("organisation" in partner ? partner.organisation.name : []));

it("while the rows of many entries are written, another entry is saved at once, and only a new name waits", async () => {
  const { id } = await database().organisation.findUniqueOrThrow({ where: { slug: "grdr" } });
  const others = (await idsForStaff(actor, { q: "", page: 1 })).filter((one) => one !== id);
  expect(others.length).toBeGreaterThan(200);
  const preview = (await prepareBulk(actor, { action: "verify" }, others))!;

  await withClient(process.env.DATABASE_URL!, async (client) => {
    await client.query("BEGIN");
    await client.query(`SELECT FROM organisation_search WHERE "organisationId" <> ${id} FOR UPDATE`);
    const many = confirmBulk(actor, preview, () => true);
    await vi.waitFor(async () => expect(await writing()).toBe(1), 20_000);

    expect(await change("grdr", { founded_year: 1971 })).toMatchObject({ ok: true });
    expect((await findPublicOrganisation("grdr"))!.foundedYear).toBe(1971);

    const renamed = change("grdr", { name: "Essai d’un autre nom" });
    await vi.waitFor(async () => expect(await waiting()).toBe(1), 20_000);
    await client.query("ROLLBACK");
    expect(await many).toMatchObject({ ok: true, done: others.length });
    expect(await renamed).toMatchObject({ ok: true });
  });

  const named = await findPublicOrganisation("association-malienne-des-expulses");
  expect([named!.verifiedAt, await partnersOf("association-malienne-des-expulses")]).toEqual([
    expect.any(String),
    expect.arrayContaining(["Essai d’un autre nom"]),
  ]);
}, 60_000);

it("while a term is merged and waits for an entry, the name of another entry is changed", async () => {
  const added = await addTerm(actor, "theme", { fr: "Essai de verrou", en: "Lock test" }, []);
  if (!added.ok) throw new Error(added.reason);
  await presentTerms();
  const { themes } = (await current("association-malienne-des-expulses")).fields;
  await change("association-malienne-des-expulses", { themes: [...themes, added.code] });
  await withClient(process.env.DATABASE_URL!, async (client) => {
    await client.query("BEGIN");
    await client.query(`SELECT FROM "Organisation" WHERE "slug" = 'association-malienne-des-expulses' FOR UPDATE`);
    const merging = mergeTerm(actor, "theme", added.code, "women_rights");
    await vi.waitFor(async () => expect(await writing()).toBe(1), 20_000);
    expect(await change("grdr", { name: "Essai d’un troisième nom" })).toMatchObject({ ok: true });
    await client.query("ROLLBACK");
    expect(await merging).toMatchObject({ ok: true, entries: 1 });
  });
}, 60_000);
