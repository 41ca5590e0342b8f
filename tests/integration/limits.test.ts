import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/data/client";
import { limitsInDegreesOn, limitsOn, presentLimits } from "@/data/limits/present";
import { removeLimits } from "@/data/limits/write";
import { allStatistics } from "@/data/statistic/published";
import { limitsAnswer } from "@/features/open-data/limits";
import { mapCsvAnswer, mapGeoJsonAnswer } from "@/features/open-data/map";
import { tablesOf } from "../../scripts/backup/contents";
import { importLimits, type ImportRequest } from "../../scripts/limits/import";
import { loadCartography } from "../support/cartography";
import { bytesOf, collection, file, NEIGHBOURS, rectangle, territory } from "../support/limits-file";
import { readRoute } from "../support/routes";

const SOURCE = "Institut d’essai";
const REQUEST: ImportRequest = {
  ...{ file: file(), table: null, level: "region", codeField: "pcode", source: SOURCE, licence: "Licence d’essai" },
  ...{ validFrom: "2023-03-13", validTo: null, allowUnmatched: true, dryRun: false },
};
const get = (address: string) => new Request(`http://annuaire.example${address}`, { headers: { host: "annuaire.example" } });
const run = async (changes: Partial<ImportRequest> = {}) => (await importLimits({ ...REQUEST, ...changes })).join("\n");

/** What a page says; a space that does not break reads as any other. */
const pageOf = async (route: string, address: string) => (await readRoute(route, address)).replace(/\s/g, " ");

/** Everything that an import may write. */
const kept = async () => ({
  limits: await database().limits.findMany({ orderBy: { id: "asc" }, include: { zones: { orderBy: { zoneId: "asc" } } } }),
  zones: await database().zone.findMany({ orderBy: { id: "asc" } }),
  sets: await database().changeSet.count(),
  revision: await database().$queryRaw`SELECT "revision"::text FROM directory_revision`,
});

beforeAll(loadCartography, 60_000);

describe("an import of limits that cannot be", () => {
  const [kayes, koulikoro] = NEIGHBOURS;
  const open = { ...territory(kayes!), geometry: { type: "Polygon", coordinates: [rectangle(-12, 13, -11, 14)] } };
  it.each<[string, Partial<ImportRequest>, string]>([
    ["no GeoJSON", { file: bytesOf("code,slug") }, "no JSON"],
    [
      "one bad feature among good ones",
      { file: bytesOf(collection([territory(koulikoro!), open])) },
      "Feature 2 (ML01): a ring that begins at -12, 13 is not closed",
    ],
    ["another code field", { codeField: "adm1_pcode" }, 'Feature 1 has no "adm1_pcode"'],
    ["a name for a code", { file: bytesOf(collection([{ ...territory(kayes!), properties: { pcode: "Kayes", name: "Kayes" } }])) }, "Names are not compared"],
    ["a P-code of another place", { file: file([{ ...kayes!, code: "ML08" }]) }, "has the P-code of Kidal (kidal), and does not hold its point"],
    ["a region's P-code at another level", { level: "cercle" }, "No feature has the P-code of a cercle"],
    ["a table to a zone that is none", { table: "code,slug\nML01,atlantide" }, '"atlantide", which is no zone'],
    ["what does not match, unless it is allowed", { allowUnmatched: false }, "Zones of level region without limits in the file: Sikasso (sikasso)"],
  ])("changes nothing: %s", async (_, changes, words) => {
    const before = await kept();
    await expect(run(changes)).rejects.toThrow(words);
    expect(await kept()).toEqual(before);
  });

  it("changes nothing in a dry run either, and tells the same", async () => {
    const before = await kept();
    const said = await run({ dryRun: true, file: file([...NEIGHBOURS, { code: "E9", corners: rectangle(0, 17, 1, 18) }]) });
    expect(said).toContain("ML01 Kayes (kayes), ML02 Koulikoro (koulikoro)");
    expect(said).toContain("Without a zone in the directory, and left out: Feature 3 (E9).");
    expect(said).toContain("Nothing was written");
    expect(await kept()).toEqual(before);
  });
});

