import type { Feature, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { areaOf, checkTerritories, holdsPoint } from "../../scripts/limits/check";
import { matchTerritories, readConfirmed, type KnownZone } from "../../scripts/limits/match";
import { MOST_BYTES, readTerritories } from "../../scripts/limits/read-file";
import { simplifyTerritories } from "../../scripts/limits/simplify";
import { bytesOf, collection, file, NEIGHBOURS, rectangle, territory } from "../support/limits-file";

const [KAYES, KOULIKORO] = NEIGHBOURS as [(typeof NEIGHBOURS)[number], (typeof NEIGHBOURS)[number]];
const read = (bytes: Uint8Array, field = "pcode") => {
  const territories = readTerritories(bytes, field);
  checkTerritories(territories);
  return territories;
};
const polygon = (...rings: Position[][]): Feature => ({ ...territory(KAYES), geometry: { type: "Polygon", coordinates: rings } });
const square: Position[] = [
  [-11, 12],
  [-10, 12],
  [-10, 13],
  [-11, 13],
  [-11, 12],
];

describe("a file of limits", () => {
  it.each<[string, unknown, string]>([
    ["no JSON", "PK\u0003\u0004", "no JSON"],
    ["another GeoJSON", territory(KAYES), "FeatureCollection"],
    ["an empty one", collection([]), "no feature"],
    [
      "another reference system",
      { ...collection([territory(KAYES)]), crs: { type: "name", properties: { name: "urn:ogc:def:crs:EPSG::32629" } } },
      "EPSG::32629",
    ],
    ["no geometry", collection([{ ...territory(KAYES), geometry: null }]), "Feature 1 (ML01) has no geometry"],
    ["a point", collection([{ ...territory(KAYES), geometry: { type: "Point", coordinates: [-11, 12] } }]), "is a Point"],
    ["an empty geometry", collection([{ ...territory(KAYES), geometry: { type: "MultiPolygon", coordinates: [] } }]), "empty geometry"],
    ["a coordinate that is no number", collection([polygon([[-11, 12], ["a", 12] as never])]), "coordinates that are no numbers"],
    ["no code", collection([{ ...territory(KAYES), properties: { admin1: "ML01" } }]), 'Feature 1 has no "pcode". Its properties are: admin1.'],
    ["a code twice", collection([territory(KAYES), territory({ ...KOULIKORO, code: "ML01" })]), "Feature 2 (ML01) has the code of feature 1"],
    ["metres", collection([polygon(square.map(([x, y]) => [x! * 50_000, y! * 100_000]))]), "the file is projected"],
    ["latitude first", collection([polygon(square.map(([x, y]) => [y!, x!]))]), "latitude before longitude"],
    ["another country", collection([polygon(square.map(([x, y]) => [x! + 40, y!]))]), "outside of the map of the home country"],
    ["an open ring", collection([polygon(square.slice(0, -1))]), "is not closed"],
    ["a ring of two points", collection([polygon([square[0]!, square[1]!, square[1]!, square[0]!])]), "fewer than three"],
    ["a bow tie", collection([polygon([square[0]!, square[2]!, square[1]!, square[3]!, square[0]!])]), "crosses itself"],
    ["a way there and back", collection([polygon([square[0]!, square[1]!, [-10.5, 12], square[2]!, square[0]!])]), "crosses itself"],
    [
      "a hole elsewhere",
      collection([
        polygon(
          square,
          square.map(([x, y]) => [x! + 3, y!]),
        ),
      ]),
      "a hole at -8, 12 lies outside",
    ],
  ])("is refused with what is wrong, where and what to do: %s", (_, content, words) => {
    expect(() => read(bytesOf(content))).toThrow(words);
  });

  it("names every bad feature at once, by number and code, and stops after twenty", () => {
    const bad = Array.from({ length: 30 }, (_, index) => ({ ...polygon(square.slice(0, -1)), properties: { pcode: `E${index}` } }));
    expect(() => read(bytesOf(collection(bad)))).toThrow(/Feature 1 \(E0\).*\n.*Feature 2 \(E1\)[\s\S]*… and 10 more\.$/);
  });

  it("may not be larger than the computer can hold", () => {
    expect(() => readTerritories(new Uint8Array(MOST_BYTES + 1), "pcode")).toThrow(`${MOST_BYTES} is the most`);
  });

  it("is taken with a hole, a ring that touches itself in a point, a number as a code, and heights", () => {
    const hole = rectangle(-11.5, 12, -11, 12.5);
    expect(read(file([{ ...KAYES, holes: [hole] }]))[0]!.pieces[0]).toHaveLength(2);
    const touching = [...square.slice(0, 2), [-10.5, 12.5], square[2]!, square[3]!, [-10.5, 12.5], square[0]!];
    const [taken] = read(bytesOf(collection([{ ...polygon(touching.map((point) => [...point, 300])), properties: { pcode: 7 } }])));
    expect(taken).toMatchObject({ code: "7", number: 1 });
    expect(taken!.pieces[0]![0]![0]).toEqual([-11, 12]);
  });
});

describe("simplifying", () => {
  const territories = read(file());
  const { shapes, lines, alone } = simplifyTerritories(territories, "region");
  const outer = (code: string) => shapes.get(code)!.coordinates[0]![0]!;

  it("takes most points away, and keeps the form", () => {
    for (const { code, pieces } of territories) {
      expect(outer(code).length).toBeLessThan(pieces[0]![0]!.length / 2);
      expect(areaOf(outer(code)) / Math.abs(areaOf(pieces[0]![0]!))).toBeCloseTo(1, 1);
      expect(shapes.get(code)!.path).toMatch(/^M\d+ \d+l.+z$/);
      expect(shapes.get(code)!.places.length).toBeGreaterThan(0);
    }
  });

  it("leaves no gap: neighbours have the same points on the line between them, which is drawn once", () => {
    const onLine = (points: readonly (readonly number[])[]) => points.filter(([lng]) => Math.abs(lng! + 9.3) < 0.1).map(String);
    const [left, right] = [onLine(outer("ML01")), onLine(outer("ML02"))];
    expect(left.length).toBeGreaterThan(1);
    expect(new Set(right)).toEqual(new Set(left));
    expect(lines.inner.flatMap(onLine).length).toBe(new Set(left).size);
    expect(lines.outline.flat().length).toBeGreaterThan(4);
    expect(alone).toEqual([]);
  });

  it("gives no zone up, however small, and turns outer rings one way and holes the other", () => {
    const small = { code: "SMALL", corners: rectangle(-11, 12, -10.99, 12.01) };
    const found = simplifyTerritories(
      read(
        file([
          { ...KAYES, holes: [small.corners] },
          { ...small, corners: [...small.corners].reverse() },
        ]),
      ),
      "region",
    );
    const [kayes, tiny] = ["ML01", "SMALL"].map((code) => found.shapes.get(code)!.coordinates[0]!);
    expect(kayes!.map((ring) => Math.sign(areaOf(ring)))).toEqual([1, -1]);
    expect(areaOf(tiny![0]!)).toBeGreaterThan(0.00005);
  });

  it("names what shares no line with a neighbour, as an island or a file drawn apart", () => {
    const apart = { code: "ISLAND", corners: rectangle(0, 17, 1, 18) };
    expect(simplifyTerritories(read(file([...NEIGHBOURS, apart])), "region").alone).toEqual(["ISLAND"]);
  });
});

describe("matching", () => {
  const zone = (changes: Partial<KnownZone>): KnownZone => ({
    ...{ id: 1, code: "ML-1", slug: "kayes", name: "Kayes", level: "region", pcode: "ML01", path: ["ML", "ML-1"], position: { lat: 14.4, lng: -11.4 } },
    ...changes,
  });
  const kayes = zone({});
  const koulikoro = zone({
    id: 2,
    code: "ML-2",
    slug: "koulikoro",
    name: "Koulikoro",
    pcode: "ML02",
    path: ["ML", "ML-2"],
    position: { lat: 12.9, lng: -7.6 },
  });
  const town = zone({ id: 3, code: "ML-1-kayes-ville", slug: "kayes-ville", level: "commune", pcode: null, path: ["ML", "ML-1", "ML-1-kayes-ville"] });
  const zones = [kayes, koulikoro, town];
  const slugs = (territories = read(file()), table: string | null = null, known = zones) => {
    const { matches, unknown, missing, elsewhere } = matchTerritories(territories, known, "region", table === null ? null : readConfirmed(table));
    return {
      matches: matches.map(({ territory: { code }, zone: { slug } }) => `${code} ${slug}`),
      unknown: unknown.map(({ code }) => code),
      missing: missing.map(({ slug }) => slug),
      elsewhere: elsewhere.map(({ place: { slug } }) => slug),
    };
  };

  it("is by P-code, and says what is left on both sides", () => {
    expect(slugs()).toEqual({ matches: ["ML01 kayes", "ML02 koulikoro"], unknown: [], missing: [], elsewhere: [] });
    const other = read(file([KAYES, { ...KOULIKORO, code: "E1" }]));
    expect(slugs(other)).toEqual({ matches: ["ML01 kayes"], unknown: ["E1"], missing: ["koulikoro"], elsewhere: [] });
  });

  it("is never by name", () => {
    const named = read(bytesOf(collection([{ ...territory(KAYES), properties: { pcode: "Kayes", name: "Kayes" } }])));
    expect(() => slugs(named)).toThrow("Names are not compared");
  });

  it("refuses codes that another list gives to other territories", () => {
    const swapped = read(
      file([
        { ...KAYES, code: "ML02" },
        { ...KOULIKORO, code: "ML01" },
      ]),
    );
    expect(() => slugs(swapped)).toThrow(/Feature 1 \(ML02\) has the P-code of Koulikoro \(koulikoro\), and does not hold its point.*--table/);
  });

  it("is by a confirmed table, which a code that nobody has, a wrong level and an unknown zone make useless", () => {
    const renamed = read(
      file([
        { ...KAYES, code: "A" },
        { ...KOULIKORO, code: "B" },
      ]),
    );
    expect(slugs(renamed, "code;slug;valid_from\nA;kayes;\nB;koulikoro;2023-03-13").matches).toEqual(["A kayes", "B koulikoro"]);
    expect(() => slugs(renamed, "code,slug\nA,kayes-ville\nB,nowhere\nC,koulikoro")).toThrow(
      /leads A to Kayes \(kayes-ville\), which is a commune[\s\S]*"nowhere", which is no zone[\s\S]*code C, which the file does not have/,
    );
    expect(() => readConfirmed("code,slug,valid_from\nA,kayes,13/03/2023\nA,kita,")).toThrow(/"13\/03\/2023"; write it as 2023-03-13[\s\S]*repeats the code A/);
    expect(() => readConfirmed('code,slug\n"A')).toThrow("no CSV");
  });

  it("names the places that the directory has in a zone, and the file outside of it", () => {
    const nioro = zone({
      id: 4,
      code: "ML-1-nioro",
      slug: "nioro",
      level: "cercle",
      pcode: null,
      path: ["ML", "ML-1", "ML-1-nioro"],
      position: { lat: 15.2, lng: -9.2 },
    });
    expect(slugs(read(file()), null, [...zones, nioro]).elsewhere).toEqual(["nioro"]);
    expect(holdsPoint(read(file([KAYES]))[0]!, nioro.position!)).toBe(false);
  });
});
