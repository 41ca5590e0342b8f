import { describe, expect, it } from "vitest";
import { suggestionSettings } from "@/components/search-box/settings";
import { sayCount, suggestionGroups } from "@/components/search-box/suggest.browser";
import type { Suggestions } from "@/domain/published/search";
import { lightSuggestions } from "@/features/open-data/light-suggestions";

const LONG = "Coordination des Associations de Développement des Cercles ".repeat(5);
const worst = (character: string): Suggestions => ({
  organisations: Array.from({ length: 6 }, (_, index) => ({ slug: `${index}`.padEnd(80, "x"), name: character.repeat(300), acronym: character.repeat(20) })),
  zones: Array.from({ length: 4 }, (_, index) => ({
    slug: `${index}`.padEnd(80, "x"),
    code: "ML-1",
    name: character.repeat(120),
    level: "commune" as const,
    count: 40_000,
  })),
  themes: [{ code: "return_reintegration", count: 40_000 }],
  entities: [{ noun: "programme", slug: "p".repeat(80), name: character.repeat(300), nameEn: null }],
});

describe("suggestions on the line", () => {
  it.each(["a", "é", "ߒ", "😀"])("never weigh more than 2 kB, even of %s alone", (character) => {
    const answer = lightSuggestions("fr", worst(character));
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(2048);
    expect(answer.organisations.length).toBeGreaterThan(0);
    expect(answer.themes).toHaveLength(1);
  });

  it("cut a long name between words and leave the others", () => {
    const { organisations } = lightSuggestions("fr", {
      organisations: [
        { slug: "a", name: LONG, acronym: null },
        { slug: "b", name: "Enda Mali", acronym: null },
      ],
      zones: [],
      themes: [],
      entities: [],
    });
    expect(organisations[0]!.name).toMatch(/^Coordination des Associations .* [A-Za-zé]+…$/);
    expect(organisations[0]!.name.length).toBeLessThanOrEqual(111);
    expect(organisations[1]!.name).toBe("Enda Mali");
  });

  it("name a country in the reader's language, and another place as the documents do", () => {
    const zones = [
      { slug: "allemagne", code: "DE", name: "Allemagne", level: "country" as const, count: 1 },
      { slug: "segou", code: "ML-4", name: "Ségou", level: "region" as const, count: 4 },
    ];
    const namesIn = (locale: "fr" | "en") => lightSuggestions(locale, { organisations: [], zones, themes: [], entities: [] }).zones.map(({ name }) => name);
    expect(namesIn("fr")).toEqual(["Allemagne", "Ségou"]);
    expect(namesIn("en")).toEqual(["Germany", "Ségou"]);
  });

  it("name a theme in the reader's language", () => {
    const found: Suggestions = { organisations: [], zones: [], themes: [{ code: "youth_support", count: 3 }], entities: [] };
    expect(lightSuggestions("fr", found).themes[0]!.label).toBe("Accompagnement de jeunes");
    expect(lightSuggestions("en", found).themes[0]!.label).not.toBe("Accompagnement de jeunes");
  });
});

describe("suggestions on the screen", () => {
  it("lead to the entry, or to the list of the place or of the theme, in the language of the page", () => {
    const groups = suggestionGroups(suggestionSettings("en"), {
      organisations: [{ slug: "ame", name: "Association", acronym: "AME" }],
      zones: [{ slug: "kayes", name: "Kayes", count: 1 }],
      themes: [{ code: "youth_support", label: "Youth", count: 12 }],
      entities: [{ noun: "programme", slug: "tokten", name: "Programme TOKTEN", label: "Programme", path: "/en/programmes#tokten", french: true }],
    });
    expect(groups.map(({ title }) => title)).toEqual(["Organisations", "Zones", "Bodies, programmes and sheets", "Themes"]);
    expect(groups.flatMap(({ suggestions }) => suggestions)).toEqual([
      { href: "/en/organisations/ame", name: "Association", note: "AME", french: true },
      { href: "/en/organisations?zone=kayes", name: "Kayes", note: "1 organisation", french: false },
      { href: "/en/programmes#tokten", name: "Programme TOKTEN", note: "Programme", french: true },
      { href: "/en/organisations?theme=youth_support", name: "Youth", note: "12 organisations", french: false },
    ]);
  });

  it("leave out a kind without any", () => {
    expect(suggestionGroups(suggestionSettings("fr"), { organisations: [], zones: [], themes: [], entities: [] })).toEqual([]);
  });

  it("are announced by their number", () => {
    const { found } = suggestionSettings("fr").texts;
    expect(sayCount(found, 0)).toBe("Aucune suggestion.");
    expect(sayCount(found, 1)).toMatch(/^1 suggestion\s;/);
    expect(sayCount(found, 7)).toMatch(/^7 suggestions\s;/);
  });
});
