import { isValidElement } from "react";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "@/data/client";
import { eraseFormerValues } from "@/data/change/erase";
import { acceptChangeSet } from "@/data/change/change-set";
import { projectEverything } from "@/data/change/project";
import type { NewStatement } from "@/data/change/statements";
import { setPublished } from "@/data/editing/publication";
import type { Actor } from "@/domain/actor";
import { LOADED_AT, loadCartography } from "../support/cartography";
// First: it gives Next what its server gives it.
import { readRoute, ROUTES, statusOf } from "../support/routes";
import { editing } from "../support/editing";
import { ABOUT_HIDDEN, CLOSED, EXITS, HIDDEN, SECRET, type Exit } from "../support/exits";
import { makeActor } from "../support/factories";
import { personsIn } from "../support/private-persons";

/** What components are given travels to the browser with a page, shown or not. */
const given = vi.hoisted(() => [] as unknown[]);
vi.mock("react/jsx-dev-runtime", async (original) => {
  const real = await original<{ jsxDEV: (type: unknown, props: unknown, ...more: unknown[]) => unknown }>();
  const jsxDEV: typeof real.jsxDEV = (type, props, ...more) => {
    if (typeof type !== "string") given.push(props);
    return real.jsxDEV(type, props, ...more);
  };
  return { ...real, jsxDEV };
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

async function hide(visibility: "confidential" | "consortium" | "public", published: boolean): Promise<void> {
  const db = database();
  await db.organisation.update({
    where: { slug: HIDDEN.slug },
    data: { visibility, publishedAt: published ? new Date() : null },
  });
  await projectEverything(db);
}

/** What every exit says when nothing is hidden, because there is nothing to hide. */
const without = new Map<string, [string, string][]>();

beforeEach(() => void vi.setSystemTime(LOADED_AT));

beforeAll(async () => {
  vi.setSystemTime(LOADED_AT);
  await loadCartography();
  for (const route of Object.keys(EXITS)) without.set(route, await everything(route));
  const db = database();
  const [ame, fecam, aracem, gao, source] = await Promise.all([
    db.organisation.findUniqueOrThrow({ where: { slug: "association-malienne-des-expulses" } }),
    db.organisation.findUniqueOrThrow({ where: { slug: "federation-des-communautes-africaines-au-mali" } }),
    db.organisation.findUniqueOrThrow({ where: { slug: "aracem" } }),
    db.zone.findUniqueOrThrow({ where: { code: "ML-7" } }),
    db.source.findUniqueOrThrow({ where: { slug: "cartographie-osc-mali-2022" } }),
  ]);
  const { id } = await db.organisation.create({
    data: { slug: HIDDEN.slug, name: HIDDEN.name, kind: "cso", visibility: "confidential", publishedAt: new Date() },
  });
  let position = 0;
  const said = (organisationId: number, field: string, value: Partial<NewStatement>): NewStatement => ({
    ...{ organisationId, field, ...value, basis: "stated", sourceId: source.id, place: null, lineStart: null, lineEnd: null },
    ...{ words: HIDDEN.name, saidOn: null, cited: true, position: 100 + (position += 1) },
  });
  const kayes = await db.zone.findUniqueOrThrow({ where: { slug: "kayes-ville" } });
  const presence = await db.entity.create({ data: { noun: "presence", slug: `kayes-${HIDDEN.slug}`, position: 9999, publishedAt: new Date() } });
  const entities = await db.entity.findMany({
    where: { slug: { in: ["mecanisme-de-referencement-national", "tokten", "se-preparer-au-dialogue", "approfondir-les-instruments"] } },
  });
  const NAMING = { body: "members", programme: "operators", event: "organisers", sheet: "organisations", recommendation: "potential_partners" };
  const restricted = {
    ...said(ame.id, "contacts", { channel: "phone", raw: SECRET, contactState: "ok" }),
    organisationId: ame.id,
    visibility: "confidential" as const,
  };
  await acceptChangeSet(
    db,
    { author: { importName: "essai" }, action: "imported" },
    {
      items: [{ organisationId: id, field: null }],
      statements: [
        { ...said(id, "name", { text: HIDDEN.name }), place: "Tableau 2" },
        said(id, "kind", { code: "cso" }),
        said(id, "typology", { code: "local_organisation" }),
        said(id, "legal_status", { code: "declared" }),
        said(id, "member_count", { number: 12 }),
        said(id, "interviewed", { code: "true" }),
        said(id, "zones", { valueZoneId: gao.id }),
        said(id, "themes", { code: "women_rights" }),
        said(id, "chains", { code: "mango" }),
        said(id, "chains", { code: "livestock" }),
        said(id, "partner_groups", { code: "research" }),
        said(id, "networks", { valueOrganisationId: fecam.id }),
        said(id, "partners", { valueOrganisationId: aracem.id }),
        said(ame.id, "networks", { valueOrganisationId: id }),
        said(ame.id, "partners", { valueOrganisationId: id }),
        ...entities.map((entity) => ({
          ...said(id, NAMING[entity.noun as keyof typeof NAMING], { valueOrganisationId: id }),
          organisationId: undefined,
          entityId: entity.id,
        })),
        ...[said(id, "name", { text: HIDDEN.name }), said(id, "zone", { valueZoneId: kayes.id }), said(id, "organisations", { valueOrganisationId: id })].map(
          (one) => ({
            ...{ ...one, organisationId: undefined, entityId: presence.id },
          }),
        ),
      ],
      restricted: [restricted],
    },
  );
}, 120_000);

it("every route of the application is walked below", () => {
  expect([...ROUTES.keys()].sort()).toEqual([...Object.keys(EXITS), ...Object.keys(CLOSED)].sort());
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
