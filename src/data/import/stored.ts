/** Whether what is stored holds the wanted values; what it has beside them does not count. Lists are compared item by item. */
export function holds(stored: unknown, wanted: unknown): boolean {
  if (typeof wanted !== "object" || wanted === null) return stored === wanted;
  if (typeof stored !== "object" || stored === null) return false;
  if (Array.isArray(wanted) && (stored as unknown[]).length !== wanted.length) return false;
  const values = new Map(Object.entries(stored));
  return Object.entries(wanted).every(([key, value]) => holds(values.get(key), value));
}
