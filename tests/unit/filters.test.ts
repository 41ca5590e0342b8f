import { describe, expect, it } from "vitest";
import { directorySearch, facetsOf, FILTER_GROUPS, PARAMETER_NAMES, parametersOf, parseDirectoryQuery, type FilterGroup } from "@/domain/filters";

const parse = (search: string, strict = false) => parseDirectoryQuery(parametersOf(new URLSearchParams(search)), strict ? PARAMETER_NAMES : undefined);
const problemsOf = (search: string, strict = false) => {
  const parsed = parse(search, strict);
  return parsed.ok ? [] : parsed.problems;
};

describe("the parameters of the public contract", () => {
  it("reads a repeated parameter as several values, once each", () => {
    const parsed = parse("typology=national_ngo&typology=local_organisation&typology=national_ngo");
    expect(parsed.ok && parsed.query.groups).toEqual({ typology: ["national_ngo", "local_organisation"] });
  });

  it("reads what a page receives as it reads a URL", () => {
    const expected = { q: ["kayes"], theme: ["youth_support", "child_rights"] };
    expect(parametersOf({ q: "kayes", theme: ["youth_support", "child_rights"] })).toEqual(expected);
    expect(parametersOf(new URLSearchParams("q=kayes&theme=youth_support&theme=child_rights"))).toEqual(expected);
  });

  it("takes an empty value for none, because a form sends every field", () => {
    const parsed = parse("q=&typology=&page=");
    expect(parsed).toEqual({ ok: true, query: { q: "", groups: {}, excluded: {}, sort: "name", page: 1, pageSize: 20 } });
  });

  it("sorts by relevance when something is looked for", () => {
    const parsed = parse("q=kayes");
    expect(parsed.ok && parsed.query.sort).toBe("relevance");
  });

  it("names the parameter, the value and what would be accepted", () => {
    expect(problemsOf("formality=maybe")).toEqual([
      { parameter: "formality", value: "maybe", reason: "unknown_value", accepted: ["formal", "informal", "unknown"] },
    ]);
  });

  it.each(["page=0", "page=-1", "page=abc", "page=1000000000", "pageSize=101", "pageSize=1.5", "sort=size", "kind=ngo", `q=${"a".repeat(201)}`])(
    "refuses %s",
    (search) => expect(problemsOf(search)).toHaveLength(1),
  );

  it("refuses a flood of values", () => {
    const flood = Array.from({ length: 500 }, (_, index) => `zone=z${index}`).join("&");
    expect(problemsOf(flood)).toEqual([expect.objectContaining({ parameter: "zone", reason: "too_many" })]);
  });

  it("refuses an unknown name where the reader is a program, and survives it where it is a person", () => {
    expect(problemsOf("typologie=local", true)).toEqual([expect.objectContaining({ parameter: "typologie", reason: "unknown_parameter" })]);
    expect(problemsOf("fbclid=123")).toEqual([]);
  });

  it("writes equal views as equal addresses", () => {
    const parsed = parse("page=1&pageSize=20&sort=name&theme=youth_support&q=");
    if (!parsed.ok) throw new Error("must parse");
    expect(directorySearch(parsed.query)).toBe("?theme=youth_support");
    expect(directorySearch(parsed.query, { page: 3 })).toBe("?theme=youth_support&page=3");
    expect(directorySearch(parsed.query, { groups: {} })).toBe("");
  });
});

describe("the facets of an organisation", () => {
  const none = Object.fromEntries(FILTER_GROUPS.map((group) => [group, []])) as unknown as Record<FilterGroup, string[]>;

  it("hold each value once, and unknown only in a group that accepts it", () => {
    const facets = facetsOf({ ...none, kind: ["cso"], zone: ["ML", "ML-1", "ML"], typology: ["national_ngo"] });
    expect(facets).toEqual(expect.arrayContaining(["kind:cso", "zone:ML", "zone:ML-1", "typology:national_ngo", "theme:unknown", "budget:unknown"]));
    expect(facets.filter((facet) => /^(zone|typology|network|partner|source|need):/.test(facet))).toHaveLength(3);
  });

  it("are unknown exactly where the parameter accepts unknown", () => {
    const unknown = FILTER_GROUPS.filter((group) => facetsOf(none).includes(`${group}:unknown`));
    expect(unknown).toEqual(["typology", "theme", "zone", "perimeter", "formality", "status", "budget", "country"]);
    for (const group of ["kind", "need"]) expect(problemsOf(`${group}=unknown`)).toHaveLength(1);
    for (const group of unknown) expect(problemsOf(`${group}=unknown`)).toEqual([]);
  });
});
