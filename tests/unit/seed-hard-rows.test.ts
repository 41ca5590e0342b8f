import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { beforeAll, describe, expect, it } from "vitest";
import { readMapping, type MappingFiles } from "@/data/sources/cartographie-osc-mali-2022/read";
import { organisationsOfMapping, type MappedOrganisation } from "../support/mapping";
import { MAPPING_FOLDER } from "../support/seed-files";

/** The rows of the document that are easy to get wrong. */

let files: MappingFiles;
let organisations: Map<string, MappedOrganisation>;
beforeAll(async () => {
  files = await readMapping(MAPPING_FOLDER);
  organisations = organisationsOfMapping(files.rows);
});

const get = (slug: string) => {
  const organisation = organisations.get(slug);
  if (!organisation) throw new Error(`no organisation "${slug}"`);
  return organisation;
};
const byAcronym = (acronym: string) => get([...organisations.values()].find((organisation) => organisation.acronym === acronym)!.slug);
const numbered = (number: number) => get(files.rows.tableau02.find((row) => row.number === number)!.organisation);
const contactsOf = (organisation: MappedOrganisation, channel: string) =>
  organisation.contacts.filter((contact) => contact.channel === channel).map(({ raw, usable, state }) => [raw, usable, state]);

describe("perimeters and statuses", () => {
  it("give rows 10 and 11 an international perimeter though they stand among the national NGOs", () => {
    for (const number of [10, 11]) expect(numbered(number)).toMatchObject({ typology: "national_ngo", perimeter: "international", perimeter_scale: null });
    expect(numbered(10).zones).toEqual(["ML-7", "ML-8", "NE", "LY"]);
  });

  it("give IDN (13) a local, regional perimeter", () => {
    expect(numbered(13)).toMatchObject({ acronym: "IDN", typology: "national_ngo", perimeter: "local", perimeter_scale: "regional", zones: ["ML-6"] });
  });

  it("infer the perimeter of CADERKAF (17), whose cell has no level", () => {
    const caderkaf = numbered(17);
    expect(caderkaf).toMatchObject({ perimeter: "international", zones: ["FR-IDF", "ML-1"] });
    expect(caderkaf.citations.find((citation) => citation.field === "perimeter")).toMatchObject({ basis: "inferred" });
  });

  it("give the four local organisations their scale", () => {
    expect([1, 2, 3, 4].map((number) => numbered(number).perimeter_scale)).toEqual(["regional", "intercommunal", "cercle", "village"]);
  });

  it("read the statuses of HCME, AME and AEI", () => {
    expect(byAcronym("HCME").legal_status).toBe("public_utility");
    expect(byAcronym("AME").legal_status).toBe("framework_agreement");
    expect(get("afrique-europe-interact-mali").legal_status).toBe("de_facto");
  });

  it("name Mali alone when its other countries are only counted, and Bamako with Mali when it is 'and the rest'", () => {
    expect(byAcronym("HCME").zones).toEqual(["ML"]);
    expect(byAcronym("CSDM").zones).toEqual(["ML"]);
    expect(byAcronym("FECAM").zones).toEqual(["ML-BKO", "ML"]);
    expect(byAcronym("CAMARCI").zones).toEqual(["ML-BKO", "ML"]);
  });

  it("tell the interviewed from those that were not, and from those of which nothing is said", () => {
    expect([1, 2, 3, 4].map((number) => numbered(number).interviewed)).toEqual([false, false, false, false]);
    expect(numbered(5).interviewed).toBe(true);
    expect(get("enda-mali").interviewed).toBeNull();
  });
});

