import { z } from "zod";
import { VERIFICATION_MEANS, type VerificationMeans } from "./vocabularies";

/** After how many days a verification is no longer fresh. */
export const STALE_DAYS = { half_year: 180, year: 365 } as const;
export type Staleness = keyof typeof STALE_DAYS;

const DAY_MS = 86_400_000;

/** How long ago an entry was verified, when that is no longer fresh. @param on ISO 8601 */
export function staleness(on: string, now: Date): Staleness | null {
  const days = (now.getTime() - Date.parse(on)) / DAY_MS;
  return days > STALE_DAYS.year ? "year" : days > STALE_DAYS.half_year ? "half_year" : null;
}

/** What staff note of a verification. `on`: the day (ISO 8601). */
export type VerificationInput = { how: VerificationMeans; on: string; note: string | null };
export type VerificationProblems = { how?: "required"; on?: "not_a_date" | "in_the_future"; note?: "too_long" };

export const LONGEST_VERIFICATION_NOTE = 1_000;

/** @param today ISO 8601, by the clock of who asks */
export function parseVerification(
  { how, on, note }: Record<"how" | "on" | "note", string>,
  today: string,
): { ok: true; input: VerificationInput } | { ok: false; problems: VerificationProblems } {
  const means = VERIFICATION_MEANS.find((known) => known === how);
  const isDay = z.iso.date().safeParse(on).success;
  const text = note.trim();
  const problems: VerificationProblems = {
    ...(means ? {} : { how: "required" }),
    ...(!isDay ? { on: "not_a_date" } : on > today ? { on: "in_the_future" } : {}),
    ...(text.length > LONGEST_VERIFICATION_NOTE ? { note: "too_long" } : {}),
  };
  if (!means || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, input: { how: means, on, note: text || null } };
}
