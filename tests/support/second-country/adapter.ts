import { z } from "zod";
import { type ImportedStatement, NO_CONTENT, type OwnNameRecord, type SourceAdapter, type ZoneRecord } from "@/data/sources/adapter";
import { code, degrees, integer, optionalCode, optionalText, text } from "@/data/sources/columns";
import { readSources, readTables, type RowsOf } from "@/data/sources/read-table";
import type { LegalStatus, Perimeter, PerimeterScale, Theme, Typology, ZoneLevel } from "@/domain/vocabularies";

/** A made-up register of a made-up country: its own words for everything, amounts in ouguiyas, lists joined by ";". */
const SOURCE = "repertoire-essai";
const LIST = "Registre A";

const LEVELS = { pays: "country", province: "region", département: "cercle", arrondissement: "commune" } as const satisfies Record<string, ZoneLevel>;
const NATURES = { association: "local_organisation", ong: "national_ngo", réseau: "network_platform" } as const satisfies Record<string, Typology>;
const FORMS = {
  récépissé: "declared",
  "convention d’établissement": "framework_agreement",
  "utilité publique": "public_utility",
  aucune: "de_facto",
} as const satisfies Record<string, LegalStatus>;
const REACHES = {
  arrondissement: ["local", "commune"],
  département: ["local", "cercle"],
  province: ["local", "regional"],
  national: ["national", null],
  international: ["international", null],
} as const satisfies Record<string, [Perimeter, PerimeterScale | null]>;
const AXES: Record<string, Theme> = { jeunes: "youth_support", femmes: "women_rights", retour: "return_reintegration" };

/** 5,000 and 100,000 euros in ouguiyas, at the rate of the register's year. */
const MEDIUM_FROM = 215_000;
const HIGH_ABOVE = 4_300_000;

const OWN_NAMES: OwnNameRecord[] = [
  ...(["fr", "en"] as const).flatMap((language) => {
    const named = language === "fr" ? ["Province", "Département", "Arrondissement"] : ["Province", "Department", "Borough"];
    const codes = ["region", "cercle", "commune"] as const;
    return codes.map((level, index) => ({ country: "XS", kind: "level" as const, code: level, language, name: named[index]! }));
  }),
  { country: "XS", kind: "legal_status", code: "framework_agreement", language: "fr", name: "Convention d’établissement" },
  { country: "XS", kind: "legal_status", code: "framework_agreement", language: "en", name: "Establishment agreement" },
];

const keysOf = <T extends object>(codes: T) => Object.keys(codes) as [keyof T & string, ...(keyof T & string)[]];
const several = (cell: string, separator: string) => cell.split(separator).filter((part) => part !== "");
/** "1 204" */
const spaced = z
  .string()
  .regex(/^\d{1,3}( \d{3})*$/, "is not a number")
  .describe("Write digits in groups of three.")
  .transform((written) => Number(written.replaceAll(" ", "")));

const TABLES = {
  territories: {
    file: "territoires.csv",
    row: z.object({
      identifiant: text(),
      intitule: text(),
      echelon: code(keysOf(LEVELS)),
      dans: optionalText(),
      autres_graphies: z.string(),
      latitude: degrees(90),
      longitude: degrees(180),
    }),
  },
  structures: {
    file: "structures.csv",
    row: z.object({
      matricule: integer(1, 999),
      denomination: text(),
      sigle: optionalText(),
      nature: code(keysOf(NATURES)),
      forme: code(keysOf(FORMS)),
      budget_annuel: z
        .string()
        .regex(/^(|variable|\d{1,3}( \d{3})* MRU)$/, "is not an amount")
        .describe('Write an amount such as "40 000 MRU", "variable", or nothing.'),
      rayon: optionalCode(keysOf(REACHES)),
      lieux: text(),
      axes: z.string(),
      telephone: optionalText(),
      ligne: integer(1, 99),
    }),
  },
  figures: { file: "chiffres.csv", row: z.object({ territoire: text(), indicateur: text(), nombre: spaced, ligne: integer(1, 99) }) },
};
type Rows = RowsOf<typeof TABLES>;
type Structure = Rows["structures"][number];

const slugOf = (written: string) =>
  written
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");

function tierOf(budget: string): string {
  if (budget === "variable") return budget;
  const amount = Number(budget.replace(/\D/g, ""));
  return amount < MEDIUM_FROM ? "low" : amount <= HIGH_ABOVE ? "medium" : "high";
}

function statementsOf(row: Structure): ImportedStatement[] {
  const reach = row.rayon === null ? null : REACHES[row.rayon];
  const say = (field: string, value: string, more: Partial<ImportedStatement> = {}): ImportedStatement => ({
    ...{ organisation: slugOf(row.denomination), field, value, basis: "stated", source: SOURCE, place: LIST, words: null },
    ...{ lineStart: row.ligne, lineEnd: row.ligne, ...more },
  });
  return [
    say("name", row.denomination),
    ...(row.sigle === null ? [] : [say("acronym", row.sigle)]),
    say("kind", row.nature === "réseau" ? "network" : "cso", { basis: "inferred" }),
    say("typology", NATURES[row.nature], { words: row.nature }),
    ...(reach === null ? [] : [say("perimeter", reach[0], { words: row.rayon })]),
    ...(reach?.[1] ? [say("perimeter_scale", reach[1], { cited: false })] : []),
    say("legal_status", FORMS[row.forme], { words: row.forme }),
    ...(row.budget_annuel === "" ? [] : [say("budget_tier", tierOf(row.budget_annuel), { words: row.budget_annuel })]),
    ...several(row.lieux, ";").map((zone) => say("zones", zone)),
    ...several(row.axes, ";").map((axis) => say("themes", AXES[axis]!, { words: axis })),
    ...(row.telephone === null
      ? []
      : [say("contacts", row.telephone, { contact: { channel: "phone", raw: row.telephone, usable: row.telephone.replaceAll(" ", ""), state: "ok" } })]),
  ];
}

function zoneOf(row: Rows["territories"][number]): ZoneRecord {
  return {
    ...{ code: row.identifiant, slug: slugOf(row.intitule), name: row.intitule, level: LEVELS[row.echelon], parent: row.dans },
    ...{ lat: row.latitude, lng: row.longitude, coordinatesSource: row.latitude === null ? null : "Essai", note: { fr: null, en: null } },
    otherNames: several(row.autres_graphies, "|"),
  };
}

export const registerOfEssai: SourceAdapter = {
  slug: SOURCE,
  title: "the register of the made-up country",
  release: { on: "2026-10-01", digest: "" },
  async read(folder) {
    const { rows, problems } = await readTables(folder, TABLES);
    const sources = await readSources(folder, problems);
    if (problems.length > 0) return { problems };
    return {
      problems,
      content: {
        ...NO_CONTENT,
        sources,
        zones: rows.territories.map(zoneOf),
        organisations: rows.structures.map(({ denomination: name, nature }) => ({ slug: slugOf(name), name, kind: nature === "réseau" ? "network" : "cso" })),
        statements: () => [
          ...rows.structures.flatMap(statementsOf),
          ...rows.figures.map(({ territoire, indicateur, nombre, ligne }): ImportedStatement => ({
            ...{ zone: territoire, field: `${indicateur}_2025`, shape: "number", value: String(nombre), unit: "associations", basis: "stated" },
            ...{ source: SOURCE, place: null, lineStart: ligne, lineEnd: ligne, words: null },
          })),
        ],
        parts: [{ source: SOURCE, part: "mapped", place: LIST }],
        ownNames: OWN_NAMES,
      },
    };
  },
};
