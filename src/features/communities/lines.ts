/**
 * One range of lines around several: "469-472" and "475" give "469-475".
 * @param items each with lines such as "469" or "1931-1934, 1947"
 */
export function linesAround(items: readonly { lines: string | null }[]): string {
  const numbers = items.flatMap(({ lines }) => lines?.match(/\d+/g) ?? []).map(Number);
  if (numbers.length === 0) return "";
  const first = Math.min(...numbers);
  const last = Math.max(...numbers);
  return first === last ? String(first) : `${first}-${last}`;
}