describe("contradictions", () => {
  it("keep both lists of zones of RAMDEL, and mark what only one gives", () => {
    const ramdel = byAcronym("RAMDEL");
    const zones = ramdel.citations.filter((citation) => citation.field === "zones");
    expect(zones.filter((citation) => citation.place === "Tableau 2").map((citation) => citation.value)).toEqual(["ML-BKO", "ML-2", "ML-1-kita"]);
    expect(zones.filter((citation) => !citation.agrees).map((citation) => citation.value)).toEqual(["ML-1", "ML-4", "ML-3", "ML-8"]);
  });

  it("keep 'Néant' of Tableau 13 beside the site that Tableau 11 gives RAMDEL", () => {
    const ramdel = byAcronym("RAMDEL");
    expect(contactsOf(ramdel, "website")).toEqual([
      ["Néant", null, "none"],
      ["https://ramdel.webnode.fr/", "https://ramdel.webnode.fr/", "ok"],
    ]);
    const websites = ramdel.citations.filter((citation) => ["Néant", "https://ramdel.webnode.fr/"].includes(citation.text ?? ""));
    expect(websites.map((citation) => [citation.place, citation.agrees])).toEqual([
      ["Tableau 13", false],
      ["Tableau 11", false],
    ]);
  });

  it("keep the 20 communities that FECAM declares and the 19 that the document lists", () => {
    const counts = byAcronym("FECAM").citations.filter((citation) => citation.field === "member_count");
    expect(counts.map(({ value, agrees }) => [value, agrees])).toEqual([
      ["20", false],
      ["20", false],
      ["19", false],
    ]);
    expect([...organisations.values()].filter((member) => member.networks.includes(byAcronym("FECAM").slug))).toHaveLength(19);
  });

  it("keep both years of EMDK", () => {
    expect(
      byAcronym("EMDK")
        .citations.filter((citation) => citation.field === "founded_year")
        .map((citation) => citation.value),
    ).toEqual(["2008", "2011"]);
  });

  it("find nothing to set apart in the other organisations", () => {
    const set = [...organisations.values()].filter((organisation) => organisation.citations.some((citation) => !citation.agrees));
    expect(set.map((organisation) => organisation.acronym).sort()).toEqual(["EMDK", "FECAM", "RAMDEL"]);
  });
});

describe("contacts", () => {
  it("split the three phones of AME's address cell from its address", () => {
    const ame = byAcronym("AME");
    expect(contactsOf(ame, "phone")).toEqual([
      ["+223 20241122", "+22320241122", "ok"],
      ["66772111", "+22366772111", "ok"],
      ["71003000", "+22371003000", "ok"],
    ]);
    expect(contactsOf(ame, "address")[0]?.[1]).toMatch(/^Djélibougou route de Koulikoro/);
  });

  it("keep the number of HCME, one digit short, without a value", () => {
    expect(contactsOf(byAcronym("HCME"), "phone")).toEqual([["+ 223 2202056", null, "invalid"]]);
  });

  it("write every number as E.164, and only that of HCME has not the length of its country", () => {
    for (const { raw, value } of files.rows.contacts.filter((row) => row.channel === "phone")) {
      const parsed = parsePhoneNumberFromString(raw, "ML");
      expect(value, raw).toBe(parsed?.isPossible() ? parsed.number : null);
    }
    expect(files.rows.contacts.filter((row) => row.channel === "phone" && row.state === "invalid").map((row) => row.raw)).toEqual(["+ 223 2202056"]);
  });

  it("keep the mailbox of AJDM, which lacks its dot, without a value", () => {
    expect(contactsOf(byAcronym("AJDM"), "email")).toEqual([["ajdmorga@yahoofr", null, "invalid"]]);
    expect(contactsOf(byAcronym("AJDM"), "phone").map(([, value]) => value)).toEqual(["+22344420671", "+22376434731"]);
  });

  it("read the states that cells give instead of values", () => {
    expect(contactsOf(byAcronym("ARTD"), "website")).toEqual([["Pas fonctionnel", null, "not_working"]]);
    expect(contactsOf(byAcronym("BLAAM"), "facebook")).toEqual([["Facebook: BLAAM Mali", null, "ok"]]);
    expect(contactsOf(byAcronym("CADERKAF"), "email")).toEqual([["Néant", null, "none"]]);
    expect(contactsOf(byAcronym("GRAM"), "website")).toEqual([
      ["www.gram-inter.org (site en construction)", "http://www.gram-inter.org", "under_construction"],
    ]);
  });

  it("split mailboxes and numbers that share a cell", () => {
    expect(contactsOf(byAcronym("GRAM"), "email").map(([, value]) => value)).toEqual(["mali@gram-inter.org", "deyossaa@gmail.com"]);
    expect(contactsOf(get("grdr"), "email").map(([, value]) => value)).toEqual(["grdr@grdr.org", "kayes@grdr.org"]);
    expect(contactsOf(byAcronym("AMARC"), "phone").map(([, value]) => value)).toEqual(["+22392871400", "+22360808093"]);
    expect(contactsOf(byAcronym("SFA"), "address")).toHaveLength(2);
  });

  it("write mailboxes in lower case and sites with a scheme", () => {
    expect(contactsOf(get("afrique-europe-interact-mali"), "email")).toEqual([
      ["Infos@afrique-europe-interact.net", "infos@afrique-europe-interact.net", "ok"],
    ]);
    expect(contactsOf(byAcronym("AME"), "website")).toEqual([["www.expulsesmaliens.info", "http://www.expulsesmaliens.info", "ok"]]);
  });
});

