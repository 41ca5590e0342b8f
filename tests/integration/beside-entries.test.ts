import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atRevision, besideEntries, besideLists, loadsBesideEntries, loadsBesideLists } from "@/data/at-revision";
import { outcomes } from "@/lib/request-outcome";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { markVerified } from "@/data/editing/verification";
import { presentLimits } from "@/data/limits/present";
import { addZone } from "@/data/zone/add";
import type { Actor } from "@/domain/actor";
import { EDIT_NAMES, type Field } from "@/domain/fields";
import { revisionReader } from "../../server/revision";
import { loadCartography } from "../support/cartography";
import { editing, setVisibility } from "../support/editing";
import { makeActor } from "../support/factories";

/** What is kept in memory while only the own values of entries change is what would be read anew. */

let actor: Actor;
const { create, change } = editing(() => actor);
const revision = revisionReader(process.env.DATABASE_URL ?? "", () => undefined);
/** The last revision that changed more than what its entries alone show. */
const elsewhere = async () => (await revision.read()).elsewhere;

/** A public entry that nothing names. */
let own: string;

const inFull = (_: string, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value);
/** All that is kept, read anew. */
const everything = async () => JSON.stringify(await Promise.all([...loadsBesideEntries.map((load) => load()), presentLimits()]), inFull);
/** The same of what is kept while lists stay as they are. */
const ofLists = async () => JSON.stringify(await Promise.all(loadsBesideLists.map((load) => load())), inFull);
const listed = async () => (await revision.read()).listed;

beforeAll(async () => {
  const data = join(import.meta.dirname, "../../src/data");
  const files = readdirSync(data, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const keepers = files.filter((file) => /beside(?:Entries|Lists)/.test(readFileSync(join(data, file), "utf8")));
  await Promise.all(keepers.map((file) => import(join(data, file))));
  await loadCartography();
  actor = await makeActor("admin");
  own = await create({ name: "Essai Seul", acronym: "ESS" });
  await setPublished(actor, own, true);
});
afterAll(() => revision.close());

/** Another value than none, for each shape. */
function sampleOf({ shape, many, codes, min, time }: Field & { codes?: readonly string[]; min?: number; time?: true }): unknown {
  if (shape === "contact") return [{ channel: "phone", raw: "20 24 11 99", state: "ok" }];
  const one =
    { code: codes?.at(-1), number: (min ?? 0) > 1000 ? "1987" : "321", flag: "true", zone: "ML-1" }[shape as string] ?? (time ? "2019-03" : "Essai de valeur");
  return many ? [one] : one;
}
const NEEDED: Record<string, Record<string, unknown>> = {
  perimeter_scale: { perimeter: "local" },
  member_note: { member_count: "3" },
  life_since: { life: "dormant" },
};
const OWN_FIELDS = EDIT_NAMES.filter(({ name, field }) => field.shape !== "organisation" && !["name", "kind"].includes(name));

describe("the own values of an entry", () => {
  let before: string;
  let mark: string;
  beforeAll(async () => {
    [before, mark] = [await everything(), await elsewhere()];
  });

  it.each(OWN_FIELDS.map(({ name, field }) => ({ name, field })))("change nothing of it: $name", async ({ name, field }) => {
    const [lists, at] = [await ofLists(), await listed()];
    expect(await change(own, { ...NEEDED[name], [name]: sampleOf(field as Field) })).toMatchObject({ ok: true, changed: true });
    expect(await elsewhere()).toBe(mark);
    expect(await everything()).toBe(before);
    if ((await listed()) === at) expect(await ofLists()).toBe(lists);
  });

  it("change nothing of it when they are verified, or the name of an entry that nothing names", async () => {
    expect(await markVerified(actor, own, { how: "call", on: new Date().toISOString().slice(0, 10), note: null })).toEqual({ ok: true });
    expect(await change(own, { name: "Essai Seul, autrement" })).toMatchObject({ ok: true });
    expect(await elsewhere()).toBe(mark);
    expect(await everything()).toBe(before);
  });
});

describe("more than that is changed", () => {
  const CHANGES: Record<string, () => Promise<unknown>> = {
    "by naming another entry": () => change(own, { partners: ["ramdel"] }),
    "by the name of an entry that another names": async () => {
      const named = await create({ name: "Essai Nommée" });
      await change(own, { partners: [named] });
      const mark = await elsewhere();
      await change(named, { acronym: "ENO" });
      expect(await elsewhere()).not.toBe(mark);
    },
    "by hiding an entry": () => setVisibility(own, "consortium"),
    "by publishing an entry": () => setPublished(actor, own, false),
    "by a new entry": async () => setPublished(actor, await create({ name: "Essai Neuve" }), true),
    "by a new place": () => addZone(actor, { name: "Essai de lieu", level: "commune", inside: "kayes-cercle", source: "cartographie-osc-mali-2022" }),
    "by whoever moves the revision by hand": () => database().$executeRaw`UPDATE directory_revision SET "revision" = "revision" + 1`,
  };
  it.each(Object.keys(CHANGES))("%s", async (how) => {
    const mark = await elsewhere();
    await CHANGES[how]!();
    expect(Number(await elsewhere())).toBeGreaterThan(Number(mark));
    // An own change after it does not hide it.
    const after = await elsewhere();
    const next = await create({ name: `Essai ${how}` });
    await setPublished(actor, next, true);
    const made = await elsewhere();
    await change(next, { founded_year: 1999 });
    expect([Number(made) > Number(after), await elsewhere()]).toEqual([true, made]);
  });
});

it("is read again when more changed, what tells of lists when these did, and what shows entries at each change", async () => {
  const reads = [0, 0, 0];
  const kept = [atRevision, besideLists, besideEntries].map((keep, place) => keep(async () => (reads[place]! += 1)));
  const at = (revision: bigint, listed: bigint, elsewhere: bigint) =>
    outcomes.run({ revision, listed, elsewhere, past: 1 }, () => Promise.all(kept.map((read) => read())));
  expect(await at(5n, 5n, 5n)).toEqual([1, 1, 1]);
  expect(await at(6n, 5n, 5n)).toEqual([2, 1, 1]);
  // A request that came before the last change.
  expect(await at(5n, 5n, 5n)).toEqual([2, 1, 1]);
  expect(await at(7n, 7n, 5n)).toEqual([3, 2, 1]);
  expect(await at(8n, 8n, 8n)).toEqual([4, 3, 2]);
});
