/**
 * How many single-letter edits (insert, delete, replace, swap of neighbours) lead from one word to
 * another, or `limit + 1` as soon as it is more than the limit.
 * Source: optimal string alignment distance.
 */
export function editDistance(from: string, to: string, limit: number): number {
  if (Math.abs(from.length - to.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const cost = from[i - 1] === to[j - 1] ? 0 : 1;
      let best = Math.min(last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + cost);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) best = Math.min(best, beforeLast[j - 2]! + 1);
      current.push(best);
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[to.length]!;
}

/** How many mistakes a word of this length may hold and still be recognised. */
export function allowedMistakes(length: number): number {
  if (length < 4) return 0;
  return length <= 7 ? 1 : 2;
}

/**
 * The known word that a mistyped one most likely stands for, or null.
 * @param known words with the number of records that hold them
 */
export function closestWord(typed: string, known: Iterable<{ word: string; uses: number }>): string | null {
  const limit = allowedMistakes(typed.length);
  if (limit === 0) return null;
  let best: { word: string; uses: number; distance: number } | null = null;
  for (const { word, uses } of known) {
    const distance = editDistance(typed, word, limit);
    if (distance > limit) continue;
    const better = best === null || distance < best.distance || (distance === best.distance && (uses > best.uses || (uses === best.uses && word < best.word)));
    if (better) best = { word, uses, distance };
  }
  return best?.word ?? null;
}
