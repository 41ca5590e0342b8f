import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { findCommunity } from "@/data/community/communities";
import { publicNetworks } from "@/data/network/networks";
import { addressesOfPart } from "@/data/organisation/addresses";
import { publicOrganisationExists } from "@/data/organisation/exists";
import { keyLists } from "@/data/organisation/key-figures";
import { refreshWholeSearch } from "@/data/search/search-rows";
import { suggestSearch } from "@/data/search/suggest";
import { findPublicOrganisation, organisationsInSameZones } from "@/data/organisation/profile";
import { placesOfSource } from "@/data/source/contents";
import { findSource } from "@/data/source/sources";
import type { DirectoryQuery } from "@/domain/filters";
import { loadMap } from "@/features/map/load-map";
import { loadZone } from "@/features/zones/load-zone";
import { atomAnswer } from "@/features/open-data/atom";
import { citationsAnswer, csvAnswer, listAnswer } from "@/features/open-data/list";
import { organisationAnswer } from "@/features/open-data/one";
import { sitemapAnswer } from "@/features/open-data/sitemap";
import { loadCartography } from "../support/cartography";

/** Words that stand nowhere in the cartography, so that finding one anywhere is a leak. */
const HIDDEN = { name: "Association Xylophanie (essai)", slug: "xylophanie-essai", word: "xylophanie" };
const SECRET = "zerkouane";

const SOURCE = "cartographie-osc-mali-2022";
const EVERYTHING: DirectoryQuery = { q: "", groups: {}, excluded: {}, sort: "name", page: 1, pageSize: 100 };

const get = (path: string) => new Request(`http://localhost${path}`);

/** Everything a stranger can read without an account, by the name of the exit. */
const EXITS: Record<string, () => Promise<string>> = {
  list: async () => (await listAnswer(get("/api/v1/organisations?pageSize=100"))).text(),
  "list of all kinds": async () => (await listAnswer(get("/api/v1/organisations?pageSize=100&kind=cso&kind=network&kind=donor&kind=programme"))).text(),
  "search by name": async () =>
    (await listAnswer(get(`/api/v1/organisations?q=${HIDDEN.word}`))).text().then((text) => text.replaceAll(`"typed":"${HIDDEN.word}"`, "")),
  "search with a typing mistake": async () => (await listAnswer(get("/api/v1/organisations?q=xylofanie"))).text(),
  "search by the secret": async () => (await listAnswer(get(`/api/v1/organisations?q=${SECRET}`))).text(),
  suggestions: async () => JSON.stringify(await Promise.all([HIDDEN.word, HIDDEN.word.slice(0, 5), SECRET].map(suggestSearch))),
  feed: async () => (await atomAnswer(get("/api/v1/organisations.atom"))).text(),
  csv: async () => (await csvAnswer(get("/api/v1/organisations.csv"))).text(),
  citations: async () => (await citationsAnswer(get("/api/v1/citations.csv"))).text(),
  entry: async () => (await organisationAnswer(get("/"), "association-malienne-des-expulses")).text(),
  network: async () => (await organisationAnswer(get("/"), "federation-des-communautes-africaines-au-mali")).text(),
  neighbours: async () => JSON.stringify(await organisationsInSameZones("aracem", 100)),
  sitemap: async () => (await sitemapAnswer(get("/sitemap.xml"))).text(),
  map: async () => JSON.stringify(await loadMap(EVERYTHING)),
  zone: async () => JSON.stringify(await loadZone("gao", EVERYTHING)),
  networks: async () => JSON.stringify(await publicNetworks()),
  source: async () => JSON.stringify([await findSource(SOURCE), await placesOfSource(SOURCE)]),
  community: async () => JSON.stringify(await findCommunity("kayes")),
  "key figures": async () => JSON.stringify(await keyLists()),
};

