import { beforeAll, describe, expect, it } from "vitest";
import { readMapping } from "@/data/sources/cartographie-osc-mali-2022/read";
import type { MappingRows } from "@/data/sources/cartographie-osc-mali-2022/tables";
import { fold } from "@/domain/fold";
import { ZONE_LEVELS } from "@/domain/vocabularies";
import { MAPPING_FOLDER } from "../support/seed-files";

let zones: MappingRows["zones"];
beforeAll(async () => {
  zones = (await readMapping(MAPPING_FOLDER)).rows.zones;
});
const parentOf = (slug: string) => zones.find((zone) => zone.slug === slug)?.parent;

describe("the zone tree", () => {
  it("puts every zone inside a wider one", () => {
    const level = new Map(zones.map((zone) => [zone.code, ZONE_LEVELS.indexOf(zone.level)]));
    for (const zone of zones) {
      if (zone.parent === null) expect(zone.level, zone.code).toBe("country");
      else expect(level.get(zone.parent), zone.code).toBeLessThan(level.get(zone.code)!);
    }
  });

  it("has the ten regions of Mali and Bamako under their ISO 3166-2 codes", () => {
    const regions = zones.filter((zone) => zone.parent === "ML").map((zone) => zone.code);
    expect(regions.sort()).toEqual([...Array.from({ length: 10 }, (_, index) => `ML-${index + 1}`), "ML-BKO"].sort());
  });

  it("puts the cercles in their regions", () => {
    const inside: Record<string, string[]> = {
      "ML-1": ["kayes-cercle", "nioro", "yelimane", "kita", "bafoulabe"],
      "ML-2": ["banamba", "kangaba", "nara"],
      "ML-3": ["koutiala", "bougouni", "yanfolila"],
      "ML-4": ["niono", "san"],
      "ML-5": ["bandiagara"],
    };
    for (const [region, slugs] of Object.entries(inside)) for (const slug of slugs) expect(parentOf(slug), slug).toBe(region);
  });

  it("gives the bare name to the widest of those that share it", () => {
    const slugs = new Set(zones.map((zone) => zone.slug));
    expect(zones.find((zone) => zone.slug === "kayes")?.code).toBe("ML-1");
    for (const slug of ["kayes-cercle", "kayes-ville", "nioro", "kita", "kita-ville"]) expect(slugs).toContain(slug);
  });

  it("never gives one name to two zones", () => {
    const keys = zones.flatMap((zone) => [...new Set([zone.name, ...zone.aliases].map(fold))]);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("has the P-codes of 2015 for regions and cercles alone, those of a cercle within its region's, none for regions made since", () => {
    const coded = zones.filter(({ pcode }) => pcode !== null);
    const codeOf = new Map(coded.map(({ code, pcode }) => [code, pcode!]));
    expect(new Set(codeOf.values()).size).toBe(coded.length);
    for (const { code, level, parent, pcode, pcode_source } of coded) {
      expect(pcode, code).toMatch(level === "region" ? /^ML\d\d$/ : /^ML\d{4}$/);
      if (level === "cercle") expect(pcode!.startsWith(codeOf.get(parent!)!), code).toBe(true);
      expect(pcode_source).toContain("OCHA");
    }
    expect([codeOf.get("ML-1"), codeOf.get("ML-1-kayes-cercle"), codeOf.has("ML-1-kayes-ville")]).toEqual(["ML01", "ML0101", false]);
    expect([codeOf.has("ML-9"), codeOf.has("ML-10")]).toEqual([false, false]);
  });

  it("has coordinates with a source inside Mali or France, and none for a traditional territory or a town that GeoNames lacks", () => {
    for (const zone of zones.filter((candidate) => candidate.lat !== null)) {
      const [south, north, west, east] = zone.code.startsWith("ML") ? [10, 25, -12.3, 4.3] : [41, 51.2, -5.2, 9.7];
      expect(zone.coordinates_source, zone.code).toMatch(/^GeoNames \(geonames\.org\), CC BY 4\.0 : /);
      expect(zone.lat! > south && zone.lat! < north && zone.lon! > west && zone.lon! < east, zone.code).toBe(true);
    }
    for (const slug of ["guidimakha", "diombougou", "koniakary", "sandare"])
      expect(zones.find((zone) => zone.slug === slug)).toMatchObject({ lat: null, lon: null });
  });
});
