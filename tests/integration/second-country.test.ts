// First of all, as it asks for itself.
import { readRoute } from "../support/routes";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/data/client";
import { historyOf } from "@/data/change/history";
import { loadSources, type ImportReport } from "@/data/import/load";
import { keyLists } from "@/data/organisation/key-figures";
import { listOfSource, placesOfSource } from "@/data/source/contents";
import { listSources } from "@/data/source/sources";
import { ImportError } from "@/data/sources/problems";
import { allStatistics } from "@/data/statistic/published";
import type { Actor } from "@/domain/actor";
import { referencesAnswer } from "@/features/editor/references";
import { citationsAnswer, csvAnswer, listAnswer } from "@/features/open-data/list";
import { organisationAnswer } from "@/features/open-data/one";
import { suggestionsAnswer } from "@/features/open-data/suggestions";
import { loadCartography } from "../support/cartography";
import { makeActor } from "../support/factories";
import { registerOfEssai } from "../support/second-country/adapter";
import { copySeedFiles, SEED_FOLDER, sourcesIn, type SeedCopy } from "../support/seed-files";
import { searchLabels } from "../../prisma/search-labels";

/** The one who asks what only staff may ask. */
const staff = vi.hoisted(() => ({ actor: null as unknown }));
vi.mock("@/auth/actor", async (original) => ({ ...(await original<object>()), currentActor: () => Promise.resolve(staff.actor) }));

const FOLDER = fileURLToPath(new URL("../support/second-country/files", import.meta.url));
const MAPPING = "cartographie-osc-mali-2022";
const REGISTER = registerOfEssai.slug;
const NOW = new Date("2025-04-05T06:07:08.000Z");

/** The next load of a directory to which a second country was added. */
const loadBoth = (folder = FOLDER) =>
  loadSources(database(), { sources: [...sourcesIn(SEED_FOLDER), { adapter: registerOfEssai, folder }], now: NOW, searchLabels: searchLabels() });

const get = (path: string) => new Request(`http://annuaire.example/api/v1/${path}`, { headers: { host: "annuaire.example" } });

type Facet = { value: string; label: string; count: number };
type List = { total: number; items: { slug: string }[]; facets: Record<string, Facet[]> };
const list = async (search: string) => (await (await listAnswer(get(`organisations?pageSize=100&${search}`))).json()) as List;
const found = async (search: string) => (await list(search)).items.map(({ slug }) => slug).sort();
const profile = async (slug: string) => (await organisationAnswer(get(`organisations/${slug}`), slug)).json();
const page = (route: string, address: string) => readRoute(`/[locale]${route}`, address);
const zonePage = (slug: string, locale = "fr") => page("/zones/[code]", `/${locale}/zones/${slug}`);
const profilePage = (slug: string, locale = "fr") => page("/organisations/[slug]", `/${locale}/organisations/${slug}`);
const rowsOf = async (answer: Promise<Response>) => parse(await (await answer).text(), { columns: true, bom: true }) as Record<string, string>[];