describe("names", () => {
  it("tell Afrique Europe Interact Mali, informal with 6 members, from the African network of that name", () => {
    const places = (slug: string) =>
      new Set(
        get(slug)
          .citations.filter(({ field }) => field === "name")
          .map(({ place }) => place),
      );
    expect(get("afrique-europe-interact-mali")).toMatchObject({
      name: "Afrique Europe Interact Mali",
      acronym: "AEI",
      kind: "cso",
      typology: "network_platform",
      legal_status: "de_facto",
      network_scope: null,
      member_count: 6,
    });
    expect(places("afrique-europe-interact-mali")).toEqual(new Set(["Tableau 2", "Tableau 13"]));
    expect(get("afrique-europe-interact")).toMatchObject({ acronym: "AEI", kind: "network", legal_status: null, network_scope: "african", member_count: null });
    expect(places("afrique-europe-interact")).toEqual(new Set(["Tableau 11"]));
  });

  it("call network what Tableau 11 lists, and nothing else", () => {
    const networks = [...organisations.values()].filter(({ kind }) => kind === "network").map(({ slug }) => slug);
    expect(networks.sort()).toEqual(files.rows.tableau11.map(({ organisation }) => organisation).sort());
    expect(networks).toHaveLength(22);
  });

  it("tell Maison du Migrant from Direy Ben, which one cell joins", () => {
    const transit = files.rows.tableau05.filter((row) => row.theme === "transit_assistance").map((row) => row.organisation);
    expect(transit.slice(0, 2)).toEqual(["maison-du-migrant-de-gao", "direy-ben"]);
    expect(get("direy-ben")).toMatchObject({ perimeter: "local", zones: ["ML-7"] });
  });

  it("put MAHM under both its themes", () => {
    expect(byAcronym("MAHM").themes).toEqual(["transit_assistance", "return_reintegration"]);
  });

  it("keep every spelling as an alias of one record", () => {
    const aliases = (acronym: string) => byAcronym(acronym).alias;
    expect(aliases("CAMARCI")).toEqual(expect.arrayContaining(["CAMRCI", "Coordination des Associations des Maliens Rapatriés de la Côte d'Ivoire"]));
    expect(aliases("RAMDEL")).toEqual(expect.arrayContaining(["RAMDEL-Mali", "RAMDEL Mali"]));
    expect(aliases("GRAM")).toContain("Groupe Recherche et d'Actions sur la Migration");
    expect(aliases("AMARC")).toContain("Association Malienne des Rapatriés de la Centrafrique");
    expect(get("endam-diombougou").alias).toEqual(["Endamm Diombougou"]);
    expect(get("maison-du-migrant-de-gao").alias).toEqual(expect.arrayContaining(["Maison du Migrant de Gao/Caritas", "Maison du Migrant"]));
    expect(aliases("PANiDMR")).toContain("Réseau Panafricain de Défense des Droits des Migrants");
  });

  it("name every organisation, and sort every one, by a place of the document", () => {
    for (const organisation of organisations.values()) {
      const cited = new Set(organisation.citations.map((citation) => citation.field));
      expect(cited.has("name") && cited.has("kind"), organisation.slug).toBe(true);
      if (organisation.acronym) expect(cited.has("acronym"), organisation.slug).toBe(true);
    }
  });

  it("say nothing of an organisation that only its typology is said to have", () => {
    const fields = new Set([...organisations.values()].flatMap((organisation) => organisation.citations.map((citation) => citation.field)));
    for (const field of ["budget_tier", "problems", "added_values", "needs"] as const) expect(fields).not.toContain(field);
  });
});
