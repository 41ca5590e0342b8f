import { parse } from "csv-parse/sync";
import { z } from "zod";
import { LIMIT_LEVELS, type LimitLevel } from "@/domain/published/limits";
import { holdsPoint } from "./check";
import { LimitsRefused, refuse } from "./problem";
import { placeOf, type Territory } from "./read-file";

/** Whether a text is a day that the calendar has, such as 2023-03-13. */
export const isDay = (text: string): boolean => z.iso.date().safeParse(text).success;

/** A zone of the home country, as the directory has it. */
export type KnownZone = {
  id: number;
  code: string;
  slug: string;
  name: string;
  level: LimitLevel | (string & {});
  pcode: string | null;
  /** Codes from the country down to the zone itself. */
  path: readonly string[];
  position: { lat: number; lng: number } | null;
};
/** A row of a confirmed table: to which zone a code of the file belongs and, where it is known, since when and until when that zone exists. */
export type Confirmed = { code: string; slug: string; validFrom: string | null; validTo: string | null };

export type Match = { territory: Territory; zone: KnownZone };
export type Matching = {
  matches: Match[];
  /** Territories without a zone, zones of the level without a territory. */
  unknown: Territory[];
  missing: KnownZone[];
  /** Places that the directory has inside a matched zone, and the file outside of it. */
  elsewhere: { place: KnownZone; zone: KnownZone }[];
};

/** Reads a confirmed table: `code`, `slug` and, if need be, `valid_from` and `valid_to`; separated by commas or semicolons. */
export function readConfirmed(text: string): Confirmed[] {
  let records: Record<string, string>[];
  try {
    records = parse(text, { columns: true, bom: true, delimiter: [",", ";"], trim: true, skip_empty_lines: true, relax_column_count: true });
  } catch (error) {
    throw new LimitsRefused([`The table is no CSV: ${(error as Error).message}`]);
  }
  const problems: string[] = [];
  const seen = new Set<string>();
  const rows = records.map((record, index): Confirmed => {
    const { code = "", slug = "", valid_from: from = "", valid_to: to = "" } = record;
    const say = (problem: string) => problems.push(`Line ${index + 2} of the table ${problem}`);
    if (code === "" || slug === "") say('needs a "code" (of the file) and a "slug" (of a zone of the directory).');
    for (const one of [`code ${code}`, `slug ${slug}`]) if (seen.size === seen.add(one).size) say(`repeats the ${one}.`);
    for (const date of [from, to]) if (date !== "" && !isDay(date)) say(`has the date "${date}"; write it as 2023-03-13.`);
    if (from !== "" && to !== "" && from >= to) say("ends before it begins.");
    return { code, slug, validFrom: from || null, validTo: to || null };
  });
  if (rows.length === 0) problems.push("The table has no row.");
  refuse(problems);
  return rows;
}

function byTable(territories: readonly Territory[], zones: readonly KnownZone[], level: LimitLevel, table: readonly Confirmed[]): Match[] {
  const zoneOf = new Map(zones.map((zone) => [zone.slug, zone]));
  const territoryOf = new Map(territories.map((territory) => [territory.code, territory]));
  const problems: string[] = [];
  const matches = table.flatMap(({ code, slug }): Match[] => {
    const [territory, zone] = [territoryOf.get(code), zoneOf.get(slug)];
    if (!territory) problems.push(`The table has the code ${code}, which the file does not have.`);
    if (!zone) problems.push(`The table leads ${code} to "${slug}", which is no zone of the home country. Its address on the site ends with its slug.`);
    else if (zone.level !== level) problems.push(`The table leads ${code} to ${zone.name} (${slug}), which is a ${zone.level} and no ${level}.`);
    return territory && zone ? [{ territory, zone }] : [];
  });
  refuse(problems);
  return matches;
}

function byPcode(territories: readonly Territory[], zones: readonly KnownZone[], level: LimitLevel): Match[] {
  const zoneOf = new Map(zones.filter((zone) => zone.level === level && zone.pcode !== null).map((zone) => [zone.pcode, zone]));
  const matches = territories.flatMap((territory): Match[] => {
    const zone = zoneOf.get(territory.code);
    return zone ? [{ territory, zone }] : [];
  });
  // Lists of other years may give a code to another territory: what is known of where a zone lies must agree.
  refuse(
    matches.flatMap(({ territory, zone }) =>
      zone.position && !holdsPoint(territory, zone.position)
        ? [
            `${placeOf(territory)} has the P-code of ${zone.name} (${zone.slug}), and does not hold its point ${zone.position.lat}, ${zone.position.lng}: the file's codes may be of another list. Confirm them with --table.`,
          ]
        : [],
    ),
  );
  return matches;
}

/**
 * Finds the zone of each territory by a confirmed table, or without one by P-code; never by name: Kayes is a region, a cercle and a town.
 * @param zones all of the home country
 * @throws LimitsRefused when nothing matches, or the table or the codes are wrong
 */
export function matchTerritories(
  territories: readonly Territory[],
  zones: readonly KnownZone[],
  level: LimitLevel,
  table: readonly Confirmed[] | null,
): Matching {
  const matches = table ? byTable(territories, zones, level, table) : byPcode(territories, zones, level);
  const known = zones.flatMap((zone) => (zone.level === level ? (zone.pcode ?? []) : []));
  if (matches.length === 0)
    refuse([
      `No feature has the P-code of a ${level}. Theirs: ${territories.map(({ code }) => code).join(", ")}. The directory's: ${known.join(", ") || "none"}. ` +
        "Names are not compared. Confirm which code is which zone with --table.",
    ]);
  const [found, matched] = [new Set(matches.map(({ territory }) => territory)), new Set(matches.map(({ zone }) => zone))];
  return {
    matches,
    unknown: territories.filter((territory) => !found.has(territory)),
    missing: zones.filter((zone) => zone.level === level && !matched.has(zone)),
    elsewhere: matches.flatMap(({ territory, zone }) =>
      zones.flatMap((place) => (place.position && place.path.includes(zone.code) && !holdsPoint(territory, place.position) ? [{ place, zone }] : [])),
    ),
  };
}

export const isLimitLevel = (value: unknown): value is LimitLevel => (LIMIT_LEVELS as readonly unknown[]).includes(value);