async function hide(visibility: "confidential" | "consortium" | "public", published: boolean): Promise<void> {
  const db = database();
  await db.organisation.update({
    where: { slug: HIDDEN.slug },
    data: { visibility, publishedAt: published ? new Date() : null },
  });
  await refreshWholeSearch(db);
}

beforeAll(async () => {
  await loadCartography();
  const db = database();
  const [ame, fecam, gao, source] = await Promise.all([
    db.organisation.findUniqueOrThrow({ where: { slug: "association-malienne-des-expulses" } }),
    db.organisation.findUniqueOrThrow({ where: { slug: "federation-des-communautes-africaines-au-mali" } }),
    db.zone.findUniqueOrThrow({ where: { code: "ML-7" } }),
    db.source.findFirstOrThrow(),
  ]);
  const hidden = await db.organisation.create({
    data: {
      slug: HIDDEN.slug,
      name: HIDDEN.name,
      kind: "cso",
      visibility: "confidential",
      publishedAt: new Date(),
      zones: { create: { zoneId: gao.id } },
      networks: { create: { networkId: fecam.id } },
      members: { create: { memberId: ame.id } },
      citations: { create: { field: "name", value: HIDDEN.name, basis: "stated", sourceId: source.id, place: "Tableau 2" } },
    },
  });
  await db.partner.create({ data: { organisationId: ame.id, partnerId: hidden.id } });
  const actor = await db.communityActor.findFirstOrThrow({ where: { community: { slug: "kayes" }, organisationId: null } });
  await db.communityActor.update({ where: { id: actor.id }, data: { organisationId: hidden.id } });
  await db.citation.createMany({
    data: ["partners", "networks"].map((field) => ({
      organisationId: ame.id,
      field,
      value: HIDDEN.slug,
      text: HIDDEN.name,
      basis: "stated" as const,
      sourceId: source.id,
    })),
  });
  await db.restrictedValue.create({
    data: { organisationId: ame.id, field: "contacts", visibility: "confidential", payload: { channel: "phone", raw: SECRET } },
  });
}, 60_000);

describe.each([
  ["a confidential organisation", "confidential", true],
  ["one kept for the consortium", "consortium", true],
  ["one that is not published", "public", false],
] as const)("the public exits and %s", (_, visibility, published) => {
  beforeAll(() => hide(visibility, published), 60_000);

  it.each(Object.keys(EXITS))("keep it out of: %s", async (exit) => {
    const text = (await EXITS[exit]!()).toLowerCase();
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toContain(HIDDEN.word);
    expect(text).not.toContain(SECRET);
  });

  it("answer 404 for its entry, as for one that does not exist", async () => {
    expect((await organisationAnswer(get("/"), HIDDEN.slug)).status).toBe(404);
    expect(await findPublicOrganisation(HIDDEN.slug)).toBeNull();
    expect(await publicOrganisationExists(HIDDEN.slug)).toBe(false);
  });

  it("refuse it as a filter without telling it from an unknown one", async () => {
    for (const name of ["network", "partner"]) {
      expect((await listAnswer(get(`/api/v1/organisations?${name}=${HIDDEN.slug}`))).status).toBe(400);
    }
  });
});

describe("the same organisation, once public", () => {
  beforeAll(() => hide("public", true), 60_000);

  it("is found everywhere, so that the test above means something", async () => {
    for (const exit of [
      "list",
      "search by name",
      "search with a typing mistake",
      "csv",
      "citations",
      "entry",
      "network",
      "neighbours",
      "sitemap",
      "zone",
      "networks",
      "source",
      "community",
    ]) {
      expect((await EXITS[exit]!()).toLowerCase(), exit).toContain(HIDDEN.word);
    }
    expect((await addressesOfPart(1)).map(({ slug }) => slug)).toContain(HIDDEN.slug);
  });

  it("still keeps the restricted contact of another", async () => {
    for (const exit of Object.keys(EXITS)) expect(await EXITS[exit]!(), exit).not.toContain(SECRET);
  });
});
