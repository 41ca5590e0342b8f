import "server-only";
import type { Actor } from "@/domain/actor";
import { fold, slugify } from "@/domain/fold";
import { ZONE_LEVELS, type ZoneLevel } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import { database, type Db } from "../client";
import { inTransaction } from "../editing/refusable";
import { seenEntries } from "../editing/seen";
import { firstFree } from "../editing/slug";
import { correctionSource, isSource } from "../editing/sources";
import { hold } from "../locks";

export const ZONE_NAME_MAX = 120;
/** A country is of the sources: its code is that of ISO 3166. */
export const ADDED_LEVELS = ZONE_LEVELS.filter((level) => level !== "country");

/** A place as the form sends it: `inside` and `source` are slugs. */
export type TypedZone = Record<"name" | "level" | "inside" | "source", string>;
export type ZoneProblem = { field: keyof TypedZone; reason: "required" | "too_long" | "taken" | "wider" };
export type ZoneResult = { ok: true; slug: string } | { ok: false; reason: "invalid"; problems: ZoneProblem[] };

/** In the code and the address of a place that staff add, so that no source ever gives the same. */
const MARK = "x-";

async function newPlace(tx: Db, around: string, name: string): Promise<{ code: string; slug: string }> {
  const base = slugify(name).slice(0, 60) || "lieu";
  const taken = await tx.zone.findMany({ where: { slug: { startsWith: MARK } }, select: { slug: true } });
  const own = firstFree(base, new Set(taken.map(({ slug }) => slug.slice(MARK.length))));
  return { code: `${around}-${MARK}${own}`, slug: MARK + own };
}

/**
 * Adds a place that no source gives, with the document in which it was found; where it lies on the earth is not known.
 * @param actor who adds it; the caller has asked `canEditVocabularies`
 */
export function addZone(actor: Actor, typed: TypedZone): Promise<ZoneResult> {
  return inTransaction<ZoneResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const name = typed.name.trim().replace(/\s+/g, " ").normalize("NFC");
    const level = ADDED_LEVELS.find((one) => one === typed.level) ?? null;
    const around = await tx.zone.findUnique({ where: { slug: typed.inside }, select: { id: true, code: true, path: true, level: true } });
    const rank = (one: ZoneLevel) => ZONE_LEVELS.indexOf(one);
    const isTaken = around !== null && (await tx.zone.count({ where: { parentId: around.id, names: { some: { key: fold(name) } } } })) > 0;
    const problems: (ZoneProblem | false)[] = [
      fold(name) === "" && { field: "name", reason: "required" },
      name.length > ZONE_NAME_MAX && { field: "name", reason: "too_long" },
      isTaken && { field: "name", reason: "taken" },
      level === null && { field: "level", reason: "required" },
      around === null && { field: "inside", reason: "required" },
      around !== null && level !== null && rank(around.level) >= rank(level) && { field: "inside", reason: "wider" },
      !(await isSource(tx, typed.source)) && { field: "source", reason: "required" },
    ];
    const found = problems.filter((problem) => problem !== false);
    if (found.length > 0 || around === null || level === null) return { ok: false, reason: "invalid", problems: found };
    const { code, slug } = await newPlace(tx, around.code, name);
    const { id } = await tx.zone.create({
      data: {
        ...{ code, slug, name, level, parentId: around.id, path: `${around.path}${code}/` },
        ...{ local: true, sourceId: await correctionSource(tx, typed.source), names: { create: { name, key: fold(name) } } },
      },
    });
    await acceptChangeSet(tx, { author: { actor }, action: "created" }, { items: [{ zoneId: id, field: null }] });
    await publishChange(tx, [], []);
    return { ok: true, slug };
  });
}

/** A place that staff added, with how many entries are in it or in what it holds: those that the public sees, and all. */
export type AddedZone = {
  code: string;
  slug: string;
  name: string;
  level: ZoneLevel;
  inside: { slug: string; name: string };
  source: string;
  published: number;
  all: number;
};

/** Every place that staff added, by name. */
export const addedZones = (actor: Actor): Promise<AddedZone[]> => database().$queryRaw<AddedZone[]>`
  SELECT z."code", z."slug", z."name", z."level"::text AS level, json_build_object('slug', p."slug", 'name', p."name") AS inside, d."title" AS source,
    count(DISTINCT o."id")::int AS "all", count(DISTINCT o."id") FILTER (WHERE o."visibility" = 'public' AND o."publishedAt" IS NOT NULL)::int AS published
  FROM "Zone" z JOIN "Zone" p ON p."id" = z."parentId" JOIN "Source" d ON d."id" = z."sourceId"
    LEFT JOIN "Zone" within ON within."path" LIKE z."path" || '%'
    LEFT JOIN "Statement" s ON s."valueZoneId" = within."id" AND s."field" = 'zones' AND s."withdrawnById" IS NULL
    LEFT JOIN "Organisation" o ON o."id" = s."organisationId" AND ${seenEntries(actor)}
  WHERE z."local" GROUP BY z."id", p."id", d."id" ORDER BY z."name", z."id"`;
