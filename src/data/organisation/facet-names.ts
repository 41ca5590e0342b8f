import "server-only";
import type { FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/public-organisation";
import type { Db } from "../client";
import { publicOnly } from "./public";

const byName = new Intl.Collator("fr");
const byCount = (a: FacetValue, b: FacetValue) => b.count - a.count || byName.compare(a.label ?? a.value, b.label ?? b.value);

/**
 * Gives record facets the names of their records, in place: a zone becomes its slug with its
 * parent's, so that a reader may be shown a tree; a partner may be a class, which has no name here.
 */
export async function nameFacets(db: Db, facets: Record<FilterGroup, FacetValue[]>): Promise<void> {
  const [zones, organisations, sources] = await Promise.all([
    db.zone.findMany({
      where: { code: { in: [...facets.zone, ...facets.country].map((facet) => facet.value) } },
      select: { code: true, slug: true, name: true, level: true, parent: { select: { slug: true } } },
    }),
    db.organisation.findMany({
      where: { slug: { in: [...facets.network, ...facets.partner].map((facet) => facet.value) }, ...publicOnly },
      select: { slug: true, name: true, acronym: true },
    }),
    db.source.findMany({ where: { slug: { in: facets.source.map((facet) => facet.value) } }, select: { slug: true, title: true } }),
  ]);
  const zoneOf = new Map(zones.map((zone) => [zone.code, zone]));
  const organisationOf = new Map(organisations.map((row) => [row.slug, row.acronym ? `${row.name} (${row.acronym})` : row.name]));
  const sourceOf = new Map(sources.map((row) => [row.slug, row.title]));

  for (const facet of facets.country) facet.label = zoneOf.get(facet.value)?.name ?? null;
  for (const facet of facets.zone) {
    const zone = zoneOf.get(facet.value);
    if (!zone) continue;
    Object.assign(facet, { value: zone.slug, label: zone.name, level: zone.level, parent: zone.parent?.slug ?? null });
  }
  for (const group of ["network", "partner"] as const) {
    for (const facet of facets[group]) facet.label = organisationOf.get(facet.value) ?? null;
  }
  for (const facet of facets.source) facet.label = sourceOf.get(facet.value) ?? null;
  for (const group of ["zone", "country", "network", "partner", "source"] as const) facets[group].sort(byCount);
}
