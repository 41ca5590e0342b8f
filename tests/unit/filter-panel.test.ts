import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { activeFilters } from "@/components/active-filters";
import { FoundBy } from "@/components/found-by";
import { Marked } from "@/components/marked";
import { FILTER_GROUPS, parametersOf, parseDirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";
import { FilterPanel } from "@/features/directory/filter-panel";
import { excludableValues, shownValues } from "@/features/directory/shown-values";

const facet = (value: string, count: number, more: Partial<FacetValue> = {}): FacetValue => ({
  value,
  label: null,
  count,
  selected: false,
  excluded: false,
  ...more,
});
const zone = (value: string, level: FacetValue["level"], parent: string | null, more: Partial<FacetValue> = {}) =>
  facet(value, 5, { label: value, level, parent, ...more });
const facetsWith = (some: Partial<Record<FilterGroup, FacetValue[]>>) =>
  Object.fromEntries(FILTER_GROUPS.map((group) => [group, some[group] ?? []])) as Record<FilterGroup, FacetValue[]>;

const namesOf = (group: FilterGroup, values: FacetValue[]) => shownValues(group, values).values.map(({ value }) => value);

describe("the values that the panel shows", () => {
  it("are all codes, those without organisations too, but no group that leads nowhere", () => {
    expect(namesOf("theme", [facet("youth_support", 0), facet("women_rights", 3)])).toEqual(["youth_support", "women_rights"]);
    expect(namesOf("theme", [facet("youth_support", 0), facet("women_rights", 0)])).toEqual([]);
    expect(namesOf("theme", [facet("youth_support", 0), facet("women_rights", 0, { excluded: true })])).toEqual(["youth_support", "women_rights"]);
  });

  it("are the ten most frequent of many records and those that are chosen, and the rest is counted", () => {
    const partners = Array.from({ length: 50 }, (_, index) => facet(`p${index}`, 50 - index, { selected: index === 40, excluded: index === 45 }));
    const { values, hidden } = shownValues("partner", partners);
    expect(values.map(({ value }) => value)).toEqual([...Array.from({ length: 10 }, (_, index) => `p${index}`), "p40", "p45"]);
    expect(hidden).toBe(38);
    expect(shownValues("partner", partners, true).values).toHaveLength(50);
  });

  it("end with what no source says", () => {
    const countries = [facet("unknown", 90), ...Array.from({ length: 30 }, (_, index) => facet(`C${index}`, 30 - index))];
    expect(namesOf("country", countries).at(-1)).toBe("unknown");
    expect(shownValues("country", countries).hidden).toBe(20);
  });

  it("of few zones are all of them; of many, the large ones and what lies in the chosen one", () => {
    const few = [zone("mali", "country", null), zone("kayes", "region", "mali"), zone("hameau", "locality", "kayes")];
    expect(namesOf("zone", few)).toEqual(["mali", "kayes", "hameau"]);

    const communes = Array.from({ length: 700 }, (_, index) => zone(`c${index}`, "commune", `cercle${index % 2}`));
    const upper = [...few, zone("cercle0", "cercle", "kayes"), zone("cercle1", "cercle", "kayes")];
    expect(namesOf("zone", [...upper, ...communes])).toEqual(["mali", "kayes"]);

    const chosen = upper.map((value) => (value.value === "cercle1" ? { ...value, selected: true } : value));
    const { values, hidden } = shownValues("zone", [...chosen, ...communes]);
    expect(values).toHaveLength(41);
    expect(values.filter(({ level }) => level === "commune").every(({ parent }) => parent === "cercle1")).toBe(true);
    expect(hidden).toBe(705 - 41);
  });
});

describe("the values that can be left out", () => {
  it("are those that some have and nobody chose", () => {
    const themes = [facet("youth_support", 3), facet("women_rights", 0), facet("child_rights", 2, { selected: true }), facet("unknown", 1)];
    expect(excludableValues("theme", themes).map(({ value }) => value)).toEqual(["youth_support", "unknown"]);
  });

  it("are the large zones, and the parts of a chosen one", () => {
    const zones = [
      zone("mali", "country", null),
      zone("kayes", "region", "mali", { selected: true }),
      zone("kita", "cercle", "kayes"),
      zone("gao", "region", "mali"),
      zone("ansongo", "cercle", "gao"),
      facet("unknown", 4),
    ];
    expect(excludableValues("zone", zones).map(({ value }) => value)).toEqual(["mali", "kita", "gao", "unknown"]);
  });
});

describe("the panel", () => {
  const everything = parseDirectoryQuery({});
  if (!everything.ok) throw new Error("refused");
  const panel = (facets: Record<FilterGroup, FacetValue[]>, unfolded?: FilterGroup, total = 87) =>
    renderToStaticMarkup(
      createElement(FilterPanel, {
        locale: "fr",
        query: everything.query,
        facets,
        total,
        form: "recherche",
        active: [],
        hrefOf: ({ sort }) => `/organisations?sort=${sort}`,
        unfolded,
        unfoldHref: (group) => `/organisations?deplier=${group}`,
      }),
    );

  it("folds a long group, and shows it whole with what can be left out when asked", () => {
    const facets = facetsWith({ country: Array.from({ length: 30 }, (_, index) => facet(`C${index}`, 30 - index)) });
    const folded = panel(facets);
    expect(folded.match(/value="C\d+"/g)).toHaveLength(10);
    expect(folded).not.toContain('value="-C');
    expect(folded).toContain('<a href="/organisations?deplier=country">Voir 20 choix de plus, ou exclure');
    const whole = panel(facets, "country");
    expect(whole.match(/value="C\d+"/g)).toHaveLength(30);
    expect(whole.match(/value="-C\d+"/g)).toHaveLength(30);
    expect(whole).toMatch(/<details class="filter" id="filtre-country" open/);
  });

  it("lets each value be asked for or left out by a checkbox of the form", () => {
    const html = panel(facetsWith({ theme: [facet("youth_support", 4), facet("unknown", 2)] }));
    expect(html).toContain('<input type="checkbox" form="recherche" name="theme" value="youth_support"/>');
    expect(html).toContain('<input type="checkbox" form="recherche" name="theme" value="-youth_support"/>');
    expect(html).toContain("Non renseigné");
    expect(html).toContain("sauf Non renseigné");
  });

  it("folds what no organisation has, unless it is chosen: it is told, and cannot be asked for", () => {
    const html = panel(facetsWith({ theme: [facet("youth_support", 0), facet("child_rights", 0), facet("women_rights", 0, { selected: true })] }));
    expect(html).toMatch(/<input type="checkbox" form="recherche" name="theme" checked="" value="women_rights"\/>/);
    expect(html).not.toMatch(/value="-?(youth_support|child_rights)"/);
    expect(html).toContain("<summary>2 choix sans organisation</summary>");
    expect(html).toContain("<li>Accompagnement de jeunes</li>");
  });

  it("opens the first questions, but only what is chosen beside a few organisations", () => {
    const facets = facetsWith({ typology: [facet("national_ngo", 2)], theme: [facet("women_rights", 1, { selected: true })] });
    const openGroups = (html: string) => [...html.matchAll(/id="filtre-(\w+)" open/g)].map(([, group]) => group);
    expect(openGroups(panel(facets, undefined, 6))).toEqual(["typology", "theme"]);
    expect(openGroups(panel(facets, undefined, 5))).toEqual(["theme"]);
  });

  it("is shown at once, on a phone too, when a group was asked for whole", () => {
    const facets = facetsWith({ theme: [facet("youth_support", 4)] });
    expect(panel(facets)).not.toContain("filters-shown");
    expect(panel(facets, "theme")).toContain("filters-shown");
  });

  it("keeps what is left out ticked, once, among the values", () => {
    const html = panel(facetsWith({ theme: [facet("youth_support", 4, { excluded: true })] }));
    expect(html.match(/value="-?youth_support"/g)).toEqual(['value="-youth_support"']);
    expect(html).toContain("sauf Accompagnement de jeunes");
  });
});

describe("the filters in place", () => {
  it("name what is left out, and can be taken away one by one", () => {
    const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams("theme=women_rights&theme=-youth_support&theme=-unknown&zone=kayes")));
    if (!parsed.ok) throw new Error("refused");
    const active = activeFilters(
      "fr",
      "/organisations",
      parsed.query,
      facetsWith({
        theme: [facet("women_rights", 3, { selected: true }), facet("youth_support", 2, { excluded: true }), facet("unknown", 9, { excluded: true })],
        zone: [zone("kayes", "region", "mali", { label: "Kayes", selected: true })],
      }),
    );
    expect(active.map(({ label, href }) => [label, decodeURIComponent(href)])).toEqual([
      ["Droit et protection des femmes", "/organisations?theme=-youth_support&theme=-unknown&zone=kayes"],
      ["sauf Accompagnement de jeunes", "/organisations?theme=women_rights&theme=-unknown&zone=kayes"],
      ["sauf Non renseigné", "/organisations?theme=women_rights&theme=-youth_support&zone=kayes"],
      ["Kayes", "/organisations?theme=women_rights&theme=-youth_support&theme=-unknown"],
    ]);
    expect(new Set(active.map(({ key }) => key)).size).toBe(4);
  });
});

