type Held = { code: string; path: readonly string[]; count: number; organisations: readonly number[] | null };

/**
 * How many different organisations stand in several places together. Where it is not known which they
 * are, that is at most the sum of the places that lie in no other of them: one may stand in several.
 */
export function together(places: readonly Held[]): { count: number; exact: boolean } {
  if (places.every(({ organisations }) => organisations !== null)) {
    return { count: new Set(places.flatMap(({ organisations }) => organisations ?? [])).size, exact: true };
  }
  const codes = new Set(places.map(({ code }) => code));
  const widest = places.filter(({ path }) => !path.slice(0, -1).some((code) => codes.has(code)));
  return { count: widest.reduce((sum, { count }) => sum + count, 0), exact: widest.length === 1 };
}
