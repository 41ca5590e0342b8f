import "server-only";
import type { Actor } from "@/domain/actor";
import { ORGANISATION_NAMES, type OrganisationName } from "@/domain/fields";
import { fold } from "@/domain/fold";
import type { InputProblem, OrganisationFields } from "@/domain/organisation-input";
import { referenceKey } from "@/domain/reference-line";
import type { Db } from "../client";
import { resolveZones } from "../zone/resolve";
import { seenEntries } from "./seen";

/** What the typed lines mean, with the numbers that rows need. */
export type References = { zones: Map<string, number>; organisations: Map<string, number> };

type Linked = Pick<OrganisationFields, "zones" | OrganisationName>;
export type Resolved = { ok: true; fields: Linked; references: References } | { ok: false; problems: InputProblem[] };

type Found = { id: number; slug: string };

/** Organisations that this person may see, by slug, name, acronym or alias, in this order of trust; accents and case do not matter. */
export async function resolveOrganisations(
  actor: Actor,
  db: Db,
  keys: readonly string[],
  kept: ReadonlySet<string> = new Set(),
): Promise<Map<string, Found | null>> {
  if (keys.length === 0) return new Map();
  const folded = keys.map(fold);
  // Each branch is answered by an index: the names of a million are not read through.
  const rows = await db.$queryRaw<(Found & { key: string; trust: number })[]>`
    SELECT o."id", o."slug", key, trust FROM (
      SELECT "id", "slug" AS key, 1 AS trust FROM "Organisation" WHERE "slug" = ANY (${[...keys]})
      UNION ALL SELECT "id", "nameKey", 2 FROM "Organisation" WHERE "nameKey" = ANY (${folded})
      UNION ALL SELECT "id", fold("acronym"), 3 FROM "Organisation" WHERE fold("acronym") = ANY (${folded})
      UNION ALL SELECT "organisationId", "nameKey", 4 FROM "Alias" WHERE "nameKey" = ANY (${folded})
    ) found JOIN "Organisation" o ON o."id" = found."id"
    WHERE o."mergedIntoId" IS NULL AND (${seenEntries(actor)} OR o."slug" = ANY (${[...kept]}))
    ORDER BY trust, o."id"`;
  return new Map(
    keys.map((key) => {
      const name = fold(key);
      const found = rows.find((row) => row.key === (row.trust === 1 ? key : name));
      return [key, found ? { id: found.id, slug: found.slug } : null];
    }),
  );
}

/**
 * Turns typed zones into codes and typed organisations into slugs. A line that means nothing is
 * named by its place, and so is an organisation that would be its own partner, network or part.
 * @param ownId the organisation itself, null when it is new
 * @param kept slugs that stay though this person may not see them
 */
export async function resolveReferences(actor: Actor, db: Db, fields: Linked, ownId: number | null, kept: ReadonlySet<string> = new Set()): Promise<Resolved> {
  const problems: InputProblem[] = [];
  const zones = await resolveZones(db, fields.zones.map(referenceKey));
  const organisations = await resolveOrganisations(actor, db, [...new Set(ORGANISATION_NAMES.flatMap((name) => fields[name]).map(referenceKey))], kept);
  const zoneIds = new Map<string, number>();
  const organisationIds = new Map<string, number>();

  fields.zones.forEach((line, index) => {
    const zone = zones.get(referenceKey(line));
    if (zone) zoneIds.set(zone.code, zone.id);
    else problems.push({ path: `fields.zones.${index}`, reason: "unknown_zone", value: line });
  });
  const slugsOf = (field: OrganisationName) =>
    fields[field].flatMap((line, index) => {
      const found = organisations.get(referenceKey(line));
      if (found && found.id !== ownId) {
        organisationIds.set(found.slug, found.id);
        return [found.slug];
      }
      problems.push({ path: `fields.${field}.${index}`, reason: found ? "itself" : "unknown_organisation", value: line });
      return [];
    });
  const named = Object.fromEntries(ORGANISATION_NAMES.map((name) => [name, [...new Set(slugsOf(name))]])) as Pick<Linked, OrganisationName>;
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, fields: { zones: [...zoneIds.keys()], ...named }, references: { zones: zoneIds, organisations: organisationIds } };
}
