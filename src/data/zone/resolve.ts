import "server-only";
import { fold } from "@/domain/fold";
import { ZONE_LEVELS } from "@/domain/vocabularies";
import type { Db } from "../client";

export type ResolvedZone = { id: number; code: string; slug: string; name: string; level: (typeof ZONE_LEVELS)[number] };

/**
 * Finds zones by code, slug or any name that the documents give them, accents or not. A name that
 * several zones share means the widest: "kayes" is the region, its cercle is "kayes-cercle".
 *
 * @returns for each typed value its zone, or null when there is none
 */
export async function resolveZones(db: Db, values: readonly string[]): Promise<Map<string, ResolvedZone | null>> {
  const keys = [...new Set(values.map(fold))].filter((key) => key !== "");
  const lowered = values.map((value) => value.toLowerCase());
  const rows = await db.zone.findMany({
    where: {
      OR: [
        { code: { in: [...values.map((value) => value.toUpperCase()), ...values] } },
        { slug: { in: lowered } },
        { names: { some: { key: { in: keys } } } },
      ],
    },
    select: { id: true, code: true, slug: true, name: true, level: true, names: { select: { key: true } } },
  });
  rows.sort((a, b) => ZONE_LEVELS.indexOf(a.level) - ZONE_LEVELS.indexOf(b.level) || a.id - b.id);
  return new Map(
    values.map((value) => {
      const found =
        rows.find((row) => row.code.toLowerCase() === value.toLowerCase()) ??
        rows.find((row) => row.slug === value.toLowerCase()) ??
        rows.find((row) => row.names.some((name) => name.key === fold(value)));
      return [value, found ? { id: found.id, code: found.code, slug: found.slug, name: found.name, level: found.level } : null];
    }),
  );
}
