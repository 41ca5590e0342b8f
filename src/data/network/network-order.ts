import type { NetworkScope } from "@/domain/vocabularies";

/** What the order of networks depends on. */
export type NetworkPlace = {
  id: number;
  nameKey: string;
  scope: NetworkScope | null;
  /** Where a source lists it: the place of the source among the sources, and the line; null when none does. */
  source: number | null;
  line: number | null;
  /** Members that are public entries of the directory. */
  known: number;
};

/**
 * Networks as their sources list them, source by source and line by line; then those that no line gives,
 * the most known members first; and last, in the same way, the federations that no list of networks holds.
 */
export function inNetworkOrder<N extends NetworkPlace>(networks: readonly N[]): N[] {
  const last = (value: number | null) => value ?? Infinity;
  // Infinity less itself is no number.
  const compare = (a: number, b: number) => (a === b ? 0 : a - b);
  return [...networks].sort(
    (a, b) =>
      Number(a.scope === null) - Number(b.scope === null) ||
      compare(last(a.source), last(b.source)) ||
      compare(last(a.line), last(b.line)) ||
      b.known - a.known ||
      (a.nameKey < b.nameKey ? -1 : a.nameKey > b.nameKey ? 1 : a.id - b.id),
  );
}