/** The text of a page without its tags. */
const words = (html: string) =>
  html
    .replace(/<!--.*?-->/g, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

/** Every organisation of the register, as its name makes it. */
const ESSAI = ["alpha", "beta", "delta", "epsilon", "gamma", "lambda", "mu", "zeta"].map((name) => `association-essai-${name}`);
const NGOS = ["ong-essai-eta", "ong-essai-iota", "ong-essai-theta"];
const NETWORK = "reseau-essai-kappa";

let copy: SeedCopy | null = null;
let before: Awaited<ReturnType<typeof answersForMali>>;
let report: ImportReport;

/** What the directory answers about Mali, to be compared before and after; the one organisation of the register that works there is left out. */
async function answersForMali() {
  const slugs = (await database().organisation.findMany({ where: { NOT: { slug: { contains: "essai" } } }, orderBy: { slug: "asc" } })).map(({ slug }) => slug);
  // A facet that is asked counts what each of its other values would find: there the register rightly adds its own.
  const inMali = async (search: string) => {
    const { total, items, facets } = await list(search);
    const others = Object.entries(facets).filter(([group]) => !search.includes(`${group}=`));
    return { total, items, facets: others.map(([group, values]) => [group, values.filter(({ count }) => count > 0)]) };
  };
  const notRegister = (row: Record<string, string>) => !JSON.stringify(row).includes("essai");
  return {
    profiles: await Promise.all(slugs.map(profile)),
    lists: await Promise.all(["zone=kayes&theme=women_rights", "zone=gao", "q=AME", "country=SN", "source=cartographie-osc-mali-2022&page=2"].map(inMali)),
    suggestions: await Promise.all(
      ["kay", "coura", "aracem"].map(
        async (q) => ((await (await suggestionsAnswer(get(`suggestions?q=${q}`))).json()) as { organisations: object }).organisations,
      ),
    ),
    csv: (await rowsOf(csvAnswer(get("organisations.csv")))).filter(notRegister),
    citations: (await rowsOf(citationsAnswer(get("citations.csv")))).filter(notRegister),
    keyLists: await keyLists(),
    figures: (await allStatistics()).filter(({ source }) => source.slug !== REGISTER),
    places: await placesOfSource(MAPPING),
    acronyms: await listOfSource(MAPPING, "acronym"),
    sources: (await listSources()).filter(({ slug }) => slug !== REGISTER),
    pages: await Promise.all([zonePage("gao"), zonePage("kayes-cercle", "en"), profilePage("association-malienne-des-expulses"), profilePage("ramdel", "en")]),
  };
}

beforeAll(async () => {
  await loadCartography();
  before = await answersForMali();
  report = await loadBoth();
}, 180_000);
afterAll(async () => {
  await copy?.remove();
});

describe("a second country beside the first", () => {
  it("is loaded whole, and leaves what was there as it was", async () => {
    expect(report.organisations).toEqual({ added: 12, updated: 0, unchanged: 326, keptForStaff: 0 });
    expect(await found(`source=${REGISTER}`)).toEqual([...ESSAI, ...NGOS, NETWORK].sort());
    const after = await answersForMali();
    for (const key of Object.keys(before) as (keyof typeof before)[]) expect(after[key], key).toEqual(before[key]);
  });

  it("is found by its zones, under every name of theirs, and by its country", async () => {
    expect(await found("zone=puits-neuf")).toEqual(["alpha", "gamma", "lambda"].map((name) => `association-essai-${name}`));
    expect(await found("zone=XS-LE-dunes")).toEqual(["alpha", "beta", "gamma", "lambda"].map((name) => `association-essai-${name}`));
    for (const name of ["levant", "Province du Levant", "al machriq"]) expect(await found(`zone=${encodeURIComponent(name)}`)).toContain("ong-essai-theta");
    expect((await found("country=XS")).length).toBe(12);
    expect(await found("country=XS&zone=kayes")).toEqual(["ong-essai-theta"]);
    expect((await list("country=XS")).facets.zone!.find(({ value }) => value === "levant")).toMatchObject({ label: "Levant", count: 6 });
  });

  it("is found by what it says in the words of the directory", async () => {
    expect(await found("country=XS&status=framework_agreement")).toEqual(["ong-essai-eta", "ong-essai-theta"]);
    expect(await found("country=XS&formality=informal")).toEqual(["association-essai-gamma", "association-essai-zeta"]);
    expect(await found("country=XS&theme=youth_support")).toEqual(["association-essai-alpha", "association-essai-beta"]);
    expect(await found("country=XS&kind=network")).toEqual([NETWORK]);
    expect(await found("q=ONGETA")).toEqual(["ong-essai-eta"]);
  });

  it("has its budgets, which are not in euros, in the tiers of the directory, at the very limits of them", async () => {
    const stated = async (slug: string) => ((await profile(slug)) as { budgetTier: object | null }).budgetTier;
    expect(await stated("association-essai-lambda")).toEqual({ value: "low", basis: "stated" });
    expect(await stated("association-essai-delta")).toEqual({ value: "medium", basis: "stated" });
    expect(await stated("association-essai-epsilon")).toEqual({ value: "medium", basis: "stated" });
    expect(await stated("ong-essai-eta")).toEqual({ value: "high", basis: "stated" });
    expect(await stated("ong-essai-iota")).toEqual({ value: "variable", basis: "stated" });
    expect(((await profile("association-essai-delta")) as { citations: object[] }).citations).toContainEqual(
      expect.objectContaining({ field: "budget_tier", value: "medium", text: "215 000 MRU", lineStart: 15 }),
    );
  });

  it("says everything with its source, in the interface and in the files", async () => {
    const alpha = (await profile("association-essai-alpha")) as Record<string, unknown> & { citations: object[] };
    expect(alpha).toMatchObject({
      name: "Association Essai Alpha",
      acronym: "AEALPHA",
      perimeterScale: "commune",
      countries: ["XS"],
      zones: [{ code: "XS-LE-puits-neuf", slug: "puits-neuf", name: "Puits-Neuf", level: "commune" }],
      contacts: [{ channel: "phone", raw: "+999 30 00 00 01", value: "+99930000001", state: "ok" }],
    });
    expect(alpha.citations).toContainEqual(
      expect.objectContaining({ field: "legal_status", value: "declared", text: "récépissé", table: "Registre A", lineStart: 12 }),
    );
    expect((await rowsOf(csvAnswer(get("organisations.csv?country=XS")))).map(({ slug }) => slug)).toHaveLength(12);
    const cited = await rowsOf(citationsAnswer(get("citations.csv?country=XS")));
    expect(new Set(cited.map(({ source }) => source))).toEqual(new Set([REGISTER]));
    expect(cited).toContainEqual(
      expect.objectContaining({ organisation: "ong-essai-theta", field: "zones", value: "ML-1", table: "Registre A", line_start: "19" }),
    );
    expect(await allStatistics()).toContainEqual(
      expect.objectContaining({ measure: "associations_2025", value: 1204, zone: expect.objectContaining({ code: "XS" }) }),
    );
    expect(await placesOfSource(REGISTER)).toContainEqual(expect.objectContaining({ place: "Registre A", organisationCount: 12 }));
  });

  it("calls its levels by its own names, in the language of the page; where it has none, and elsewhere, ours stand", async () => {
    expect(words(await zonePage("dunes"))).toMatch(/Niveau Département /);
    expect(words(await zonePage("dunes", "en"))).toMatch(/Level Department /);
    expect(words(await zonePage("levant"))).toMatch(/Dunes département · /);
    expect(words(await zonePage("pays-d-essai"))).toMatch(/Niveau Pays /);
    expect(words(await zonePage("kayes-cercle"))).toMatch(/Niveau Cercle /);
    expect(words(await page("/carte", "/fr/carte"))).toMatch(/Puits-Neuf arrondissement Dunes/);
    // One level of two countries, each by its own name.
    expect(words(await profilePage("ong-essai-theta"))).toMatch(/Région Kayes Province Levant/);
    staff.actor = await makeActor();
    const asked = await referencesAnswer(new Request("http://annuaire.example/admin/references?kind=zone&q=dunes"), "fr");
    expect(await asked.json()).toContainEqual(expect.objectContaining({ label: "Département · Levant · XS-LE-dunes" }));
  });

  it("calls a legal form by its own name where an organisation works in that country only", async () => {
    expect(words(await profilePage("ong-essai-eta"))).toMatch(/Formelle – convention d’établissement/);
    expect(words(await profilePage("ong-essai-eta", "en"))).toMatch(/Formal – establishment agreement/);
    expect(words(await profilePage("ong-essai-theta"))).toMatch(/Formelle – accord-cadre/);
    expect(words(await profilePage("ong-essai-iota"))).toMatch(/Formelle – reconnue d’utilité publique/);
  });

  it("leaves the first page to the home country", async () => {
    const home = words(await page("", "/fr"));
    expect(home).toContain("Kayes");
    expect(home).not.toContain("Levant");
  });

  it("is in the history as an import of its own source, and makes no change set the second time", async () => {
    const sets = await database().changeSet.count();
    const history = async (slug: string) => (await historyOf({ role: "admin" } as Actor, slug, 1))!.entries.map(({ who, action, at }) => ({ who, action, at }));
    expect(await history("association-essai-mu")).toEqual([{ who: REGISTER, action: "imported", at: NOW }]);
    expect((await history("association-malienne-des-expulses")).map(({ who }) => who)).toEqual([
      sourcesIn(SEED_FOLDER)
        .map(({ adapter }) => adapter.slug)
        .join(", "),
    ]);
    const again = await loadBoth();
    expect([again.organisations, again.otherChanges]).toEqual([{ added: 0, updated: 0, unchanged: 338, keptForStaff: 0 }, 0]);
    expect(await database().changeSet.count()).toBe(sets);
  });

  it("is refused with its file and its column when a cell cannot be read, in the words of its adapter", async () => {
    copy = await copySeedFiles(FOLDER);
    await copy.replace("structures.csv", "900 000 MRU", "900 000 EUR");
    const refused = await loadBoth(copy.folder).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(ImportError);
    expect((refused as ImportError).problems).toEqual([expect.objectContaining({ file: "structures.csv", row: 3, column: "budget_annuel" })]);
  });
});
