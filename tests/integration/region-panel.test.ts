import { readRoute, statusOf } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { setPublished } from "@/data/editing/publication";
import { searchOrganisations } from "@/data/search/search";
import type { Actor } from "@/domain/actor";
import { parametersOf, parseDirectoryQuery, type DirectoryQuery } from "@/domain/filters";
import { loadMap } from "@/features/map/load-map";
import { loadRegion } from "@/features/map/load-region";
import { loadCartography } from "../support/cartography";
import { editing } from "../support/editing";
import { makeActor } from "../support/factories";
import { whileHidden } from "../support/hidden";

const MAP = "/[locale]/carte";
let admin: Actor;
const { create } = editing(() => admin);

beforeAll(async () => {
  await loadCartography();
  admin = await makeActor("admin");
}, 120_000);

function queryOf(search: string): DirectoryQuery {
  const parsed = parseDirectoryQuery(parametersOf(new URLSearchParams(search)));
  if (!parsed.ok) throw new Error(search);
  return parsed.query;
}

async function panelOf(slug: string, search = "") {
  const data = await loadMap(queryOf(search));
  if (!data.ok) throw new Error(search);
  return loadRegion(
    data.zones.find((zone) => zone.slug === slug)!,
    queryOf(search),
  );
}

const found = async (search: string) => {
  const list = await searchOrganisations(queryOf(search));
  if (!list.ok) throw new Error(search);
  return { total: list.total, slugs: list.items.map(({ slug }) => slug) };
};

/** The panel of a page as it was sent, without the rest of the page. */
const panelIn = (html: string) => /<section id="region".*?<\/section>/s.exec(html)?.[0] ?? "";

describe("the panel of a region", () => {
  it.each([
    ["", ""],
    ["typology=return_migrant_association", "&typology=return_migrant_association"],
    ["theme=women_rights", "&theme=women_rights"],
  ])("names those whom the list finds there, with the same numbers: %s", async (search, more) => {
    const panel = await panelOf("kayes", search);
    const list = await found(`zone=kayes${more}`);
    expect(panel.total).toBe(list.total);
    expect(panel.organisations.map(({ slug }) => slug)).toEqual(list.slugs.slice(0, 8));
    expect(panel.themes.length).toBeGreaterThan(0);
    for (const { value, count } of panel.themes) {
      const others = more.replace(/&theme=\w+/, "");
      expect([value, (await found(`zone=kayes&theme=${value}${others}`)).total]).toEqual([value, count]);
    }
  });

  it("names the networks that work there, by their kind or by their class, and none that the filters leave out", async () => {
    const slugs = async (search: string) => (await panelOf("kayes", search)).networks.shown.map(({ slug }) => slug);
    expect(await slugs("")).toEqual(expect.arrayContaining(["emdk", "ramdel", "afrique-europe-interact-mali", "reseau-regional-horticole-de-kayes"]));
    expect(await slugs("typology=return_migrant_association")).toEqual([]);
    expect(await slugs("kind=cso")).toEqual(["afrique-europe-interact-mali"]);
  });

  it("gives eight networks at most, the first by name, and says how many others there are", async () => {
    for (const region of ["bamako", "kayes"]) {
      const lists = await Promise.all(["kind=network", "typology=network_platform"].map((narrower) => found(`zone=${region}&pageSize=100&${narrower}`)));
      const all = new Set(lists.flatMap(({ slugs }) => slugs));
      const { shown, more } = (await panelOf(region)).networks;
      expect([region, shown.length, more]).toEqual([region, Math.min(8, all.size), Math.max(0, all.size - 8)]);
      const names = shown.map(({ name }) => name);
      expect(names).toEqual([...names].sort(new Intl.Collator("fr").compare));
    }
  });

  it("leaves the zone filter to the map", async () => {
    expect((await panelOf("kayes", "zone=nioro")).total).toBe((await found("zone=kayes")).total);
    const page = await readRoute(MAP, "/fr/carte?zone=nioro&region=kayes");
    expect(panelIn(page)).toContain("Le filtre de zone ne s’applique pas");
    expect(panelIn(page)).toContain('href="/organisations?zone=kayes"');
  });

  it("gives five numbers at most, each of another organisation, and says that there are more", async () => {
    const { shown, more } = (await panelOf("bamako")).phones;
    expect([new Set(shown.map(({ organisation }) => organisation.slug)).size, more]).toEqual([5, true]);
    for (const { phone } of shown) expect(phone).toMatch(/^\+\d{8,15}$/);
  });

  it("gives no number that is restricted or cannot be called, and says when there is none", async () => {
    const phone = (raw: string, state = "ok") => ({ channel: "phone", raw, state });
    const secret = { id: null, field: "contacts:phone", text: "70 00 00 91", visibility: "confidential" };
    const silent = await create(
      { name: "Essai Sans numéro", zones: ["ML-10"], contacts: [phone("+223 70 00 00 92", "not_working")] },
      { restricted: [secret] },
    );
    await setPublished(admin, silent, true);
    const before = panelIn(await readRoute(MAP, "/fr/carte?region=taoudenit"));
    expect(before).toContain("Essai Sans numéro");
    expect(before).toContain("aucun numéro de téléphone utilisable");
    expect(before).not.toMatch(/tel:|70 ?00 ?00/);
    // What stands before its number is no telephone, or rings nowhere.
    const mail = { channel: "email", raw: "essai@exemple.ml", state: "ok" };
    const contacts = [mail, phone("+223 70 00 00 94", "not_working"), phone("+223 70 00 00 93")];
    const called = await create({ name: "Essai Joignable", zones: ["ML-10"], contacts }, { restricted: [secret] });
    const draft = panelIn(await readRoute(MAP, "/en/carte?region=taoudenit"));
    expect(draft).not.toContain("Essai Joignable");
    await setPublished(admin, called, true);
    const after = panelIn(await readRoute(MAP, "/en/carte?region=taoudenit"));
    expect([...after.matchAll(/tel:([^"]+)/g)].map(([, number]) => number)).toEqual(["+22370000093"]);
    expect(after).toMatch(/<a href="\/en\/organisations\/essai-joignable" lang="fr">Essai Joignable<\/a><span><a href="tel:[^"]+">\+223 70 00 00 93<\/a>/);
    await whileHidden(called, async () => expect(panelIn(await readRoute(MAP, "/en/carte?region=taoudenit"))).toBe(draft));
  });
});

describe("the address of a panel", () => {
  it("takes a region by its code, its slug or its name, and leads on with the slug and the filters", async () => {
    for (const typed of ["kayes", "ML-1", "Kayes"]) {
      const page = await readRoute(MAP, `/fr/carte?theme=women_rights&region=${typed}`);
      expect(panelIn(page)).toContain('href="/carte?theme=women_rights#mali"');
      expect(panelIn(page)).toContain('href="/zones/kayes?theme=women_rights"');
      expect(page).toContain('href="/carte?theme=women_rights&amp;region=gao#region"');
      expect(page).toContain('<a class="chip" href="/carte?region=kayes">');
      expect(page).toContain('<input type="hidden" name="region" value="kayes"/>');
    }
    expect(panelIn(await readRoute(MAP, "/fr/carte?region="))).toBe("");
  });

  it("is refused for what is no region of the country", async () => {
    for (const typed of ["atlantide", "france", "nioro", "ml"]) {
      expect([typed, await statusOf(MAP, `/fr/carte?region=${typed}`)]).toEqual([typed, 400]);
    }
    const refused = await readRoute(MAP, "/fr/carte?region=atlantide");
    expect(refused).toContain("atlantide");
    expect(refused).toContain("kayes");
  });
});
