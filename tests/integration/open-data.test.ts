import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { EXPORT_COLUMN_NAMES } from "@/domain/export-columns";
import { citationsAnswer, csvAnswer, listAnswer } from "@/features/open-data/list";
import { organisationAnswer } from "@/features/open-data/one";
import { unknownAddressAnswer } from "@/features/open-data/unknown";
import { loadCartography } from "../support/cartography";

const get = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://annuaire.example${path}`, { headers: { host: "annuaire.example", ...headers } });

beforeAll(loadCartography, 60_000);

describe("GET /api/v1/organisations", () => {
  it("answers what the public contract says", async () => {
    const answer = await listAnswer(get("/api/v1/organisations?q=AEI"));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const body = await answer.json();
    expect(body).toMatchObject({ total: 2, page: 1, pageSize: 20 });
    const aei = body.items.find(({ slug }: { slug: string }) => slug === "afrique-europe-interact-mali");
    expect(aei).toMatchObject({
      slug: "afrique-europe-interact-mali",
      name: "Afrique Europe Interact Mali",
      acronym: "AEI",
      kind: "cso",
      typology: "network_platform",
      perimeter: "international",
      formality: "informal",
      legalStatus: "de_facto",
      budgetTier: { value: "variable", basis: "typology" },
      memberCount: 6,
      interviewed: true,
      verifiedAt: null,
      url: "/organisations/afrique-europe-interact-mali",
    });
    expect(aei.zones).toContainEqual({ code: "ML-BKO", slug: "bamako", name: "Bamako", level: "region" });
    expect(aei.countries).toEqual(expect.arrayContaining(["ML", "SN"]));
    expect(body.facets.typology).toEqual([{ value: "network_platform", label: "Réseaux et plateformes", count: 2 }]);
  });

  it("labels facets in the language that the client prefers", async () => {
    const body = await (await listAnswer(get("/api/v1/organisations?q=AEI", { "accept-language": "en-GB,en" }))).json();
    expect(body.facets.typology[0].label).toBe("Networks and platforms");
  });

  it.each([
    ["formality=maybe", "formality"],
    ["zone=atlantide", "zone"],
    ["page=0", "page"],
    ["typologie=local", "typologie"],
    ["page=1&page=2", "page"],
    ["pageSize=5&pageSize=5", "pageSize"],
    ["sort=name&sort=updated", "sort"],
    ["q=kayes&q=gao", "q"],
  ])("refuses %s with the name of the parameter and what it takes", async (search, parameter) => {
    const answer = await listAnswer(get(`/api/v1/organisations?${search}`));
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    const body = await answer.json();
    expect(body.parameters[0].name).toBe(parameter);
    expect(body.parameters[0].accepted.length).toBeGreaterThan(0);
    expect(body.detail).toContain(parameter);
  });
});

describe("what an answer says of itself", () => {
  it("is in the language that weighs most, and says so where it has words", async () => {
    const list = await listAnswer(get("/api/v1/organisations?q=AEI", { "accept-language": "fr;q=0.3, en;q=0.8" }));
    expect((await list.json()).facets.typology[0].label).toBe("Networks and platforms");
    expect(list.headers.get("vary")).toBe("accept-language");
    for (const answer of [await organisationAnswer(get("/"), "ramdel"), await csvAnswer(get("/api/v1/organisations.csv"))])
      expect(answer.headers.get("vary")).toBeNull();
  });

  it("is a problem, open to every page, at an address that is none", async () => {
    const answer = await unknownAddressAnswer(get("/api/v2/organisations", { "accept-language": "en" }));
    expect([answer.status, answer.headers.get("access-control-allow-origin"), answer.headers.get("vary")]).toEqual([404, "*", "accept-language"]);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 404, title: "Unknown address", detail: expect.stringContaining("/api/v2/organisations") });
  });
});

