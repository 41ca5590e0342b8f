import "server-only";
import type { Actor } from "@/domain/actor";
import { database } from "../client";
import { countForStaff } from "./staff-list";
import { matchingSql, type StaffListQuery } from "./staff-query";

export type StaffMap = {
  total: number;
  /** By zone code: how many of those found intervene in the zone or inside it, each once. */
  counts: ReadonlyMap<string, number>;
  /** How many have no known zone; null when the query asks for another field that is missing. */
  withoutZone: number | null;
};

/** Where the entries that a query of staff finds intervene, counted from what is said of them. */
export async function countForMap(actor: Actor, query: StaffListQuery): Promise<StaffMap> {
  const db = database();
  const [total, withoutZone, sets, zones] = await Promise.all([
    countForStaff(actor, query),
    query.missing && query.missing !== "zones" ? null : countForStaff(actor, { ...query, missing: "zones" }),
    // Many entries stand in the same zones: each set of zones comes once.
    db.$queryRaw<{ zones: number[]; count: number }[]>`
      ${matchingSql(actor, query)} select zones, count(*)::int as count from (
        select array_agg(distinct s."valueZoneId") as zones from matching join "Statement" s on s."organisationId" = matching."id"
        where s."field" = 'zones' and s."valueZoneId" is not null and s."withdrawnById" is null group by matching."id") placed group by zones`,
    db.zone.findMany({ select: { id: true, path: true } }),
  ]);
  const codesOf = new Map(zones.map(({ id, path }) => [id, path.split("/").filter((code) => code !== "")]));
  const counts = new Map<string, number>();
  for (const { zones: ids, count } of sets) {
    const covering = new Set(ids.flatMap((id) => codesOf.get(id) ?? []));
    for (const code of covering) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  return { total, counts, withoutZone };
}
