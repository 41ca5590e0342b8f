/**
 * Lets all callers who wait share one call, and still read their own writes. Who calls while one is under way gets the
 * result of the next, because the one under way may have been decided before they called. At most one runs at a time.
 * @returns calls, and settles as the call that began after it does
 */
export function singleFlight<T>(call: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  const begin = () => {
    next = null;
    const result = call();
    running = result.catch(() => undefined);
    return result;
  };
  return () => (next ??= running.then(begin));
}
