import { describe, expect, it } from "vitest";
import { samePageIn, splitPath } from "@/i18n/locales";
import { pagesToShow } from "@/components/pagination";
import { placeInSource } from "@/components/place-in-source";
import type { PublicOrganisation } from "@/domain/published/organisation";
import type { FacetValue } from "@/domain/published/search";
import { zoneTree } from "@/features/directory/zone-tree";
import { referenceTo } from "@/components/reference";
import { bibtex } from "@/features/profile/cite";
import { organisationJsonLd } from "@/features/profile/json-ld";
import { filterValueLabel } from "@/i18n/filter-value";

describe("the same page in the other language", () => {
  it("adds or removes the prefix and keeps the parameters", () => {
    expect(samePageIn("en", "/organisations", "?theme=women_rights")).toBe("/en/organisations?theme=women_rights");
    expect(samePageIn("fr", "/en/organisations", "?q=a")).toBe("/organisations?q=a");
    expect(samePageIn("en", "/", "?x=1")).toBe("/en?x=1");
    expect(samePageIn("fr", "/en", "")).toBe("/");
  });

  it("does not take a path that begins with the same letters for a prefix", () => {
    expect(splitPath("/enda")).toEqual({ locale: "fr", path: "/enda" });
  });
});

describe("the pages that a pagination links to", () => {
  it("keeps the ends and the neighbours, and fills a gap of one page", () => {
    expect(pagesToShow(1, 5)).toEqual([1, 2, null, 5]);
    expect(pagesToShow(5, 9)).toEqual([1, null, 4, 5, 6, null, 9]);
    expect(pagesToShow(4, 6)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("stays within the list when the page asked for lies beyond it", () => {
    expect(pagesToShow(40, 3)).toEqual([1, 2, 3]);
  });
});

describe("a place in a source", () => {
  it("names the table, then the line or the lines", () => {
    expect(placeInSource("fr", { table: "Tableau 2", lineStart: 389, lineEnd: 389 })).toBe("Tableau 2, l. 389");
    expect(placeInSource("fr", { table: null, lineStart: 612, lineEnd: 615 })).toBe("l. 612–615");
    expect(placeInSource("fr", { table: null, lineStart: null, lineEnd: null })).toBe("");
  });

  it("does not group the digits of a line number", () => {
    expect(placeInSource("fr", { table: null, lineStart: 1204, lineEnd: null })).toBe("l. 1204");
  });
});

describe("the tree of zones", () => {
  const zone = (value: string, parent: string | null): FacetValue => ({ value, label: value, count: 1, selected: false, excluded: false, parent });

  it("sets each zone under the one around it, and keeps one whose surroundings are missing", () => {
    const tree = zoneTree([zone("mali", null), zone("kayes", "mali"), zone("paris", "ile-de-france"), zone("kita", "kayes")]);
    expect(tree.map(({ facet }) => facet.value)).toEqual(["mali", "paris"]);
    expect(tree[0]!.children[0]!.children[0]!.facet.value).toBe("kita");
  });
});

describe("the label of a filter's value", () => {
  it("translates codes and countries, and leaves a record its name", () => {
    expect(filterValueLabel("en", "country", "ML", "Mali")).toBe("Mali");
    expect(filterValueLabel("en", "country", "SN", "Sénégal")).toBe("Senegal");
    expect(filterValueLabel("fr", "network", "emdk", "Espace Migration")).toBe("Espace Migration");
    expect(filterValueLabel("fr", "perimeter", "national")).toBe("National");
    expect(filterValueLabel("fr", "theme", "unheard_of")).toBe("unheard_of");
  });
});

describe("a citation for a bibliography", () => {
  it("escapes what TeX reads as its own", () => {
    const entry = bibtex({
      slug: "a-b",
      name: "A & B {50 %}",
      site: "R",
      url: "https://x.example/a_b",
      updated: "2022-03-04T05:06:07Z",
      today: "2022-11-30T10:00:00Z",
      references: [],
    });
    expect(entry).toContain("title = {{A \\& B 50 \\%}}");
    expect(entry).toContain("urldate = {2022-11-30}");
    expect(entry).toContain("year = {2022}");
    expect(entry).not.toContain("note");
  });

  it("names the authors of the documents it rests on", () => {
    const references = [referenceTo("fr", { title: "Étude & enquête", author: "A. Auteure", publisher: null, publishedOn: "2020" })];
    const entry = bibtex({ slug: "a-b", name: "A", site: "R", url: "/a", updated: "2021-01-01T00:00:00Z", today: "2022-11-30T10:00:00Z", references });
    expect(entry).toContain("note = {A. Auteure, Étude \\& enquête, éditeur inconnu, 2020.}");
  });
});

describe("a profile for search engines", () => {
  const organisation = {
    kind: "cso",
    name: "</script><b>",
    acronym: null,
    aliases: [],
    description: { fr: null, en: null },
    foundedYear: null,
    zones: [],
    networks: [],
    contacts: [
      { channel: "email", raw: "ajdmorga@yahoofr", value: null, state: "invalid" },
      { channel: "website", raw: "Néant", value: null, state: "none" },
      { channel: "phone", raw: "20 24 11 22", value: "+22320241122", state: "ok" },
    ],
  } as unknown as PublicOrganisation;

  it("cannot close its element, and gives only contacts that can be used", () => {
    const text = organisationJsonLd(organisation, "https://x.example/organisations/a");
    expect(text).not.toContain("</script");
    expect(JSON.parse(text)).toMatchObject({ "@type": "NGO", name: "</script><b>", telephone: ["+22320241122"] });
    expect(JSON.parse(text)).not.toHaveProperty("email");
    expect(JSON.parse(text)).not.toHaveProperty("sameAs");
  });

  it("names one organisation, whatever the page and the address of the site", () => {
    const [french, english] = ["/organisations/a", "https://x.example/en/organisations/a"].map((url) => JSON.parse(organisationJsonLd(organisation, url)));
    expect(english["@id"]).toBe(french["@id"]);
    expect(french["@id"]).toMatch(/^urn:uuid:/);
    expect(english.url).toBe("https://x.example/en/organisations/a");
    expect(JSON.parse(organisationJsonLd({ ...organisation, slug: "b" }, french.url))["@id"]).not.toBe(french["@id"]);
  });
});
