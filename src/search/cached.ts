/** How many compiled filters, and how many selections without a text, are cached: most readers use the same few. */
const CACHE_SIZE = 16;

/** The cached value of a key, computed if absent; the entry that was not asked for longest is evicted. */
export function cached<T>(cache: Map<string, T>, key: string, compute: () => T): T {
  const value = cache.get(key) ?? compute();
  cache.delete(key);
  if (cache.size >= CACHE_SIZE) cache.delete(cache.keys().next().value!);
  cache.set(key, value);
  return value;
}