describe("GET /api/v1/organisations/{slug}", () => {
  it("takes no parameter", async () => {
    const answer = await organisationAnswer(get("/api/v1/organisations/ramdel?lang=en", { "accept-language": "en" }), "ramdel");
    expect(answer.status).toBe(400);
    expect((await answer.json()).detail).toBe("There is no parameter “lang” at this address. This address takes none.");
  });

  it("gives contacts as printed and as usable, and cites every one", async () => {
    const body = await (await organisationAnswer(get("/"), "haut-conseil-des-maliens-de-l-exterieur")).json();
    expect(body.contacts).toContainEqual({ channel: "phone", raw: "+ 223 2202056", value: null, state: "invalid" });
    expect(body.contacts).toContainEqual({ channel: "website", raw: "Néant", value: null, state: "none" });
    expect(body.citations).toContainEqual(
      expect.objectContaining({ field: "legal_status", value: "public_utility", table: "Tableau 2", lineStart: 406, agrees: true }),
    );
  });

  it("keeps both sides of a contradiction", async () => {
    const body = await (await organisationAnswer(get("/"), "ramdel")).json();
    const zones = body.citations.filter((citation: { field: string }) => citation.field === "zones");
    expect(zones).toContainEqual(expect.objectContaining({ value: "ML-8", table: "Tableau 6", agrees: false }));
    expect(zones).toContainEqual(expect.objectContaining({ value: "ML-BKO", table: "Tableau 2", agrees: true }));
  });

  it("sets what is said of the typology apart", async () => {
    const body = await (await organisationAnswer(get("/"), "cams")).json();
    expect(body.problems).toEqual([]);
    expect(body.typologyStatements).toContainEqual(expect.objectContaining({ typology: "local_organisation", field: "problems", table: "Tableau 3" }));
  });

  it("tells a partnership from both sides, with the place where the other one says it", async () => {
    const partnerOf = async (slug: string) =>
      (await (await organisationAnswer(get("/"), slug)).json()).partnerOf.map(
        (by: { organisation: { slug: string }; citations: { table: string; lineStart: number }[] }) => [
          by.organisation.slug,
          ...by.citations.map(({ table, lineStart }) => [table, lineStart]),
        ],
      );
    const steering = ["comite-de-pilotage-des-sites-pdi", ["Encadré 4", 775]];
    const programme = ["cooperation-regionale-de-politiques-migratoires", ["Introduction", 262]];
    const mechanism = ["mecanisme-de-referencement-national", ["Encadré 4", 777]];
    for (const slug of [
      "direction-nationale-de-developpement-social",
      "ocha",
      "unicef",
      "programme-alimentaire-mondial",
      "onu-femmes",
      "save-the-children",
      "nrc",
    ]) {
      expect(await partnerOf(slug), slug).toContainEqual(steering);
    }
    for (const slug of ["expertise-france", "agence-francaise-de-developpement", "forim"]) expect(await partnerOf(slug), slug).toEqual([programme]);
    expect(await partnerOf("organisation-internationale-pour-les-migrations")).toEqual(expect.arrayContaining([steering, mechanism]));
    expect(await partnerOf("union-europeenne")).toEqual([["action-plus", ["Cartographie des acteurs", 3704]], ["emdk", ["Quelques données", 98]], mechanism]);
    expect(await partnerOf("conseil-danois-pour-les-refugies")).toEqual([["pimm", ["Tableau 11", 670]]]);
    expect(await partnerOf("mmeia")).toEqual([
      ["cadre-de-concertation-national-sur-la-migration", ["Tableau 11", 671]],
      ["organisation-internationale-pour-les-migrations", [null, 92]],
    ]);
    // AME names Grdr itself: only what it does not name is told so.
    expect(await partnerOf("association-malienne-des-expulses")).toEqual([programme]);
  });

  it("answers 404 with a sentence", async () => {
    const answer = await organisationAnswer(get("/"), "personne");
    expect(answer.status).toBe(404);
    expect((await answer.json()).detail).toContain("personne");
  });
});

describe("an answer that cannot be made", () => {
  it("says so without a word of what went wrong inside", async () => {
    await database().$executeRaw`ALTER TABLE organisation_search RENAME TO organisation_search_away`;
    try {
      for (const answer of [await listAnswer(get("/api/v1/organisations")), await csvAnswer(get("/api/v1/organisations.csv"))]) {
        expect(answer.status).toBe(500);
        expect(answer.headers.get("content-type")).toContain("application/problem+json");
        expect(await answer.text()).not.toMatch(/organisation_search|prisma|select/i);
      }
    } finally {
      await database().$executeRaw`ALTER TABLE organisation_search_away RENAME TO organisation_search`;
    }
    expect((await listAnswer(get("/api/v1/organisations"))).status).toBe(200);
  });
});

describe("the files", () => {
  it("are those of one page when the address names it", async () => {
    const slugsOf = async (answer: Promise<Response>, column: string) => [
      ...new Set((parse(await (await answer).text(), { columns: true, bom: true }) as Record<string, string>[]).map((row) => row[column])),
    ];
    for (const search of ["?page=2", "?zone=kayes&pageSize=5", "?q=retour&page=2&pageSize=3"]) {
      const { items } = await (await listAnswer(get(`/api/v1/organisations${search}`))).json();
      const shown = items.map(({ slug }: { slug: string }) => slug);
      expect(shown.length, search).toBeGreaterThan(1);
      expect(await slugsOf(csvAnswer(get(`/api/v1/organisations.csv${search}`)), "slug"), search).toEqual(shown);
      expect(await slugsOf(citationsAnswer(get(`/api/v1/citations.csv${search}`)), "organisation"), search).toEqual(shown);
    }
  });

  it("cite the organisations of the other file, in its order, whatever the filters", async () => {
    const rowsOf = async (answer: Promise<Response>) => parse(await (await answer).text(), { columns: true, bom: true }) as Record<string, string>[];
    for (const search of ["", "?zone=kayes&sort=members", "?kind=donor&kind=public_institution", "?q=retour&theme=-child_rights"]) {
      const listed = (await rowsOf(csvAnswer(get(`/api/v1/organisations.csv${search}`)))).map(({ slug }) => slug);
      const cited = (await rowsOf(citationsAnswer(get(`/api/v1/citations.csv${search}`)))).map(({ organisation }) => organisation);
      expect(listed.length, search).toBeGreaterThan(1);
      expect([...new Set(cited)], search).toEqual(listed);
    }
  });

  it("hold the columns of the contract, one line an organisation", async () => {
    const answer = await csvAnswer(get("/api/v1/organisations.csv?typology=network_platform"));
    expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    const bytes = new Uint8Array(await answer.clone().arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows = parse(await answer.text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(Object.keys(rows[0]!)).toEqual([...EXPORT_COLUMN_NAMES]);
    expect(rows).toHaveLength(23);
    expect(rows.find(({ slug }) => slug === "forim")).toMatchObject({
      member_count: "1000",
      budget_tier: "variable",
      budget_basis: "typology",
      verified_at: "",
    });
  });

  it("say who says what, where", async () => {
    const rows = parse(await (await citationsAnswer(get("/api/v1/citations.csv?q=AME"))).text(), { columns: true, bom: true }) as Record<string, string>[];
    expect(rows).toContainEqual(
      expect.objectContaining({
        organisation: "association-malienne-des-expulses",
        field: "legal_status",
        value: "framework_agreement",
        table: "Tableau 2",
        line_start: "411",
        agrees: "true",
      }),
    );
  });
});
