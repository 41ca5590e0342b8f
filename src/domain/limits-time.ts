/**
 * The day since which the present limits of a zone hold, when what is said of the zone is older.
 * @param time of what is said, as precise as its source: "2009", "2009-04"; null when nobody knows
 * @param days ISO 8601: since when there is such a zone, and since when the limits that are drawn for it hold
 */
export function limitsAfter(time: string | null, days: readonly (string | null | undefined)[]): string | null {
  if (time === null) return null;
  const later = days.filter((day) => day != null && day.slice(0, time.length) > time);
  return later.sort().at(-1) ?? null;
}
