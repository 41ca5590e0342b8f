import { isValidElement } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/data/client";
import { eraseFormerValues } from "@/data/change/erase";
import { historyOf } from "@/data/change/history";
import { projectEverything } from "@/data/change/project";
import { undoChangeSet } from "@/data/change/undo";
import { archiveOrganisation, restoreOrganisation } from "@/data/editing/archive";
import { setPublished } from "@/data/editing/publication";
import { mergeOrganisations } from "@/data/merge/merge";
import type { Actor } from "@/domain/actor";
import { LOADED_AT, loadCartography } from "../support/cartography";
import { readRoute, ROUTES, statusOf } from "../support/routes";
import { editing } from "../support/editing";
import { ABOUT_HIDDEN, CLOSED, EXITS, HIDDEN, SECRET, type Exit } from "../support/exits";
import { makeActor } from "../support/factories";
import { hide, writeHidden } from "../support/hidden-organisation";
import { personsIn } from "../support/private-persons";

/** What components are given travels to the browser with a page, shown or not. */
const given = vi.hoisted(() => [] as unknown[]);
vi.mock("react/jsx-runtime", async (original) => {
  type Make = (type: unknown, props: unknown, ...more: unknown[]) => unknown;
  const real = await original<{ jsx: Make; jsxs: Make }>();
  const noting =
    (make: Make): Make =>
    (type, props, ...more) => {
      if (typeof type !== "string") given.push(props);
      return make(type, props, ...more);
    };
  return { ...real, jsx: noting(real.jsx), jsxs: noting(real.jsxs) };
});
const spread = (_: string, value: unknown) => (isValidElement(value) ? undefined : value instanceof Map || value instanceof Set ? [...value] : value);

/** Every address of a route with what a stranger is given for it. */
async function everything(route: string, kind?: keyof Exit): Promise<[address: string, text: string][]> {
  const { shows = [], counts = [], asks = [] } = EXITS[route]!;
  const paths = kind ? EXITS[route]![kind]! : [...shows, ...counts, ...asks];
  const addresses = route.startsWith("/[locale]") ? paths.flatMap((path) => [`/fr${path}`, `/en${path}`]) : paths;
  const texts: [string, string][] = [];
  for (const address of addresses) {
    given.length = 0;
    const text = await readRoute(route, address);
    texts.push([address, `${text}\n${JSON.stringify(given, spread)}`]);
  }
  return texts;
}

/** What every exit says when nothing is hidden, because there is nothing to hide. */
const without = new Map<string, [string, string][]>();

beforeEach(() => void vi.setSystemTime(LOADED_AT));

beforeAll(async () => {
  vi.setSystemTime(LOADED_AT);
  await loadCartography();
  for (const route of Object.keys(EXITS)) without.set(route, await everything(route));
  await writeHidden();
}, 120_000);

it("every route of the application is walked below", () => {
  expect([...ROUTES.keys()].sort()).toEqual([...Object.keys(EXITS), ...Object.keys(CLOSED)].sort());
});

it("what components are given is read as well as what they show", async () => {
  await everything("/[locale]/connexion");
  expect(given).not.toEqual([]);
});

it("none of them names a private person of the documents", () => {
  for (const [route, texts] of without) for (const [address, text] of texts) expect(personsIn(text), `${route} ${address}`).toEqual([]);
});

describe.each([
  ["a confidential organisation", "confidential", true],
  ["one kept for the consortium", "consortium", true],
  ["one that is not published", "public", false],
] as const)("the public exits and %s", (_, visibility, published) => {
  beforeAll(() => hide(visibility, published), 60_000);

  it.each(Object.keys(EXITS))(
    "say at %s what they would say if it did not exist",
    async (route) => {
      expect(Object.fromEntries(await everything(route))).toEqual(Object.fromEntries(without.get(route)!));
    },
    30_000,
  );

  it("answer 404 for its page", async () => {
    expect(await statusOf("/[locale]/organisations/[slug]", `/fr${ABOUT_HIDDEN}`)).toBe(404);
  });

  it.each(Object.entries(CLOSED))("open %s to nobody without an account", async (route, { ask, answer }) => {
    expect(await readRoute(route, ask)).toMatch(answer);
  });
});

