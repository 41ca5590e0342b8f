import "server-only";
import { CODED_FILTERS, FILTER_GROUPS, type DirectoryQuery, type FilterGroup, type ParameterProblem } from "@/domain/filters";
import { DEFAULT_KINDS, PARTNER_CLASSES } from "@/domain/vocabularies";
import type { Db } from "../client";
import { resolveZones } from "../zone/resolve";
import { publicOnly } from "./public";

/** The groups of a query as the search rows write them: "zone:ML-1", "network:emdk". */
export type FacetGroups = Map<FilterGroup, string[]>;

export type ResolvedGroups = { ok: true; groups: FacetGroups } | { ok: false; problems: ParameterProblem[] };

/**
 * Replaces what a reader may write (a place name, a slug in capitals) by the values of the search
 * rows, and refuses what does not exist. Without a kind, the default kinds are asked for.
 */
export async function resolveGroups(db: Db, query: DirectoryQuery): Promise<ResolvedGroups> {
  const problems: ParameterProblem[] = [];
  const groups: FacetGroups = new Map();
  for (const group of FILTER_GROUPS) {
    const values = query.groups[group];
    if (!values) continue;
    const resolved = group in CODED_FILTERS ? new Map(values.map((value) => [value, value])) : await RECORD_RESOLVERS[group as RecordGroup](db, values);
    for (const value of values) {
      if (!resolved.get(value)) {
        problems.push({ parameter: group, value: value.slice(0, 60), reason: "unknown_value", accepted: await acceptedExamples(db, group) });
      }
    }
    groups.set(group, [...new Set([...resolved.values()].flatMap((value) => (value ? [`${group}:${value}`] : [])))]);
  }
  if (problems.length > 0) return { ok: false, problems };
  if (!groups.has("kind")) groups.set("kind", DEFAULT_KINDS.map((kind) => `kind:${kind}`));
  return { ok: true, groups };
}

type RecordGroup = "zone" | "country" | "partner" | "network" | "source";
type Resolver = (db: Db, values: readonly string[]) => Promise<Map<string, string | null>>;

async function organisationSlugs(db: Db, values: readonly string[]): Promise<Set<string>> {
  const rows = await db.organisation.findMany({
    where: { slug: { in: values.map((value) => value.toLowerCase()) }, ...publicOnly },
    select: { slug: true },
  });
  return new Set(rows.map((row) => row.slug));
}

const RECORD_RESOLVERS: Record<RecordGroup, Resolver> = {
  async zone(db, values) {
    const zones = await resolveZones(db, values);
    return new Map([...zones].map(([value, zone]) => [value, zone?.code ?? null]));
  },
  async country(db, values) {
    const rows = await db.zone.findMany({
      where: { level: "country", code: { in: values.map((value) => value.toUpperCase()) } },
      select: { code: true },
    });
    const codes = new Set(rows.map((row) => row.code));
    return new Map(values.map((value) => [value, codes.has(value.toUpperCase()) ? value.toUpperCase() : null]));
  },
  async partner(db, values) {
    const slugs = await organisationSlugs(db, values);
    const known = (value: string) => (PARTNER_CLASSES as readonly string[]).includes(value) || slugs.has(value);
    return new Map(values.map((value) => [value, known(value.toLowerCase()) ? value.toLowerCase() : null]));
  },
  async network(db, values) {
    const slugs = await organisationSlugs(db, values);
    return new Map(values.map((value) => [value, slugs.has(value.toLowerCase()) ? value.toLowerCase() : null]));
  },
  async source(db, values) {
    const rows = await db.source.findMany({ where: { slug: { in: values.map((value) => value.toLowerCase()) } }, select: { slug: true } });
    const slugs = new Set(rows.map((row) => row.slug));
    return new Map(values.map((value) => [value, slugs.has(value.toLowerCase()) ? value.toLowerCase() : null]));
  },
};

/** The values that a refused record parameter could have had; zones are too many, so the wide ones only. */
async function acceptedExamples(db: Db, group: FilterGroup): Promise<string[]> {
  switch (group) {
    case "zone":
      return (await db.zone.findMany({ where: { level: { in: ["region", "cercle"] } }, orderBy: { path: "asc" }, select: { slug: true } })).map((row) => row.slug);
    case "country":
      return (await db.zone.findMany({ where: { level: "country" }, orderBy: { code: "asc" }, select: { code: true } })).map((row) => row.code);
    case "source":
      return (await db.source.findMany({ orderBy: { slug: "asc" }, select: { slug: true } })).map((row) => row.slug);
    case "network":
      return (await db.organisation.findMany({ where: { ...publicOnly, members: { some: {} } }, orderBy: { slug: "asc" }, select: { slug: true } })).map((row) => row.slug);
    case "partner":
      return [...PARTNER_CLASSES];
    default:
      return [];
  }
}
