import "server-only";
import { HOME_COUNTRY } from "@/domain/settings";
import type { LimitLevel, LimitLines, LimitShape } from "@/domain/published/limits";
import { acceptChangeSet } from "../change/change-set";
import { publishEverythingElse } from "../change/project";
import type { Db } from "../client";
import type { PrismaClient } from "../generated/prisma/client";
import { hold } from "../locks";

/** Who the history names: whoever can run this command holds the database. */
const COMMAND = "geo:import";

/** Limits that were checked, matched and simplified; days are ISO 8601. */
export type NewLimits = {
  level: LimitLevel;
  source: string;
  licence: string;
  validFrom: string;
  validTo: string | null;
  /** Of everything that was given: the same again changes nothing. */
  digest: string;
  lines: LimitLines;
  zones: readonly { id: number; code: string; shape: LimitShape }[];
  /** Since when and until when some of the zones exist, as a confirmed table says. */
  validity: readonly { id: number; validFrom: string | null; validTo: string | null }[];
};

const date = (day: string | null) => (day === null ? null : new Date(day));
const note = ({ level, validFrom, source }: Pick<NewLimits, "level" | "validFrom" | "source">) => `${level}, ${validFrom}: ${source}`;

/** The zones of the home country, with what limits are matched by. */
export async function zonesToMatch(db: Db) {
  const zones = await db.zone.findMany({ where: { path: { startsWith: `${HOME_COUNTRY}/` } }, orderBy: { id: "asc" } });
  return zones.map(({ id, code, slug, name, level, pcode, path, lat, lng }) => ({
    ...{ id, code, slug, name, level, pcode },
    path: path.split("/").filter((one) => one !== ""),
    position: lat === null || lng === null ? null : { lat, lng },
  }));
}

/**
 * Keeps imported limits, in one transaction and one change set; those of the same level that begin on the same day are replaced.
 * @returns "same" when they are there already, and nothing was written
 */
export function writeLimits(client: PrismaClient, limits: NewLimits): Promise<"same" | "new" | "replaced"> {
  const { level, source, licence, digest, lines, zones, validity } = limits;
  return client.$transaction(
    async (tx) => {
      await hold(tx, "import");
      const key = { level, validFrom: new Date(limits.validFrom) };
      const former = await tx.limits.findUnique({ where: { level_validFrom: key }, select: { id: true, digest: true } });
      if (former?.digest === digest) return "same";
      if (former) await tx.limits.delete({ where: { id: former.id } });
      await tx.limits.create({
        data: {
          ...{ ...key, source, licence, digest, lines, validTo: date(limits.validTo) },
          zones: { createMany: { data: zones.map(({ id, code, shape }) => ({ zoneId: id, code, shape })) } },
        },
      });
      for (const { id, validFrom, validTo } of validity) await tx.zone.update({ where: { id }, data: { validFrom: date(validFrom), validTo: date(validTo) } });
      const items = zones.map(({ id }) => ({ zoneId: id, field: null }));
      await acceptChangeSet(tx, { author: { importName: COMMAND }, action: "imported", note: note(limits) }, { items });
      await publishEverythingElse(tx);
      return former ? "replaced" : "new";
    },
    { maxWait: 60_000, timeout: 600_000 },
  );
}

/**
 * Takes imported limits away: maps draw those that began before, or the built-in ones.
 * @returns false when there are none of that level and day
 */
export function removeLimits(client: PrismaClient, level: LimitLevel, validFrom: string): Promise<boolean> {
  return client.$transaction(async (tx) => {
    await hold(tx, "import");
    const where = { level_validFrom: { level, validFrom: new Date(validFrom) } };
    const former = await tx.limits.findUnique({ where, select: { id: true, source: true, zones: { select: { zoneId: true } } } });
    if (!former) return false;
    await tx.limits.delete({ where: { id: former.id } });
    const items = former.zones.map(({ zoneId }) => ({ zoneId, field: null }));
    await acceptChangeSet(tx, { author: { importName: COMMAND }, action: "reverted", note: note({ level, validFrom, source: former.source }) }, { items });
    await publishEverythingElse(tx);
    return true;
  });
}
