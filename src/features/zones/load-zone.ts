import "server-only";
import { communitiesIn } from "@/data/community/in-zone";
import { blindSpots } from "@/data/search/blind-spots";
import { coverageOf } from "@/data/search/coverage";
import { searchOrganisations } from "@/data/search/search";
import { statisticsOfZone } from "@/data/statistic/published";
import { ownNames } from "@/data/country/own-names";
import type { BlindSpot } from "@/domain/blind-spots";
import { kilometresBetween } from "@/domain/complement";
import type { Coverage } from "@/domain/coverage";
import type { OwnNames } from "@/domain/own-names";
import type { ThemeTerm } from "@/domain/terms";
import type { PublishedStatistic } from "@/domain/published/figure";
import { presentLimits } from "@/data/limits/present";
import { findZone } from "@/data/zone/find";
import type { PublishedLimits } from "@/domain/published/limits";
import type { PlacedZone, ZoneRecord } from "@/domain/published/zone";
import { zonePlaces } from "@/data/zone/tree";
import type { DirectoryQuery, FilterGroup, ParameterProblem } from "@/domain/filters";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Facets } from "@/domain/published/search";

export type ZoneData = {
  ok: true;
  zone: PlacedZone & ZoneRecord;
  /** From the country down, without the zone itself. */
  parents: PlacedZone[];
  /** Zones directly inside, with the number of organisations there. */
  children: { zone: PlacedZone; count: number }[];
  /** The regions of the same country, for the locator map. */
  regions: PlacedZone[];
  /** Whom the numbers of the zones inside leave out; none where there is no zone inside. */
  blindSpots: BlindSpot[];
  total: number;
  organisations: PublicOrganisationSummary[];
  facets: Facets;
  statistics: PublishedStatistic[];
  /** Communities of return studied there. */
  communities: { slug: string; name: string }[];
  /** What was imported and holds today. */
  limits: PublishedLimits[];
  /** What its country calls levels. */
  names: OwnNames;
  /** Themes by what lies inside; null where nothing does. */
  coverage: Coverage | null;
  /** For each theme that somebody near does without: the nearest places of its level where no source names anybody. */
  without: { theme: ThemeTerm; places: PlacedZone[] }[];
};

/** What the page counts, beside the zones inside. */
const FACETS = ["typology", "theme"] as const satisfies readonly FilterGroup[];

/**
 * A zone and what happens there, under the filters of the query.
 * @param key code or slug
 * @returns null when there is no such zone
 */
export async function loadZone(key: string, query: DirectoryQuery): Promise<ZoneData | { ok: false; problems: ParameterProblem[] } | null> {
  const [record, { byCode, inside: within }] = await Promise.all([findZone(key), zonePlaces()]);
  const placed = record && byCode.get(record.code);
  if (!placed) return null;
  const inside = { ...query, groups: { ...query.groups, zone: [placed.code] } };
  const [search, statistics, names, communities, limits] = await Promise.all([
    searchOrganisations(inside, FACETS),
    statisticsOfZone(placed.code),
    ownNames(),
    communitiesIn(placed.code),
    presentLimits(),
  ]);
  if (!search.ok) return search;
  const [parent] = placed.path.slice(-2, -1);
  const [own, beside] = await Promise.all([
    within(placed.code).length > 0 ? coverageOf(inside, "theme_zone") : null,
    parent && placed.position ? coverageOf({ ...query, groups: { ...query.groups, zone: [parent] } }, "theme_zone") : null,
  ]);
  const children = within(placed.code).map((zone) => ({ zone, count: search.countOf(`zone:${zone.code}`) }));
  return {
    ok: true,
    zone: { ...placed, ...record },
    parents: placed.path.slice(0, -1).flatMap((code) => byCode.get(code) ?? []),
    children,
    regions: within(placed.path[0]!).filter(({ level }) => level === "region"),
    blindSpots: children.length > 0 ? await blindSpots(inside, placed.path[0]!) : [],
    total: search.total,
    organisations: search.items,
    facets: search.facets,
    statistics,
    communities,
    limits,
    names,
    coverage: own?.ok && own.coverage.columns.length > 0 ? own.coverage : null,
    without: beside?.ok ? nearestWithout(placed, within(parent!), beside.coverage) : [],
  };
}

/** How many places are named for a theme. */
const NEAREST = 3;

/** @param beside the zones of the same surroundings @param coverage of these */
function nearestWithout(zone: PlacedZone, beside: readonly PlacedZone[], { rows, columns, here }: Coverage): ZoneData["without"] {
  const position = zone.position!;
  const distanceOf = (other: PlacedZone) => (other.position ? kilometresBetween(position, other.position) : Infinity);
  const nearest = beside.filter((other) => other.code !== zone.code && other.position).sort((a, b) => distanceOf(a) - distanceOf(b));
  return rows.flatMap(({ value }, row) => {
    const empty = new Set(columns.flatMap(({ code }, column) => (here[row]![column] === 0 ? [code] : [])));
    const places = nearest.filter(({ code }) => empty.has(code)).slice(0, NEAREST);
    return places.length > 0 ? [{ theme: value as ThemeTerm, places }] : [];
  });
}
