import { describe, expect, it } from "vitest";
import { FILTER_GROUPS, parametersOf, parseDirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";
import { staticMarkup } from "@/components/static-markup";
import { createElement } from "react";
import { viewTitle } from "@/features/directory/view-title";
import type { Locale } from "@/i18n/locales";

const chosen = (value: string, more: Partial<FacetValue> = {}): FacetValue => ({ value, label: null, count: 1, selected: true, excluded: false, ...more });
const kayes = chosen("kayes", { label: "Kayes", code: "ML-1", level: "region", parent: "mali" });

function titleOf(facets: Partial<Record<FilterGroup, FacetValue[]>>, parameters = "", locale: Locale = "fr"): string {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(parameters)));
  if (!parsed.ok) throw new Error("refused");
  const all = Object.fromEntries(FILTER_GROUPS.map((group) => [group, facets[group] ?? []])) as Record<FilterGroup, FacetValue[]>;
  return viewTitle(locale, parsed.query, all, new Map()).replaceAll("\u00a0", " ");
}

describe("the title of a view of the list", () => {
  it("is that of the list when nothing limits it", () => {
    expect(titleOf({})).toBe("Organisations");
    expect(titleOf({}, "page=3", "en")).toBe("Organisations: page 3");
  });

  it("names the text, the filters and the page, in both languages", () => {
    const facets = { typology: [chosen("national_ngo")], zone: [kayes] };
    expect(titleOf(facets)).toBe("Organisations : associations et ONG nationales, région de Kayes");
    expect(titleOf(facets, "", "en")).toBe("Organisations: national associations and NGOs, Kayes region");
    expect(titleOf(facets, "q=femmes&page=2")).toBe("Organisations : « femmes », associations et ONG nationales, région de Kayes, page 2");
  });

  it("says or within a group, and what is left out last", () => {
    const theme = [chosen("women_rights", { selected: false, excluded: true })];
    const zone = [kayes, chosen("ansongo", { label: "Ansongo", code: "ML-7-ansongo", level: "cercle", parent: "gao" })];
    expect(titleOf({ theme, zone })).toBe("Organisations : région de Kayes ou cercle d’Ansongo, sauf droit et protection des femmes");
    expect(titleOf({ theme, zone }, "", "en")).toBe("Organisations: Kayes region or Ansongo cercle, except women’s rights and protection");
  });

  it("keeps the capitals of names and of acronyms, and calls countries as the language does", () => {
    expect(titleOf({ typology: [chosen("international_ngo")] })).toContain(": ONG et organisations internationales de solidarité");
    expect(titleOf({ network: [chosen("ramdel", { label: "RAMDEL" })] })).toBe("Organisations : réseau RAMDEL");
    const zone = [chosen("allemagne", { label: "Allemagne", code: "DE", level: "country", parent: null })];
    expect(titleOf({ zone })).toBe("Organisations : Allemagne");
    expect(titleOf({ zone }, "", "en")).toBe("Organisations: Germany");
  });

  it("says what is not known", () => {
    expect(titleOf({ theme: [chosen("unknown")] })).toBe("Organisations : thème : non renseigné");
    expect(titleOf({ theme: [chosen("unknown")] }, "", "en")).toBe("Organisations: theme not known");
  });

  it("stays short whatever is asked, and counts what it does not name", () => {
    const zone = Array.from({ length: 50 }, (_, index) =>
      chosen(`z${index}`, { label: "Un nom de lieu qui ne finit pas ".repeat(9), code: `ML-1-${index}`, level: "commune" }),
    );
    const theme = ["youth_support", "women_rights", "child_rights", "transit_assistance"].map((code) => chosen(code, { selected: false, excluded: true }));
    const title = titleOf({ zone, theme, typology: [chosen("national_ngo")] }, `q=${"m".repeat(200)}&page=99`);
    expect(title.length).toBeLessThanOrEqual(170);
    expect(titleOf({ zone }).length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/^Organisations : « m{64}… », 6 autres critères, page 99$/);
  });

  it("is a text wherever it stands", async () => {
    const title = titleOf({}, `q=${encodeURIComponent("</title><script>alert(1)</script>")}`);
    expect(title).toContain("</title><script>");
    expect(await staticMarkup(createElement("title", null, title))).not.toContain("<script>");
  });
});
