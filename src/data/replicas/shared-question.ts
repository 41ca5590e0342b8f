/**
 * Lets all who wait share one question. Whoever comes while one is under way gets the answer of the
 * next, because the one under way may have been decided before they came. At most one runs at a time.
 * @returns asks, and settles as the question that began after the call does
 */
export function sharedQuestion<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | null = null;
  const begin = () => {
    next = null;
    const answer = ask();
    running = answer.catch(() => undefined);
    return answer;
  };
  return () => (next ??= running.then(begin));
}
