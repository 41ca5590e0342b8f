// First of all, as it asks for itself.
import { readRoute } from "../support/routes";
import { beforeAll, describe, expect, it } from "vitest";
import { undoChangeSet } from "@/data/change/undo";
import { database } from "@/data/client";
import { changesOfSource, saveSource } from "@/data/editing/source-save";
import { loadSources } from "@/data/import/load";
import { findWithNeighbours } from "@/data/organisation/profile";
import { tablesOfSource } from "@/data/source/tables";
import { resolveZones } from "@/data/zone/resolve";
import type { Actor } from "@/domain/actor";
import { loadCartography } from "../support/cartography";
import { editing, setVisibility } from "../support/editing";
import { makeActor } from "../support/factories";
import { SEED_FOLDER, sourcesIn } from "../support/seed-files";
import { searchLabels } from "../../prisma/search-labels";

const MAPPING = "cartographie-osc-mali-2022";
const GRAM = "gram";

const sourcePage = (locale = "fr") => readRoute("/[locale]/sources/[slug]", `/${locale}/sources/${MAPPING}`);
const profilePage = (slug: string) => readRoute("/[locale]/organisations/[slug]", `/fr/organisations/${slug}`);
const rowOf = (html: string, id: string) => new RegExp(`<tr id="${id}".*?</tr>`, "s").exec(html)?.[0] ?? null;

beforeAll(loadCartography, 120_000);

describe("a citation", () => {
  it("leads to its row of the transcribed table, which is on the page of the source", async () => {
    const profile = await profilePage(GRAM);
    expect(profile).toContain(`href="/sources/${MAPPING}#t2-11"`);
    const row = rowOf(await sourcePage(), "t2-11");
    for (const words of [
      "Groupe de Recherche et d&#x27;Actions sur les Migrations (GRAM)",
      "Belgique, Allemagne, Cameroun",
      "l. 398",
      `/organisations/${GRAM}`,
    ])
      expect(row).toContain(words);
  });

  it("leads to something that is there, whatever table it cites, in both languages", async () => {
    const pages = [await sourcePage("fr"), await sourcePage("en")];
    const slugs = (await database().organisation.findMany({ select: { slug: true } })).map(({ slug }) => slug);
    const anchors = new Set<string>();
    for (const slug of slugs) {
      const { organisation } = (await findWithNeighbours(slug, 0))!;
      for (const { source, table, anchor } of [...organisation.citations, ...organisation.typologyStatements]) {
        if (source !== MAPPING) continue;
        expect(anchor !== null, `${slug}: ${table}`).toBe(/^Tableau \d/.test(table ?? ""));
        if (anchor) anchors.add(anchor);
      }
    }
    expect(anchors.size).toBeGreaterThan(100);
    for (const page of pages) expect([...anchors].filter((anchor) => !page.includes(` id="${anchor}"`))).toEqual([]);
    // The footnote of Tableau 2 is no row.
    expect(anchors).toContain("t2");
  });
});

describe("the tables of a source", () => {
  it("say on which page of the document they begin", async () => {
    expect(await sourcePage()).toContain("Commence à la page 15 d’après la liste des tableaux du document.");
    expect(await sourcePage("en")).toContain("Begins on page 15 according to the document’s list of tables.");
  });

  it("show nothing of an organisation that is hidden, and keep the numbers of the other rows", async () => {
    await setVisibility(GRAM, "consortium");
    try {
      const page = await sourcePage();
      expect(rowOf(page, "t2-11")).toBeNull();
      expect(rowOf(page, "t2-12")).toContain("Maison d&#x27;Accueil");
      // Row 5 of Tableau 5 names five organisations: four are left.
      const transit = (await tablesOfSource(MAPPING)).find(({ number }) => number === 5)!.rows[4]!;
      expect(transit.cells[1]!.map(({ organisation }) => organisation)).not.toContain(GRAM);
      expect(transit.cells[1]!.length).toBeGreaterThan(3);
      expect(page.slice(page.indexOf('id="transcription"'))).not.toContain("(GRAM)");
    } finally {
      await setVisibility(GRAM, "public");
    }
  });
});

describe("what staff take off an entry", () => {
  let actor: Actor;
  const { current, change, rowOf: entry } = editing(() => actor);

  it("is said no more by its row, whose address stays; once the change is undone it is said again", async () => {
    actor = await makeActor("editor");
    const transcription = async () => (await sourcePage()).split('id="transcription"')[1]!;
    const before = await transcription();
    const { fields } = await current(GRAM);
    await change(GRAM, { contacts: [] });
    expect((await transcription()) === before).toBe(true);

    await change(GRAM, { themes: (fields.themes as string[]).filter((code) => code !== "transit_assistance") });
    const after = await transcription();
    expect(rowOf(after, "t5-5")).not.toContain("(GRAM)");
    for (const words of ["[retiré par l’équipe]", "(ARACEM)"]) expect(rowOf(after, "t5-5")).toContain(words);
    for (const row of ["t5-6", "t2-11"]) expect(rowOf(after, row)).toBe(rowOf(before, row));

    await undoChangeSet(actor, (await entry(GRAM)).changes.at(-1)!.id);
    expect((await transcription()) === before).toBe(true);
  });
});

describe("the address of a document", () => {
  const load = () => loadSources(database(), { sources: sourcesIn(SEED_FOLDER), searchLabels: searchLabels() });
  const ADDRESS = "https://grdr.example/cartographie-mali.pdf";

  it("is set by staff through a change set, shown as a link, and left by the next load", async () => {
    const actor = await makeActor("editor");
    expect(await sourcePage()).toContain("Aucune adresse n’est connue");
    expect(await saveSource(actor, MAPPING, { url: ADDRESS }, {})).toMatchObject({ ok: true, changed: true });
    expect(await sourcePage()).toContain(`href="${ADDRESS}"`);
    const set = await database().changeSet.findFirstOrThrow({ orderBy: { id: "desc" }, include: { items: { include: { source: true } } } });
    expect(set).toMatchObject({ state: "accepted", actorId: actor.id, items: [{ field: "url", before: null, after: ADDRESS, source: { slug: MAPPING } }] });
    expect((await changesOfSource(actor, MAPPING))[0]).toMatchObject({ who: actor.name, items: [{ field: "url", after: ADDRESS }] });

    expect((await load()).otherChanges).toBe(0);
    expect(await sourcePage()).toContain(`href="${ADDRESS}"`);
  });

  it("is no change when it is what is there, and not that of a document that nobody knows", async () => {
    const actor = await makeActor("editor");
    const sets = await database().changeSet.count();
    expect(await saveSource(actor, MAPPING, { url: ADDRESS }, { url: ADDRESS })).toMatchObject({ ok: true, changed: false });
    expect(await saveSource(actor, "inconnue", { url: ADDRESS }, {})).toEqual({ ok: false, reason: "gone" });
    expect(await database().changeSet.count()).toBe(sets);
  });
});

describe("a place that a document names", () => {
  it("is a zone", async () => {
    const named = ["Kati", "Kirané", "kirane", "Kati (ville)", "Cercle de Sikasso", "commune de Bafoulabé", "Puteaux", "Sikasso"];
    const found = await resolveZones(database(), named);
    expect(named.map((name) => found.get(name)?.code)).toEqual([
      ...["ML-2-kati", "ML-1-kirane", "ML-1-kirane", "ML-2-kati-ville", "ML-3-sikasso-cercle", "ML-1-bafoulabe-ville", "FR-IDF-puteaux", "ML-3"],
    ]);
  });
});
