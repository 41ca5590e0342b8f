import { termsOf } from "../support/local-terms";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { setPublished } from "@/data/editing/publication";
import { presentIndex, type SearchState } from "@/data/search/present";
import { addZone } from "@/data/zone/add";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";

/** The index after a change, which takes in the changed entries alone where it may, is the one that a new server loads. */

let admin: Actor;
const { create, change } = editing(() => admin);
const { code } = termsOf(() => admin);
const holder = globalThis as { directorySearch?: { state: SearchState } };

/** All that readers can tell of an index: names, counts, and what some texts find. Those of organisations that nobody names stay in memory. */
function toldBy({ index, reference: { zones, sources, records, labels }, names }: SearchState): string {
  const every = { included: new Map(), excluded: new Map() };
  const counts = index.countsOf(every);
  const facets = index.facets.names.flatMap((facet, number) => (counts[number]! > 0 ? [[facet, counts[number], names.byNumber[number]]] : []));
  const texts = ["essai", "saboucire", "defait", "reseau", "paix", "migrants"].map((text) =>
    index.search({ text, choice: every, sort: "name", from: 0, count: 400 }),
  );
  const inOrder = index.search({ text: "", choice: every, sort: "name", from: 0, count: 400 });
  const found = [...texts, inOrder].map(({ ids, total, correction }) => ({ ids: [...ids], total, correction }));
  return JSON.stringify({ zones, sources, records, labels, facets: facets.sort(), found }, (_, value: unknown) =>
    value instanceof Map ? [...value].sort() : value,
  );
}

/** The index as it follows a change, and whether it read the names of everything anew for that. */
async function afterChange(work: () => Promise<unknown>): Promise<{ state: SearchState; isReadAnew: boolean }> {
  const { reference } = await presentIndex();
  await work();
  const state = await presentIndex();
  return { state, isReadAnew: state.reference !== reference };
}

async function loaded(): Promise<SearchState> {
  const { directorySearch } = holder;
  delete holder.directorySearch;
  const state = await presentIndex();
  holder.directorySearch = directorySearch;
  return state;
}

let own: string;
let network: string;
let theme: string;

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
  await database().source.create({ data: { slug: "receipt", title: "Essai de récépissé", kind: "receipt", language: "fr" } });
  network = await create({ name: "Essai d’un réseau", kind: "network" });
  own = await create({ name: "Essai qui change", zones: ["ML-7"], themes: ["women_rights"] });
  for (const slug of [network, own]) await setPublished(admin, slug, true);
  await change(own, { networks: [network] });
  theme = await code("theme", "Essai de ce qui se défait", "Trial of what is undone");
}, 60_000);

const OWN: [string, () => Promise<unknown>][] = [
  ["an acronym", () => change(own, { acronym: "EQC" })],
  ["a theme, a place and a kind of perimeter", () => change(own, { themes: ["youth_support"], zones: ["ML-1", "ML-7"], perimeter: "local" })],
  ["fewer places", () => change(own, { zones: ["ML-7"] })],
  ["a name", () => change(own, { name: "Zone d’essai" })],
];
const OTHERS: [string, () => Promise<unknown>][] = [
  ["a theme of the consortium", () => change(own, { themes: [theme] })],
  ["that theme no longer", () => change(own, { themes: ["women_rights"] })],
  ["that theme again", () => change(own, { themes: [theme] })],
  ["another source", () => change(own, { legal_status: "declared" }, { source: "receipt" })],
  ["that source no longer", () => change(own, { legal_status: null })],
  ["no network", () => change(own, { networks: [] })],
  ["a network", () => change(own, { networks: [network] })],
  ["what the network is called", () => change(network, { name: "Réseau d’essai" })],
  ["a new place", () => addZone(admin, { name: "Sabouciré", level: "commune", inside: "kayes-cercle", source: "receipt" })],
  ["an entry that is hidden", async () => ({ ok: await setPublished(admin, network, false) })],
];

describe.each([
  ["reads the changed entry alone", OWN, false],
  ["reads the names of everything anew", OTHERS, true],
] as const)("%s", (_, changes, expected) => {
  it.each(changes as typeof OWN)("after a change of %s", async (_what, work) => {
    const { state, isReadAnew } = await afterChange(async () => expect(await work()).toMatchObject({ ok: true }));
    expect(toldBy(state)).toBe(toldBy(await loaded()));
    expect(isReadAnew).toBe(expected);
  });
});
