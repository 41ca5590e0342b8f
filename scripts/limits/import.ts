import { createHash } from "node:crypto";
import { database } from "@/data/client";
import { writeLimits, zonesToMatch } from "@/data/limits/write";
import type { LimitLevel } from "@/domain/published/limits";
import { checkTerritories } from "./check";
import { matchTerritories, readConfirmed, type Matching } from "./match";
import { LimitsRefused } from "./problem";
import { placeOf, readTerritories } from "./read-file";
import { countPoints, simplifyTerritories } from "./simplify";

export type ImportRequest = {
  file: Uint8Array;
  /** A confirmed table, as its file has it; null to match by P-code. */
  table: string | null;
  level: LimitLevel;
  codeField: string;
  source: string;
  licence: string;
  /** Days, ISO 8601. */
  validFrom: string;
  validTo: string | null;
  allowUnmatched: boolean;
  dryRun: boolean;
};

const named = (zones: readonly { name: string; slug: string }[]) => zones.map(({ name, slug }) => `${name} (${slug})`).join(", ");

/** What does not fit, in lines; empty when everything does. */
const misfits = ({ unknown, missing, elsewhere }: Matching, level: LimitLevel): string[] => [
  ...(unknown.length > 0 ? [`Without a zone in the directory, and left out: ${unknown.map(placeOf).join(", ")}.`] : []),
  ...(missing.length > 0 ? [`Zones of level ${level} without limits in the file: ${named(missing)}.`] : []),
  ...elsewhere.map(({ place, zone }) => `${named([place])} is in ${named([zone])} in the directory, and outside of its limits in the file.`),
];

const digestOf = (request: ImportRequest) => {
  const { file, table, level, codeField, source, licence, validFrom, validTo } = request;
  return createHash("sha256")
    .update(file)
    .update(JSON.stringify([table, level, codeField, source, licence, validFrom, validTo]))
    .digest("hex");
};

/**
 * Imports limits, all or nothing.
 * @returns what was matched and what was not, in lines
 * @throws LimitsRefused before anything is written: for a bad file or table, or for what does not fit unless that is allowed
 */
export async function importLimits(request: ImportRequest): Promise<string[]> {
  const { level, allowUnmatched, dryRun } = request;
  const territories = readTerritories(request.file, request.codeField);
  checkTerritories(territories);
  const table = request.table === null ? null : readConfirmed(request.table);
  const matching = matchTerritories(territories, await zonesToMatch(database()), level, table);
  const { shapes, lines, alone } = simplifyTerritories(territories, level);
  const unfit = misfits(matching, level);
  const before = countPoints(territories.flatMap(({ pieces }) => pieces.flat()));
  const after = countPoints([...shapes.values()].flatMap(({ coordinates }) => coordinates.flat()));
  const report = [
    `${territories.length} territories; ${before} points simplified to ${after}.`,
    `Matched by ${table ? "the table" : "P-code"}: ${matching.matches.map(({ territory, zone }) => `${territory.code} ${named([zone])}`).join(", ")}.`,
    ...(alone.length > 0 ? [`Without a line in common with a neighbour, which an island is: ${alone.join(", ")}. Else gaps may show on the map.`] : []),
    ...unfit,
  ];
  if (unfit.length > 0 && !allowUnmatched)
    throw new LimitsRefused([
      ...report,
      "Nothing was imported. Add the zones, confirm the codes with --table, or accept what is said above with --allow-unmatched.",
    ]);
  if (dryRun) return [...report, "Nothing was written: this was a dry run."];
  const written = await writeLimits(database(), {
    ...request,
    ...{ digest: digestOf(request), lines },
    zones: matching.matches.map(({ territory: { code }, zone: { id } }) => ({ id, code, shape: shapes.get(code)! })),
    validity: matching.matches.flatMap(({ territory, zone: { id } }) => {
      const row = table?.find(({ code }) => code === territory.code);
      return row && (row.validFrom ?? row.validTo) !== null ? [{ id, validFrom: row.validFrom, validTo: row.validTo }] : [];
    }),
  });
  const said = {
    same: "These limits are there already: nothing was changed.",
    new: "Imported.",
    replaced: `Imported; they replace the limits of level ${level} that began on ${request.validFrom}.`,
  };
  return [...report, said[written]];
}
