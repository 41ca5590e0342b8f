import type { Tone } from "./marks";

/** Lowest values of the classes of a choropleth, from 1 up: [1, 2, 5, 10, 20] reads 1, 2–4, 5–9, 10–19, 20 and more. */
export type Classes = readonly number[];

const MOST_CLASSES = 5;

/**
 * Classes with round limits that people can remember (1, 2, 5, 10, 20, 50, …). Zero is none of them:
 * it is drawn apart. When there are too many, the low ones are joined.
 */
export function classesFor(largest: number): Classes {
  const limits: number[] = [];
  for (let ten = 1; ten <= largest; ten *= 10) {
    for (const step of [1, 2, 5]) if (step * ten <= largest) limits.push(step * ten);
  }
  if (limits.length <= MOST_CLASSES) return limits.length > 0 ? limits : [1];
  return [1, ...limits.slice(1 - MOST_CLASSES)];
}

/** The tone of a number: classes take the strong end of the scale only when there are enough of them. */
export function toneOf(count: number | null, classes: Classes): Tone {
  if (count === null) return "outside";
  if (count === 0) return 0;
  const reached = classes.filter((lowest) => lowest <= count).length;
  return Math.max(1, reached) as Tone;
}

/** Lowest and highest value of each class; the last one has no highest. */
export function classBounds(classes: Classes): { lowest: number; highest: number | null }[] {
  return classes.map((lowest, index) => ({ lowest, highest: index + 1 < classes.length ? classes[index + 1]! - 1 : null }));
}
