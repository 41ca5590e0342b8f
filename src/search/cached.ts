/** How many compiled filters, and how many selections without a text, are cached: most readers use the same few. */
const CACHE_SIZE = 16;

/** The cached value of a key, computed if absent; the oldest entry is evicted. */
export function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const value = compute();
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value!);
  cache.set(key, value);
  return value;
}