describe("why an organisation was found", () => {
  it("is marked where it stands", () => {
    expect(
      renderToStaticMarkup(
        createElement(Marked, {
          text: "Femmes <et> droits",
          marks: [
            [0, 6],
            [12, 18],
          ],
        }),
      ),
    ).toBe("<mark>Femmes</mark> &lt;et&gt; <mark>droits</mark>");
  });

  it("is said in words when the heading does not show it", () => {
    const html = renderToStaticMarkup(
      createElement(FoundBy, {
        locale: "fr",
        matches: [
          { field: "name", text: "Enda", marks: [[0, 4]] },
          { field: "alias", text: "Endamm", marks: [[0, 6]] },
          { field: "zone", value: "kayes", label: "Kayes" },
          { field: "theme", value: "youth_support", label: null },
        ],
      }),
    );
    expect(html.replace(/<[^>]+>/g, "").replaceAll("\u00a0", " ")).toBe("Autre nom : Endamm · Zone d’intervention : Kayes · Thème : Accompagnement de jeunes");
  });

  it("is not repeated under a heading that shows it", () => {
    expect(renderToStaticMarkup(createElement(FoundBy, { locale: "fr", matches: [{ field: "acronym", text: "AME", marks: [[0, 3]] }] }))).toBe("");
  });
});
