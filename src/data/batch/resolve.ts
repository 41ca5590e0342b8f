import "server-only";
import type { Actor } from "@/domain/actor";
import { ORGANISATION_NAMES } from "@/domain/fields";
import type { CellProblem, Target } from "@/domain/import";
import type { ReadRow } from "@/domain/read-cell";
import { referenceKey } from "@/domain/reference-line";
import type { Db } from "../client";
import { resolveOrganisations } from "../editing/references";
import type { ZoneReader } from "./zone-reader";

/** Several keys in one text, as surveys write them: "ML-1 ML-2". */
const apart = (typed: string, zones: ZoneReader) => {
  const parts = typed.split(/\s+/);
  const read = parts.map(zones.read);
  return parts.length > 1 && read.every((found) => "code" in found) ? read : null;
};

/** Turns what rows call zones and organisations into codes and slugs; what means nothing, or two things, is a problem of its row. */
export async function resolveRows(actor: Actor, db: Db, rows: readonly ReadRow[], columnOf: (target: Target) => string, zones: ZoneReader): Promise<void> {
  const namesIn = ({ given }: ReadRow) => ORGANISATION_NAMES.flatMap((name) => (given[name] as string[] | undefined) ?? []);
  const organisations = await resolveOrganisations(actor, db, [...new Set(rows.flatMap(namesIn).map(referenceKey))]);
  for (const { given, problems } of rows) {
    if (Array.isArray(given.zones)) {
      const codes = given.zones.flatMap((typed) => {
        const found = zones.read(typed);
        const several = "code" in found ? [found] : (apart(typed, zones) ?? [found]);
        return several.flatMap((one) => {
          if ("code" in one) return [one.code];
          problems.push({ column: columnOf("zones"), value: typed, ...one } as CellProblem);
          return [];
        });
      });
      given.zones = [...new Set(codes)];
    }
    for (const name of ORGANISATION_NAMES) {
      const typed = given[name] as string[] | undefined;
      if (!Array.isArray(typed)) continue;
      given[name] = typed.flatMap((line) => {
        const slug = organisations.get(referenceKey(line))?.slug;
        if (slug === undefined) problems.push({ column: columnOf(name), value: line, reason: "unknown_organisation" });
        return slug ?? [];
      });
    }
  }
}