describe("the public exits and an organisation that was public", () => {
  /** Its own address tells what became of it; everything else says nothing. */
  const isOwn = ([address]: [string, string]) => address.endsWith(ABOUT_HIDDEN);
  async function expectNothing(): Promise<void> {
    const others = (texts: [string, string][]) => Object.fromEntries(texts.filter((text) => !isOwn(text)));
    for (const route of Object.keys(EXITS)) expect(others(await everything(route)), route).toEqual(others(without.get(route)!));
    for (const [address, text] of await everything("/[locale]/organisations/[slug]", "shows"))
      if (isOwn([address, text])) expect(text.toLowerCase().split(HIDDEN.slug).join(""), address).not.toContain(HIDDEN.word);
  }

  it("say nothing more of it once it is archived, but that it is gone", async () => {
    await hide("public", true);
    const admin = await makeActor("admin");
    await archiveOrganisation(admin, HIDDEN.slug, HIDDEN.name);
    expect(await statusOf("/[locale]/organisations/[slug]", `/fr${ABOUT_HIDDEN}`)).toBe(410);
    await expectNothing();
    await restoreOrganisation(admin, HIDDEN.slug);
  }, 120_000);

  it("say nothing of it once it is merged into one that they do not show", async () => {
    await hide("public", true);
    const db = database();
    const dates = await db.organisation.findMany({ select: { id: true, updatedAt: true } });
    const entities = await db.entity.findMany({ select: { id: true, updatedAt: true } });
    const admin = await makeActor("admin");
    const survivor = await editing(() => admin).create({ name: "Essai de ce qui reste" }, { provenance: { source: "cartographie-osc-mali-2022" } });
    const versions = await Promise.all([survivor, HIDDEN.slug].map(async (slug) => (await db.organisation.findUniqueOrThrow({ where: { slug } })).version));
    const merging = { survivor, merged: HIDDEN.slug, versions: { survivor: versions[0]!, merged: versions[1]! }, takes: new Set<never>(), note: null };
    expect(await mergeOrganisations(admin, merging)).toEqual({ ok: true });
    // What named it was changed, which is no secret.
    for (const { id, updatedAt } of dates) await db.organisation.update({ where: { id }, data: { updatedAt } });
    for (const { id, updatedAt } of entities) await db.entity.update({ where: { id }, data: { updatedAt } });
    await projectEverything(db);
    expect(await statusOf("/[locale]/organisations/[slug]", `/fr${ABOUT_HIDDEN}`)).toBe(404);
    await expectNothing();
    const { entries } = (await historyOf(admin, HIDDEN.slug, 1))!;
    expect(await undoChangeSet(admin, entries[0]!.id, HIDDEN.slug)).toEqual({ ok: true, kept: [] });
  }, 120_000);
});

describe("the same organisation, once public", () => {
  beforeAll(() => hide("public", true), 60_000);

  // Without these the test above would mean nothing.
  it.each(Object.keys(EXITS).filter((route) => EXITS[route]!.shows))("is found at %s", async (route) => {
    for (const [address, text] of await everything(route, "shows")) expect(text.toLowerCase(), address).toContain(HIDDEN.word);
  });

  it.each(Object.keys(EXITS).filter((route) => EXITS[route]!.counts))("is counted at %s", async (route) => {
    const before = new Map(without.get(route));
    for (const [address, text] of await everything(route, "counts")) expect(text === before.get(address), address).toBe(false);
  });

  it("still keeps the restricted contact of another", async () => {
    for (const route of Object.keys(EXITS)) {
      const before = new Map(without.get(route));
      for (const [address, text] of await everything(route)) {
        // A text that was searched for is shown again to who typed it.
        expect(text.split(SECRET).length, address).toBe(before.get(address)!.split(SECRET).length);
      }
    }
  }, 60_000);
});

describe("what an entry said to everybody, and says no longer", () => {
  const MARKS = ["vibraphonie", "20 29 97 93", "20299793", "marimbatrie", "quartzite", "lithophone"];
  let editor: Actor;
  const { create, change } = editing(() => editor);
  let slug = "";

  /** What every exit says that a reader might find the entry at. */
  async function said(): Promise<string> {
    const addresses = ["shows", "counts", "asks"] as const;
    const texts: string[] = [];
    for (const route of Object.keys(EXITS))
      for (const kind of addresses) if (EXITS[route]![kind]) texts.push(...(await everything(route, kind)).map(([, text]) => text));
    for (const locale of ["fr", "en"]) texts.push(await readRoute("/[locale]/organisations/[slug]", `/${locale}/organisations/${slug}`));
    texts.push(await readRoute("/api/v1/organisations/[slug]", `/api/v1/organisations/${slug}`));
    for (const path of ["organisations", "organisations.csv", "organisations.atom", "citations.csv"])
      texts.push(await readRoute(`/api/v1/${path}`, `/api/v1/${path}?zone=gao`));
    return texts.join("\n").toLowerCase();
  }
  /** What a search says of it, but for the text that was typed. */
  const searches = () =>
    Promise.all(
      ["vibrafonie", "marimbatrei", "lithophonne"].map(async (typed) =>
        (await readRoute("/api/v1/organisations", `/api/v1/organisations?q=${typed}`)).toLowerCase(),
      ),
    );

  beforeAll(async () => {
    editor = await makeActor("admin");
    slug = await create({
      name: "Essai de ce qui n’est plus dit",
      alias: ["Vibraphonie du Nord"],
      contacts: [
        { channel: "phone", raw: "20 29 97 93", state: "ok" },
        { channel: "address", raw: "Rue de la Marimbatrie", state: "ok" },
      ],
      problems: ["Un manque de quartzite"],
      description_fr: "Elle fait du lithophone.",
      zones: ["ML-7"],
    });
    await setPublished(editor, slug, true);
  }, 60_000);

  it("was said at first", async () => {
    const before = await said();
    for (const mark of MARKS) expect(before).toContain(mark);
    for (const text of await searches()) expect(JSON.parse(text)).toMatchObject({ total: 1 });
  }, 60_000);

  it("is said nowhere once staff took it off, made it confidential or erased it", async () => {
    const restricted = [{ field: "contacts", visibility: "confidential", text: "20 29 97 93" }];
    await change(slug, { alias: [], contacts: [], problems: [], description_fr: null }, {}, restricted);
    const after = await said();
    for (const mark of MARKS) expect(after.split(mark).length, mark).toBe(1);
    for (const text of await searches()) expect([JSON.parse(text).total, MARKS.some((mark) => text.includes(mark))]).toEqual([0, false]);
    for (const field of ["alias", "contacts", "problems", "description"]) expect(await eraseFormerValues(editor, slug, field)).toBe(true);
    expect(await said()).toBe(after);
  }, 120_000);
});
