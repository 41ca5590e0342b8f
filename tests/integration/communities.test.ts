import { beforeAll, describe, expect, it } from "vitest";
import { findCommunity, listCommunities } from "@/data/community/communities";
import { previewOrganisation } from "@/data/editing/preview";
import { listOfSource, placesOfSource } from "@/data/source/contents";
import { findSource, listSources } from "@/data/source/sources";
import { searchOrganisations } from "@/data/search/search";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { whileHidden } from "../support/hidden";

const MAPPING = "cartographie-osc-mali-2022";
const STUDY = "oim-samuel-hall-mali-2018";
const OFII = "office-francais-d-immigration-et-d-integration";
const CAFO = "coordination-des-associations-et-ong-feminines";

async function slugsFound(search: string): Promise<string[]> {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(`${search}&pageSize=100`)));
  const result = parsed.ok ? await searchOrganisations(parsed.query) : parsed;
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.items.map(({ slug }) => slug);
}

beforeAll(loadCartography, 120_000);

describe("the communities", () => {
  it("come in the order of their overall score", async () => {
    const slugs = (await listCommunities()).communities.map(({ slug }) => slug);
    expect(slugs).toEqual(["bamako-commune-iv", "sikasso", "kita", "kati", "kayes", "kirane-yelimane", "bafoulabe"]);
  });

  it("have a profile with its zones from the region down", async () => {
    const kayes = await findCommunity("kayes");
    expect(kayes?.zones.map(({ slug, level }) => [slug, level])).toEqual([
      ["kayes", "region"],
      ["kayes-cercle", "cercle"],
      ["kayes-ville", "commune"],
    ]);
    expect(kayes?.indicators.survey).toHaveLength(17);
    expect(kayes?.rankedAmong).toBe(7);
    expect(kayes?.actors.map(({ organisations }) => organisations.map(({ slug }) => slug))).toEqual([["grdr"], ["enda-mali"], ["action-plus"], ["amrk"], []]);
  });

  it("are unknown under another slug", async () => {
    expect(await findCommunity("gao")).toBeNull();
  });

  it("say nothing of an actor while one of its organisations is hidden, and find the others no longer by it", async () => {
    const actors = async (slug: string) => (await findCommunity(slug))!.actors.map(({ name }) => name);
    const inCommuneIv = () => slugsFound("community=bamako-commune-iv&kind=donor&kind=cso&kind=public_institution");
    expect(await actors("bamako-commune-iv")).toContain("GRDR – OFII");
    expect(await inCommuneIv()).toEqual(expect.arrayContaining(["grdr", OFII]));
    await whileHidden(OFII, async () => {
      expect(await actors("bamako-commune-iv")).not.toContain("GRDR – OFII");
      expect(await inCommuneIv()).not.toContain("grdr");
      const { organisation } = (await previewOrganisation(await makeActor("editor"), OFII))!;
      expect(organisation.presences.map(({ slug }) => slug)).toEqual(["bamako-commune-iv-grdr-office-francais-d-immigration-et-d-integration"]);
    });
    expect(await inCommuneIv()).toContain("grdr");
  });
});

describe("the sources", () => {
  it("say what they gave", async () => {
    const [mapping, study] = await listSources();
    expect([mapping?.slug, study?.slug]).toEqual([MAPPING, STUDY]);
    expect(mapping?.counts).toMatchObject({ entries: 196, communities: 0 });
    const talk = (await findSource("communication-migration-mali-2007"))!;
    const places = await placesOfSource(talk.slug);
    expect(talk.counts.entityStatements).toBeGreaterThan(100);
    expect(places.reduce((sum, { entityStatements }) => sum + entityStatements, 0)).toBe(talk.counts.entityStatements);
    expect(study?.counts).toMatchObject({ communities: 7, communityFigures: 246, communityActors: 39 });
    expect(study?.publishedOn).toBeNull();
  });

  it("count, place by place, what is in the tables", async () => {
    const places = await placesOfSource(MAPPING);
    const of = (place: string | null) => places.find((item) => item.place === place);
    expect(of("Tableau 2")?.organisations).toHaveLength(27);
    // Its 22 rows, and Koniakary, whose cercle the row of Endam names.
    expect(of("Tableau 6")?.organisations).toHaveLength(23);
    expect(of("Tableau 12")?.entries).toBe(29);
    expect(places.at(-1)?.place).toBeNull();
    const total = places.reduce((sum, { citations }) => sum + citations, 0);
    expect(total).toBe((await findSource(MAPPING))?.counts.citations);
  });

  it("count the figures and the actors of the study by its parts", async () => {
    const places = (await placesOfSource(STUDY)).filter(({ communityFigures, communityActors }) => communityFigures + communityActors > 0);
    const parts = places.map(({ place, communityFigures, communityActors }) => [place, communityFigures, communityActors]);
    expect(parts).toEqual([
      ["Tableau 1", 28, 0],
      ["Profils communautaires", 218, 0],
      ["Cartographie des acteurs", 0, 39],
    ]);
  });

  it("give their lists whole and in order", async () => {
    expect(await listOfSource(MAPPING, "acronym")).toHaveLength(108);
    expect(await listOfSource(MAPPING, "bibliography")).toHaveLength(43);
    expect(new Set((await listOfSource(MAPPING, "method")).map(({ heading }) => heading)).size).toBe(5);
    expect(await listOfSource(STUDY, "acronym")).toEqual([]);
  });

  it("count and name nothing of a hidden organisation", async () => {
    const before = await findSource(MAPPING);
    await whileHidden(CAFO, async () => {
      const after = await findSource(MAPPING);
      expect(after!.counts.organisations).toBe(before!.counts.organisations - 1);
      expect(after!.counts.citations).toBeLessThan(before!.counts.citations);
      const named = (await placesOfSource(MAPPING)).flatMap(({ organisations }) => organisations.map(({ slug }) => slug));
      expect(named).not.toContain(CAFO);
    });
  });

  it("are unknown under another slug", async () => {
    expect(await findSource("nope")).toBeNull();
  });
});
