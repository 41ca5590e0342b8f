import "server-only";
import type { Actor } from "@/domain/actor";
import { fold, slugify } from "@/domain/fold";
import { ZONE_LEVELS, type ZoneLevel } from "@/domain/vocabularies";
import { acceptChangeSet } from "../change/change-set";
import { publishChange } from "../change/project";
import type { Db } from "../client";
import { inTransaction } from "../editing/refusable";
import { firstFree } from "../editing/slug";
import { correctionSource, isSource } from "../editing/sources";
import { hold } from "../locks";
import { cleanName, nameProblem } from "./name";
import { STANDING } from "./standing";

/** A country is of the sources: its code is that of ISO 3166. */
export const ADDED_LEVELS = ZONE_LEVELS.filter((level) => level !== "country");

/** A place as the form sends it: `inside` and `source` are slugs. */
export type TypedZone = Record<"name" | "level" | "inside" | "source", string>;
export type ZoneProblem = { field: keyof TypedZone; reason: "required" | "too_long" | "taken" | "wider" };
export type ZoneResult = { ok: true; slug: string } | { ok: false; reason: "invalid"; problems: ZoneProblem[] };

/** In the code and the address of a place that staff add, so that no source ever gives the same. */
const MARK = "x-";

async function makePlace(tx: Db, around: { id: number; code: string; path: string }, given: { name: string; level: ZoneLevel; sourceId: number }) {
  const { name } = given;
  const base = slugify(name).slice(0, 60) || "lieu";
  const taken = await tx.zone.findMany({ where: { slug: { startsWith: MARK } }, select: { slug: true } });
  const own = firstFree(base, new Set(taken.map(({ slug }) => slug.slice(MARK.length))));
  const code = `${around.code}-${MARK}${own}`;
  return tx.zone.create({ data: { ...given, code, slug: MARK + own, local: true, parentId: around.id, path: `${around.path}${code}/` } });
}

/** The place of that name at that level in that zone that was removed. */
const removedPlace = (tx: Db, name: string, level: ZoneLevel, parentId: number) =>
  tx.zone.findFirst({ where: { local: true, removedAt: { not: null }, level, parentId, names: { some: { key: fold(name) } } } });

/**
 * Adds a place that no source gives, or brings back one that was removed, with the document in which it was found; where it lies on the earth is not known.
 * @param actor who adds it; the caller has asked `canEditVocabularies`
 */
export function addZone(actor: Actor, typed: TypedZone): Promise<ZoneResult> {
  return inTransaction<ZoneResult>(async (tx) => {
    await hold(tx, "vocabularies");
    const name = cleanName(typed.name);
    const level = ADDED_LEVELS.find((one) => one === typed.level) ?? null;
    const around = await tx.zone.findUnique({ where: { slug: typed.inside, ...STANDING }, select: { id: true, code: true, path: true, level: true } });
    const rank = (one: ZoneLevel) => ZONE_LEVELS.indexOf(one);
    const wrong = await nameProblem(tx, name, around?.id ?? null, null);
    const problems: (ZoneProblem | false)[] = [
      wrong !== null && { field: "name", reason: wrong },
      level === null && { field: "level", reason: "required" },
      around === null && { field: "inside", reason: "required" },
      around !== null && level !== null && rank(around.level) >= rank(level) && { field: "inside", reason: "wider" },
      !(await isSource(tx, typed.source)) && { field: "source", reason: "required" },
    ];
    const found = problems.filter((problem) => problem !== false);
    if (found.length > 0 || around === null || level === null) return { ok: false, reason: "invalid", problems: found };
    const sourceId = await correctionSource(tx, typed.source);
    const again = await removedPlace(tx, name, level, around.id);
    const { id, slug } = again
      ? await tx.zone.update({ where: { id: again.id }, data: { name, sourceId, removedAt: null } })
      : await makePlace(tx, around, { name, level, sourceId });
    await tx.zoneName.createMany({ data: { zoneId: id, name, key: fold(name) }, skipDuplicates: true });
    await acceptChangeSet(tx, { author: { actor }, action: again ? "unarchived" : "created" }, { items: [{ zoneId: id, field: null }] });
    await publishChange(tx, [], []);
    return { ok: true, slug };
  });
}
