import { beforeAll, describe, expect, it } from "vitest";
import { readRoute } from "../support/routes";
import { database } from "@/data/client";
import { entitiesOfSource, findEntity, listEntities, recommendationsFor } from "@/data/entity/entities";
import { loadSources } from "@/data/import/load";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { NOUNS } from "@/domain/nouns";
import { publicEntity, type PublicEntity } from "@/domain/published/entity";
import { loadCartography } from "../support/cartography";
import { setVisibility } from "../support/editing";
import { copySeedFiles, sourcesIn } from "../support/seed-files";
import { searchLabels } from "../../prisma/search-labels";

const MAPPING = "cartographie-osc-mali-2022";
const TALK = "communication-migration-mali-2007";

const load = (folder: string) => loadSources(database(), { sources: sourcesIn(folder), searchLabels: searchLabels() });
const said = (entity: PublicEntity | null, field: string) => entity?.fields[field] ?? [];
const organisationsOf = (entity: PublicEntity | null, field: string) => said(entity, field).map(({ organisation }) => organisation?.slug);
const linesOf = (entity: PublicEntity | null, field: string) =>
  said(entity, field).map(({ citations }) => citations.map(({ source, lineStart }) => `${source}:${lineStart}`));

beforeAll(loadCartography, 120_000);

describe("entities", () => {
  it("are what is described, each value with where it is said", async () => {
    const all = (await Promise.all(NOUNS.map((noun) => listEntities(noun)))).flat();
    expect(all.length).toBeGreaterThan(120);
    for (const entity of all) expect(publicEntity.safeParse(entity).error, entity.slug).toBeUndefined();
  });

  it("say of a body who convenes it, what it treats, and on which line", async () => {
    const mechanism = await findEntity("body", "mecanisme-de-referencement-national");
    expect(organisationsOf(mechanism, "convener")).toEqual(["organisation-internationale-pour-les-migrations"]);
    expect(linesOf(mechanism, "convener")).toEqual([[`${MAPPING}:777`]]);
    expect(said(mechanism, "treats")[0]!.text!.fr).toContain("migrants les plus vulnérables");
    // The row of the transcribed box is no table; a name of the document is its own.
    expect(said(mechanism, "name")[0]).toMatchObject({ value: "Mécanisme de Référencement National", text: null });
  });

  it("show both of two beginnings that a document gives", async () => {
    const programme = await findEntity("programme", "tokten");
    expect(said(programme, "since").map(({ value }) => value)).toEqual(["1999", "1998-10"]);
    expect(linesOf(programme, "since")).toEqual([[`${TALK}:234`], [`${TALK}:311`]]);
    expect(said(programme, "aims")).toHaveLength(6);
  });

  it("are one when several documents speak of them, each value with its own", async () => {
    const forum = await findEntity("body", "emdk");
    const sources = new Set(Object.values(forum!.fields).flatMap((values) => values.flatMap(({ citations }) => citations.map(({ source }) => source))));
    expect([...sources].sort()).toEqual([MAPPING, "emdk-fiches-experience-2013", "emdk-plaquette"]);
    expect(said(forum, "values")).toHaveLength(7);
    expect(said(forum, "missions")).toHaveLength(3);
  });

  it("are found from the document, from the community that they are for, and from the organisation that they name", async () => {
    expect((await entitiesOfSource("emdk-fiches-experience-2013")).filter(({ noun }) => noun === "sheet")).toHaveLength(2);
    expect((await recommendationsFor("kita")).length).toBeGreaterThan(1);
    const organisation = await findPublicOrganisation("organisation-internationale-pour-les-migrations");
    expect(organisation!.mentionedIn).toContainEqual({
      ...{ noun: "body", slug: "mecanisme-de-referencement-national", name: "Mécanisme de Référencement National", nameEn: null },
    });
  });

  it("name no organisation that the public may not see, nor say that one is missing", async () => {
    await setVisibility("organisation-internationale-pour-les-migrations", "consortium");
    try {
      expect(said(await findEntity("body", "mecanisme-de-referencement-national"), "convener")).toEqual([]);
      expect(await readRoute("/[locale]/instances", "/fr/instances")).not.toContain("/organisations/organisation-internationale-pour-les-migrations");
    } finally {
      await setVisibility("organisation-internationale-pour-les-migrations", "public");
    }
  });
});