describe("imported limits", () => {
  it("are kept with their source, licence and time, in one change set, and the same again changes nothing", async () => {
    const before = await kept();
    expect(await run()).toContain("Imported.");
    const after = await kept();
    expect(after.limits).toMatchObject([
      { level: "region", source: SOURCE, licence: "Licence d’essai", validTo: null, zones: [{ code: "ML01" }, { code: "ML02" }] },
    ]);
    expect(after.limits[0]!.validFrom.toISOString()).toBe("2023-03-13T00:00:00.000Z");
    expect(after.sets).toBe(before.sets + 1);
    const set = await database().changeSet.findFirstOrThrow({ orderBy: { id: "desc" }, include: { items: { include: { zone: true } } } });
    expect(set).toMatchObject({ actorName: "geo:import", action: "imported", items: [{ zone: { slug: "kayes" } }, { zone: { slug: "koulikoro" } }] });
    expect(await run()).toContain("there already");
    expect(await kept()).toEqual(after);
  });

  it("are drawn with their neighbours' lines, on pages that name who drew them and no longer the built-in ones", async () => {
    const [limits] = await presentLimits();
    const paths = limits!.zones.map(({ path }) => path);
    for (const [route, address] of [
      ["/[locale]/carte", "/fr/carte"],
      ["/[locale]/embed/carte", "/fr/embed/carte"],
      ["/[locale]/zones/[code]", "/fr/zones/kayes"],
    ] as const) {
      const page = await pageOf(route, address);
      for (const words of [`Limites des régions : ${SOURCE}, Licence d’essai ; simplifiées.`, paths[0]!, limits!.outline])
        expect(page, address).toContain(words);
      expect(page, address).not.toContain("geoBoundaries");
    }
    expect(await pageOf("/[locale]/carte", "/en/carte")).toContain("Limits of regions: those that hold since 13 March 2023.");
    const zone = await pageOf("/[locale]/zones/[code]", "/fr/zones/kayes");
    for (const words of ["Limites valables depuis le 13 mars 2023", "ML01", "OCHA, COD-AB Mali, état du 8 avril 2015"]) expect(zone).toContain(words);
  });

  it("are named in every file of the map", async () => {
    const csv = await (await mapCsvAnswer(get("/api/v1/map.csv"))).text();
    expect(csv).toContain(SOURCE);
    const points = await (await mapGeoJsonAnswer(get("/api/v1/map.geojson"))).json();
    expect(points.about.map(({ text }: { text: string }) => text).join(" ")).toContain(`${SOURCE}, Licence d’essai`);
  });

  it("can be taken as GeoJSON, whose neighbours share their points, of a level and a day", async () => {
    const body = await (await limitsAnswer(get("/api/v1/limits.geojson"))).json();
    expect(JSON.stringify(body.about)).toContain(`${SOURCE}, Licence d’essai`);
    expect(body.features.map(({ id, properties }: { id: string; properties: object }) => [id, properties])).toEqual([
      ["ML-1", { name: "Kayes", slug: "kayes", level: "region", code: "ML01" }],
      ["ML-2", { name: "Koulikoro", slug: "koulikoro", level: "region", code: "ML02" }],
    ]);
    const pointsOf = (index: number) => body.features[index].geometry.coordinates[0][0].map(String);
    expect(pointsOf(0).filter((point: string) => pointsOf(1).includes(point)).length).toBeGreaterThan(1);
    expect((await (await limitsAnswer(get("/api/v1/limits.geojson?date=2009-06-30"))).json()).features).toEqual([]);
    for (const wrong of ["level=country", "date=2009", "niveau=region"])
      expect((await limitsAnswer(get(`/api/v1/limits.geojson?${wrong}`))).status, wrong).toBe(400);
  });

  it("say of older figures that they are older, and of no other", async () => {
    const figures = await allStatistics();
    const of = (code: string) => figures.filter(({ zone }) => zone.code === code);
    expect(of("ML-1").length).toBeGreaterThan(0);
    for (const { limitsSince } of of("ML-1")) expect(limitsSince).toBe("2023-03-13");
    expect(of("ML-3").length).toBeGreaterThan(0);
    for (const { limitsSince } of of("ML-3")) expect(limitsSince).toBeNull();
    expect(await pageOf("/[locale]/zones/[code]", "/fr/zones/kayes")).toContain("d’avant les limites actuelles de la zone (depuis le 13 mars 2023)");
    expect(await pageOf("/[locale]/chiffres", "/fr/chiffres")).toContain("d’avant les limites que dessinent les cartes");
  });

  it("hold in their time: older ones are kept beside them, later ones wait", async () => {
    await run({ source: "Essai ancien", validFrom: "1999-01-01", validTo: "2012-03-02" });
    await run({ source: "Essai futur", validFrom: "2099-01-01" });
    expect((await presentLimits()).map(({ source }) => source)).toEqual([SOURCE]);
    const sources = await Promise.all(
      ["1998-12-31", "2009-06-30", "2012-03-02", "2099-01-01"].map(async (day) => (await limitsOn(day)).map(({ source }) => source)),
    );
    expect(sources).toEqual([[], ["Essai ancien"], [], ["Essai futur"]]);
    const zone = await pageOf("/[locale]/zones/[code]", "/fr/zones/kayes");
    expect(zone).toContain("du 1 janvier 1999 au 2 mars 2012, ce dernier jour non compris");
  });

  it("are replaced by others of the same day, matched by a table that says since when a zone exists", async () => {
    const renamed = file([
      { ...NEIGHBOURS[0]!, code: "A" },
      { ...NEIGHBOURS[1]!, code: "B" },
    ]);
    const said = await run({ file: renamed, source: "Essai corrigé", table: "code;slug;valid_from;valid_to\nA;kayes;1960-09-22;\nB;koulikoro;;" });
    expect(said).toContain("they replace the limits of level region that began on 2023-03-13");
    const corrected = await limitsInDegreesOn("2024-01-01", "region");
    expect([corrected?.source, corrected?.zones.map(({ given }) => given)]).toEqual(["Essai corrigé", ["A", "B"]]);
    expect(await pageOf("/[locale]/zones/[code]", "/fr/zones/kayes")).toContain("depuis le 22 septembre 1960");
    // A load of the sources has nothing to say of it.
    expect((await database().zone.findUniqueOrThrow({ where: { slug: "koulikoro" } })).validFrom).toBeNull();
  });

  it("go when they are taken away, and the built-in ones are drawn again", async () => {
    expect(await removeLimits(database(), "region", "2023-03-13")).toBe(true);
    expect(await removeLimits(database(), "region", "2023-03-13")).toBe(false);
    expect(await presentLimits()).toEqual([]);
    expect(await pageOf("/[locale]/carte", "/fr/carte")).toContain("geoBoundaries");
  });

  it("are in backups", async () => {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    const tables = await tablesOf(client).finally(() => client.end());
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(["Limits", "ZoneLimit"]));
  });
});

