import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ALL_PAGES, linksFrom, MENU_GROUPS, menuLinks, PUBLIC_PATHS, STAFF_PLACES, type PageName } from "@/components/pages";
import { LOCALES } from "@/i18n/locales";

const ROUTES = resolve(import.meta.dirname, "../../src/app/[locale]");
const routes = readdirSync(ROUTES, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)(page|route)\.tsx$/.test(file));
const fileOf = ({ path, needsReact }: (typeof ALL_PAGES)[PageName]) => `${path.slice(1)}/${needsReact ? "page" : "route"}.tsx`.replace(/^\//, "");
const names = Object.keys(ALL_PAGES) as PageName[];

describe("the list of pages", () => {
  it("has every route, and a route for every page that has an address", () => {
    const expected = names.filter((name) => name !== "notFound").map((name) => fileOf(ALL_PAGES[name]));
    expect(routes.filter((file) => !file.startsWith("[...rest]")).sort()).toEqual(expected.sort());
  });

  it.each(names.filter((name) => name !== "notFound"))("names its own route as %s", (name) => {
    expect(readFileSync(join(ROUTES, fileOf(ALL_PAGES[name])), "utf8")).toMatch(new RegExp(`(?:htmlRoute|htmlForm|reactPage|staffPage)\\(\\s*"${name}"`));
  });

  it("gives each page that stands alone a title of its own in both languages", () => {
    for (const locale of LOCALES) {
      const titles = names.flatMap((name) => JSON.stringify(ALL_PAGES[name].heading?.(locale).title) ?? []);
      expect(new Set(titles).size, locale).toBe(titles.length);
    }
    expect(names.filter((name) => !ALL_PAGES[name].heading && !ALL_PAGES[name].path.includes("["))).toEqual([]);
  });

  it("keeps staff pages out of what is public", () => {
    expect(PUBLIC_PATHS).toContain("/recherche/aide");
    for (const place of STAFF_PLACES) expect(PUBLIC_PATHS.filter((path) => path.startsWith(place))).toEqual([]);
    for (const { path, isPublic } of Object.values(ALL_PAGES)) if (STAFF_PLACES.some((place) => path.startsWith(place))) expect(isPublic, path).toBe(false);
  });

  it("knows what is linked from where", () => {
    expect(MENU_GROUPS.map((group) => menuLinks(group).map(({ path }) => path))).toEqual([
      ["/organisations", "/reseaux", "/instances", "/programmes"],
      ["/carte", "/couverture", "/communautes", "/filieres"],
      ["/chiffres", "/experiences"],
      ["/sources", "/donnees", "/a-propos"],
    ]);
    expect(linksFrom("foot").map(({ path }) => path)).toEqual(["/sources", "/donnees", "/a-propos", "/proposer", "/connexion"]);
  });
});