describe("what a reader sees of them", () => {
  const page = (route: string, address: string) => readRoute(`/[locale]${route}`, address);

  it("is a sheet to read and to cite, and nobody who was interviewed", async () => {
    const french = await page("/experiences/[slug]", "/fr/experiences/se-preparer-au-dialogue");
    for (const words of ["Récit", "Fiche d’expérience 1, l. 40–49", "6 mai 2013", "Citer cette fiche", "/experiences/se-preparer-au-dialogue, consulté le"])
      expect(french).toContain(words);
    const english = await page("/experiences/[slug]", "/en/experiences/se-preparer-au-dialogue");
    expect(english).toContain("In May 2011 the Malian State began");
    expect(english).not.toContain("En mai 2011, l’État malien");
    expect(await page("/experiences", "/fr/experiences")).toContain('href="/experiences/se-preparer-au-dialogue"');
  });

  it("is how old it is, what the sources disagree on, and its name in the language that it has", async () => {
    const english = await page("/programmes", "/en/programmes");
    const tokten = english.slice(english.indexOf('<article id="tokten"')).split("</article>")[0]!;
    expect(tokten).toContain("Information of 2007.");
    expect(tokten).toContain("The sources do not say the same.");
    expect(tokten).toContain('<span lang="fr">Programme TOKTEN</span>');
    expect(tokten).toContain("October 1998");
    const source = await page("/sources/[slug]", `/en/sources/${TALK}`);
    expect(source).toContain('<a href="/en/programmes#tokten" lang="fr">Programme TOKTEN</a>');
  });

  it("is what a document finds, what it recommends for a place with who could help, and what of it is left out", async () => {
    expect(await page("/sources/[slug]/constats", `/fr/sources/${TALK}/constats`)).toContain("Causes de la migration");
    expect(await page("/sources/[slug]", `/fr/sources/${TALK}`)).toContain("Ce que le répertoire ne reprend pas");
    const kita = await page("/communautes/[slug]", "/fr/communautes/kita");
    expect(kita).toContain("Ce que l’étude recommande");
    expect(kita).toContain("Partenaires potentiels");
    expect(await page("/sources/[slug]/constats", "/fr/sources/emdk-plaquette/constats")).toContain("Cette page n’existe pas");
  });
});

describe("a typology", () => {
  it("has a page with what is said of it as a whole, each thing with its row, and its organisations", async () => {
    const page = await readRoute("/[locale]/typologies/[code]", "/fr/typologies/return_migrant_association");
    expect(page).toContain(`href="/sources/${MAPPING}#t9-1">Tableau 9, l. 623`);
    expect(page).toContain("6 organisations");
    expect(page).toContain('href="/organisations/association-malienne-des-expulses"');
    expect(await readRoute("/[locale]/typologies/[code]", "/fr/typologies/aucune")).toContain("Cette page n’existe pas");
  });
});

describe("the files of entities", () => {
  it("tell each bad row, and load nothing", async () => {
    const copy = await copySeedFiles();
    try {
      const file = `${MAPPING}/entity-statements.csv`;
      await copy.replace(file, "mecanisme-de-referencement-national,type,mechanism,", "mecanisme-de-referencement-national,type,thing,");
      await copy.replace(file, "mecanisme-de-referencement-national,scope,national,", "mecanisme-de-referencement-national,size,national,");
      const fault = await load(copy.folder).catch((error: Error) => error.message);
      expect(fault).toContain("column value: is not one of: framework");
      expect(fault).toContain("column field: is no field of this noun");
      await copy.replace(file, "mecanisme-de-referencement-national,type,thing,", "mecanisme-de-referencement-national,type,mechanism,");
      await copy.replace(file, "mecanisme-de-referencement-national,size,national,", "mecanisme-de-referencement-national,scope,national,");
      await copy.replace(file, "convener,organisation-internationale-pour-les-migrations,", "convener,nobody,");
      expect(await load(copy.folder).catch((error: Error) => error.message)).toContain('"nobody" is unknown');
    } finally {
      await copy.remove();
    }
    expect(organisationsOf(await findEntity("body", "mecanisme-de-referencement-national"), "convener")).toHaveLength(1);
  });

  it("change what they say through a change set, and nothing the second time", async () => {
    const copy = await copySeedFiles();
    try {
      await copy.replace(`${MAPPING}/entity-statements.csv`, ",name,Mécanisme de Référencement National,", ",name,Mécanisme national de référencement,");
      const sets = await database().changeSet.count();
      await load(copy.folder);
      expect(said(await findEntity("body", "mecanisme-de-referencement-national"), "name").map(({ value }) => value)).toEqual([
        "Mécanisme national de référencement",
      ]);
      const set = await database().changeSet.findFirstOrThrow({ orderBy: { id: "desc" }, include: { items: { include: { entity: true } } } });
      expect(set.items).toMatchObject([{ field: "statements", entity: { slug: "mecanisme-de-referencement-national", version: 2 } }]);
      await load(copy.folder);
      expect(await database().changeSet.count()).toBe(sets + 1);
    } finally {
      await copy.remove();
    }
  });
});
