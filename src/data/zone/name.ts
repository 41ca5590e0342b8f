import "server-only";
import { fold } from "@/domain/fold";
import type { Db } from "../client";
import { STANDING } from "./standing";

/** In characters. */
export const ZONE_NAME_MAX = 120;

/** A name as it is kept. */
export const cleanName = (typed: string): string => typed.trim().replace(/\s+/g, " ").normalize("NFC");

/**
 * What is wrong with the name of a place, or null. No two places of one zone are called the same, in any spelling that the documents have.
 * @param parentId of the zone around it; null when that is not known
 * @param but the place itself
 */
export async function nameProblem(tx: Db, name: string, parentId: number | null, but: number | null): Promise<"required" | "too_long" | "taken" | null> {
  const key = fold(name);
  if (key === "") return "required";
  if (name.length > ZONE_NAME_MAX) return "too_long";
  if (parentId === null) return null;
  const others = await tx.zone.count({ where: { ...STANDING, parentId, names: { some: { key } }, ...(but === null ? {} : { id: { not: but } }) } });
  return others > 0 ? "taken" : null;
}
