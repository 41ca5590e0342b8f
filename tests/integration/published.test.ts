import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "@/data/client";
import { findCommunity, listCommunities } from "@/data/community/communities";
import { publicNetworks } from "@/data/network/networks";
import { keyLists } from "@/data/organisation/key-figures";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { searchOrganisations } from "@/data/search/search";
import { suggestSearch } from "@/data/search/suggest";
import { listOfSource, placesOfSource } from "@/data/source/contents";
import { findSource, listSources } from "@/data/source/sources";
import { expressedNeeds } from "@/data/statistic/needs";
import { allStatistics } from "@/data/statistic/published";
import { findZone } from "@/data/zone/find";
import { zoneTree } from "@/data/zone/tree";
import { CITATION_COLUMNS } from "@/domain/export-columns";
import { parametersOf, parseDirectoryQuery } from "@/domain/filters";
import { PLURALS } from "@/domain/nouns";
import * as answers from "@/domain/published/answers";
import { communityProfile, communitySummary } from "@/domain/published/community";
import { expressedNeed, publishedStatistic, tableCount } from "@/domain/published/figure";
import { networkList } from "@/domain/published/network";
import { publicOrganisation } from "@/domain/published/organisation";
import { facets, foundOrganisation, searchCorrection, suggestions } from "@/domain/published/search";
import { sourceListEntry, sourcePlace, sourceSummary } from "@/domain/published/source";
import { placedZone, zoneRecord } from "@/domain/published/zone";
import { entitiesAnswer } from "@/features/open-data/entities";
import { figuresAnswer } from "@/features/open-data/figures";
import { citationsAnswer, listAnswer } from "@/features/open-data/list";
import { organisationAnswer } from "@/features/open-data/one";
import { suggestionsAnswer } from "@/features/open-data/suggestions";
import { loadCartography } from "../support/cartography";

const get = (path: string) => new Request(`http://annuaire.example/api/v1/${path}`, { headers: { host: "annuaire.example" } });

/** Fails with the path of what is missing, of another kind, or there without being described. */
function holds(schema: z.ZodType, value: unknown): void {
  const result = schema.safeParse(value);
  expect(result.success ? "" : z.prettifyError(result.error)).toBe("");
}

let slugs: string[];
beforeAll(async () => {
  await loadCartography();
  slugs = (await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug);
}, 60_000);

const SEARCHES = [
  "",
  "kind=cso&kind=network&kind=donor&kind=programme&page=2",
  "q=AME",
  "q=femmes+kayes&zone=gao",
  "q=asociation",
  "zone=unknown&theme=-youth_support",
];

describe("what the API answers is what is described, no more and no less", () => {
  it.each(SEARCHES)("a list: ?%s", async (search) => {
    const body: unknown = await (await listAnswer(get(`organisations?pageSize=100&${search}`))).json();
    holds(answers.listAnswer, body);
  });

  it("every organisation", async () => {
    expect(slugs.length).toBeGreaterThan(100);
    for (const slug of slugs) holds(answers.organisationAnswer, await (await organisationAnswer(get(`organisations/${slug}`), slug)).json());
  });

  it("suggestions", async () => {
    for (const q of ["a", "kay", "enfan", "aracem"]) holds(answers.suggestionsAnswer, await (await suggestionsAnswer(get(`suggestions?q=${q}`))).json());
  });

  it("a refusal", async () => {
    const refused = [await listAnswer(get("organisations?zone=atlantide&page=0")), await organisationAnswer(get("organisations/personne"), "personne")];
    for (const answer of refused) holds(answers.problemAnswer, await answer.json());
  });

  it("bodies, programmes and every other noun", async () => {
    for (const plural of Object.values(PLURALS)) {
      const answer = await (await entitiesAnswer(get(plural), plural)).json();
      holds(answers.entitiesAnswer, answer);
      const file = parse(await (await entitiesAnswer(get(`${plural}.csv`), `${plural}.csv`)).text(), { columns: true, bom: true }) as Record<string, string>[];
      expect(new Set(file.map(({ slug }) => slug)).size, plural).toBe(answer.total);
      expect(file.filter(({ value, source, line_start }) => !value || !source || !line_start)).toEqual([]);
    }
    for (const asked of ["persons", "bodies.xml"]) expect((await entitiesAnswer(get(asked), asked)).status).toBe(404);
    expect((await entitiesAnswer(get("bodies?zone=gao"), "bodies")).status).toBe(400);
  });

  it("figures, two sources side by side, with their reserves", async () => {
    const answer = await (await figuresAnswer(get("figures"), false)).json();
    holds(answers.figuresAnswer, answer);
    const inCoteDIvoire = answer.items.filter(({ measure }: { measure: string }) => measure === "malians_in_cote_d_ivoire");
    expect(inCoteDIvoire.map(({ value }: { value: number }) => value)).toEqual([2_000_000, 1_500_000]);
    expect(answer.items).toContainEqual(expect.objectContaining({ measure: "malians_in_europe", value: 300_000, moreThan: true }));
    const file = parse(await (await figuresAnswer(get("figures.csv"), true)).text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(file).toHaveLength(answer.total);
    expect(file.filter(({ label, label_en, source, line }) => !label || !label_en || !source || !line)).toEqual([]);
    expect((await figuresAnswer(get("figures?zone=gao"), false)).status).toBe(400);
  });

  it("the file of citations", async () => {
    const rows = parse(await (await citationsAnswer(get("citations.csv"))).text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(Object.keys(rows[0]!)).toEqual(Object.keys(CITATION_COLUMNS));
  });
});

describe("what pages read is what is described", () => {
  it.each(SEARCHES)("of a search: ?%s", async (search) => {
    const query = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
    if (!query.ok) throw new Error(search);
    const found = await searchOrganisations(query.query);
    if (!found.ok) throw new Error(search);
    holds(z.array(foundOrganisation), found.items);
    holds(facets, found.facets);
    holds(searchCorrection.nullable(), found.correction);
  });

  it("of suggestions", async () => {
    for (const q of ["kay", "enfan", "aracem"]) holds(suggestions, await suggestSearch(q));
  });

  it("of every organisation", async () => {
    for (const slug of slugs) holds(publicOrganisation, await findPublicOrganisation(slug));
  });

  it("of networks", async () => {
    for (const page of [1, 2]) holds(networkList, await publicNetworks(page));
  });

  it("of sources", async () => {
    const sources = await listSources();
    holds(z.array(sourceSummary).min(2), sources);
    for (const { slug } of sources) {
      holds(sourceSummary, await findSource(slug));
      holds(z.array(sourcePlace), await placesOfSource(slug));
      for (const list of ["acronym", "method", "bibliography"] as const) holds(z.array(sourceListEntry), await listOfSource(slug, list));
    }
  });

  it("of figures", async () => {
    holds(z.array(publishedStatistic).min(1), await allStatistics());
    holds(z.array(expressedNeed).min(1), await expressedNeeds());
    holds(z.record(z.string(), tableCount), await keyLists());
  });

  it("of zones", async () => {
    const tree = await zoneTree();
    holds(z.array(placedZone).min(50), tree);
    for (const { code } of tree) holds(zoneRecord, await findZone(code));
  });

  it("of communities", async () => {
    const { communities } = await listCommunities();
    holds(z.array(communitySummary).length(7), communities);
    for (const { slug } of communities) holds(communityProfile, await findCommunity(slug));
  });
});
