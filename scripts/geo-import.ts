/**
 * npm run geo:import: official limits of regions, cercles or communes from a GeoJSON file. See decision 27 and the README.
 *   file.geojson --level region --code-field adm1_pcode --source "…" --licence "…" --valid-from 2023-03-13
 *     [--valid-to day] [--table confirmed.csv] [--allow-unmatched] [--dry-run]
 *   --remove --level region --valid-from 2023-03-13
 */
import { readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { database } from "@/data/client";
import { removeLimits } from "@/data/limits/write";
import { LIMIT_LEVELS } from "@/domain/published/limits";
import { importLimits } from "./limits/import";
import { isDay, isLimitLevel } from "./limits/match";
import { LimitsRefused, refuse } from "./limits/problem";
import { MOST_BYTES } from "./limits/read-file";

const TEXT_MAX = 300;

/** The bytes of a file that a person named; a directory, a missing or a large one is a refusal. */
function bytesOf(path: string): Uint8Array {
  const size = statSync(path, { throwIfNoEntry: false });
  if (!size?.isFile()) throw new LimitsRefused([`There is no file ${path}.`]);
  if (size.size > MOST_BYTES)
    throw new LimitsRefused([`${path} has ${size.size} bytes; ${MOST_BYTES} is the most. Simplify it with a tolerance of some metres.`]);
  return readFileSync(path);
}

async function run(): Promise<string[]> {
  const { values, positionals } = parseArgs({
    options: {
      ...{ level: { type: "string" }, "code-field": { type: "string" }, source: { type: "string" }, licence: { type: "string" } },
      ...{ "valid-from": { type: "string" }, "valid-to": { type: "string" }, table: { type: "string" } },
      ...{ "allow-unmatched": { type: "boolean" }, "dry-run": { type: "boolean" }, remove: { type: "boolean" } },
    },
    allowPositionals: true,
  });
  const { level, source = "", licence = "", table, remove = false } = values;
  const { "code-field": codeField = "", "valid-from": from = "", "valid-to": to } = values;
  const needed = (name: string, text: string) =>
    text.trim() === "" ? [`--${name} is missing.`] : text.length > TEXT_MAX ? [`--${name} is longer than ${TEXT_MAX} characters.`] : [];
  refuse([
    ...(isLimitLevel(level) ? [] : [`--level is ${LIMIT_LEVELS.join(", ")}: not "${level ?? ""}".`]),
    ...(isDay(from) ? [] : [`--valid-from is the day since which these limits hold, such as 2023-03-13: not "${from}".`]),
    ...(to === undefined || (isDay(to) && to > from) ? [] : [`--valid-to is the first day on which they no longer hold, after --valid-from: not "${to}".`]),
    ...(remove ? [] : [...needed("code-field", codeField), ...needed("source", source), ...needed("licence", licence)]),
    ...(positionals.length === (remove ? 0 : 1)
      ? []
      : [remove ? "--remove takes no file." : "Say which file, as in: npm run geo:import -- limits.geojson --level region …"]),
  ]);
  if (!isLimitLevel(level)) return [];
  if (remove) {
    if (await removeLimits(database(), level, from)) return ["Removed: maps draw the limits that held before, or those that come with the code."];
    throw new LimitsRefused([`There are no imported limits of level ${level} that begin on ${from}.`]);
  }
  return importLimits({
    ...{ level, codeField, source: source.trim(), licence: licence.trim(), validFrom: from, validTo: to ?? null },
    file: bytesOf(positionals[0]!),
    table: table === undefined ? null : new TextDecoder().decode(bytesOf(table)),
    allowUnmatched: values["allow-unmatched"] ?? false,
    dryRun: values["dry-run"] ?? false,
  });
}

try {
  console.log((await run()).join("\n"));
} catch (error) {
  const argument = error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
  if (!(error instanceof LimitsRefused) && !argument) throw error;
  console.error((error as Error).message);
  process.exitCode = 1;
} finally {
  await database().$disconnect();
}
