/** A run of words that two texts share, or that only one of them has. */
export type Piece = { kind: "same" | "gone" | "new"; text: string };

/** A word with the spaces behind it, so that the pieces put together are the texts. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*|\s+/g) ?? [];

/** Beyond this many pairs of words, two texts are told to differ as a whole. */
const MOST_PAIRS = 4_000_000;

/** By the longest common subsequence, whose lengths are counted from the end. */
function* eachWord(before: readonly string[], after: readonly string[]): Generator<Piece> {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i -= 1)
    for (let j = after.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] =
        before[i] === after[j] ? lengths[(i + 1) * width + j + 1]! + 1 : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      yield { kind: "same", text: before[i++]! };
      j += 1;
    } else if (j === after.length || (i < before.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)) {
      yield { kind: "gone", text: before[i++]! };
    } else yield { kind: "new", text: after[j++]! };
  }
}

const isPart = (piece: Piece): boolean => piece.text !== "";

/** What two texts share and what differs, word by word, what is gone before what is new. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const [middleA, middleB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const whole = (kind: Piece["kind"], words: readonly string[]): Piece => ({ kind, text: words.join("") });
  const middle = middleA.length * middleB.length > MOST_PAIRS ? [whole("gone", middleA), whole("new", middleB)] : [...eachWord(middleA, middleB)];
  const pieces: Piece[] = [];
  for (const piece of [whole("same", a.slice(0, start)), ...middle, whole("same", a.slice(a.length - end))].filter(isPart)) {
    const last = pieces.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else pieces.push({ ...piece });
  }
  return pieces;
}
