import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { markVerified } from "@/data/editing/verification";
import type { Actor } from "@/domain/actor";
import { outcomes, type Outcome } from "@/lib/request-outcome";
import { revisionReader } from "../../server/revision";
import { LOADED_AT, loadCartography } from "../support/cartography";
import { readRoute } from "../support/routes";
import { editing } from "../support/editing";
import { ABOUT_HIDDEN, EXITS } from "../support/exits";
import { makeActor } from "../support/factories";

/** Each answer says which entries it shows, and nothing else that it says changes while the lists stay as they are. */

let actor: Actor;
const { create, change } = editing(() => actor);
const revision = revisionReader(process.env.DATABASE_URL ?? "", () => undefined);

/** Those that a front may store; files and health pass it by. */
const STORED = Object.entries(EXITS).flatMap(([route, { shows = [], counts = [], asks = [] }]) =>
  /\.(?:csv|xml)$|health$|^\/\[locale\]\/(?:connexion|proposition|proposer)/.test(route)
    ? []
    : [...shows, ...counts, ...asks].map((address) => ({ route, address: route.startsWith("/[locale]") ? `/fr${address}` : address })),
);

/** Searches that find the entry by a word that it says, that it says no longer, or that it only says later; and one that has nothing to do with it. */
const SEARCHES = ["?q=eda", "?q=edam", "?q=association", "?q=texte", "?q=%22femmes+rapatriees%22", "?q=eda+-association", "?q=retour", "?sort=verified"];

type Answer = { text: string; shows: Outcome["shows"] };

/** What every exit answers now, and what it says that it shows. */
async function everything(): Promise<Map<string, Answer>> {
  const { revision: present, elsewhere, listed } = await revision.read();
  const answers = new Map<string, Answer>();
  const more = [
    { route: "/[locale]/organisations/[slug]", address: `/fr/organisations/${own}` },
    ...SEARCHES.map((search) => ({ route: "/[locale]/organisations", address: `/fr/organisations${search}` })),
  ];
  for (const { route, address } of [...STORED, ...more]) {
    const outcome: Outcome = { revision: BigInt(present), elsewhere: BigInt(elsewhere), listed: BigInt(listed), past: 1 };
    answers.set(address, { text: await outcomes.run(outcome, () => readRoute(route, address)), shows: outcome.shows });
  }
  return answers;
}

const changedOf = (before: Map<string, Answer>, after: Map<string, Answer>) => [...after].filter(([address, { text }]) => before.get(address)!.text !== text);
const idOf = async (slug: string) => (await database().organisation.findUniqueOrThrow({ where: { slug } })).id;

/** An entry in many lists, which names others and which nothing names. */
let own: string;
let id: number;
let before: Map<string, Answer>;

beforeAll(async () => {
  vi.setSystemTime(LOADED_AT);
  await loadCartography();
  actor = await makeActor("admin");
  const named = { networks: ["federation-des-communautes-africaines-au-mali"], partners: ["aracem", "ramdel"] };
  own = await create({ name: "Essai d’une association", acronym: "EDA", typology: "local_organisation", zones: ["ML-7"], themes: ["women_rights"], ...named });
  await setPublished(actor, own, true);
  id = await idOf(own);
  // What is kept for all answers is read by the first of them.
  await everything();
  before = await everything();
}, 120_000);
afterAll(() => revision.close());

const OWN_CHANGES: Record<string, () => Promise<unknown>> = {
  "what it is called and what is told of it": () =>
    change(own, {
      acronym: "EDAM",
      alias: ["Xylophanie seconde"],
      description_fr: "Essai de texte xylophanie sur le retour.",
      member_count: 41,
      founded_year: 1991,
    }),
  "how to reach it": () => change(own, { contacts: [{ channel: "phone", raw: "20 24 11 98", state: "ok" }] }),
  "its verification": () => markVerified(actor, own, { how: "call", on: LOADED_AT.toISOString().slice(0, 10), note: null }),
};

describe.each(Object.keys(OWN_CHANGES))("a change that leaves the lists as they are: %s", (what) => {
  it("changes no answer that does not say that it shows the entry", { timeout: 60_000 }, async () => {
    const { listed } = await revision.read();
    expect(await OWN_CHANGES[what]!()).toMatchObject({ ok: true });
    const now = await revision.read();
    expect(now.listed).toBe(listed);
    const { foundBy } = now.changes![0]!;
    const after = await everything();
    const changed = changedOf(before, after);
    for (const [address] of changed) {
      const { shows } = before.get(address)!;
      expect(!shows || shows.has(id) || foundBy.some((stem) => shows.has(stem)), address).toBe(true);
    }
    expect(changed.map(([address]) => address)).toContain(`/fr/organisations/${own}`);
    if (what.startsWith("what it is called")) expect(changed.map(([address]) => address)).toContain("/fr/organisations?q=retour");
    before = after;
  });
});

it("the profile, the place and the list that a reader opens say what they show", () => {
  for (const address of [
    "/fr/organisations",
    "/fr/organisations/aracem",
    "/fr/zones/gao",
    "/fr/zones/gao?theme=women_rights",
    "/fr/organisations?zone=gao&theme=women_rights",
    "/fr/organisations?q=association",
    "/fr/organisations?q=retour",
    "/api/v1/organisations",
    "/api/v1/organisations/aracem",
  ]) {
    expect(before.get(address)?.shows?.size, address).toBeGreaterThan(0);
  }
  expect([...before].flatMap(([address, { shows }]) => (shows?.has(id) ? [address] : []))).toContain("/fr/organisations/aracem");
  expect(before.get(`/fr${ABOUT_HIDDEN}`)?.shows ?? null).toBe(null);
});

describe("the lists are others", () => {
  const CHANGES: Record<string, () => Promise<unknown>> = {
    "when a filter finds an entry that it did not find": () => change(own, { zones: ["ML-7", "ML-1"] }),
    "when an entry says a theme": () => change(own, { themes: ["women_rights", "youth_support"] }),
    "when an entry moves among names": () => change(own, { name: "Zone d’essai" }),
    "when an entry is shown": async () => setPublished(actor, await create({ name: "Essai Neuf" }), true),
    "when whoever moves the revision does not say": () => database().$executeRaw`UPDATE directory_revision SET "revision" = "revision" + 1`,
  };
  it.each(Object.keys(CHANGES))("%s", async (what) => {
    const { listed } = await revision.read();
    await CHANGES[what]!();
    expect(Number((await revision.read()).listed)).toBeGreaterThan(Number(listed));
  });
});