describe("npm run geo:import", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "limits-"));
  const given = path.join(folder, "essai.geojson");
  const command = (...args: string[]) =>
    new Promise<{ code: number; said: string }>((resolve) =>
      execFile(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/geo-import.ts", ...args], (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, said: out + err }),
      ),
    );
  const options = ["--code-field", "pcode", "--source", "Essai", "--licence", "Essai", "--valid-from", "2023-03-13"];

  it("says what is missing or wrong in what was typed, and does what was asked", async () => {
    writeFileSync(given, file());
    const wrong = await command(given, "--level", "pays", "--valid-from", "13/03/2023");
    expect(wrong.code).toBe(1);
    for (const words of [
      '--level is region, cercle, commune: not "pays"',
      'not "13/03/2023"',
      "--code-field is missing",
      "--source is missing",
      "--licence is missing",
    ])
      expect(wrong.said).toContain(words);
    expect(wrong.said).not.toContain("    at ");
    expect(await command(path.join(folder, "none.geojson"), "--level", "region", ...options)).toMatchObject({
      code: 1,
      said: expect.stringContaining("There is no file"),
    });
    const done = await command(given, "--level", "region", "--allow-unmatched", ...options);
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining("Imported.") });
    expect(await command("--remove", "--level", "region", "--valid-from", "2023-03-13")).toMatchObject({ code: 0, said: expect.stringContaining("Removed") });
    rmSync(folder, { recursive: true });
  }, 60_000);
});
