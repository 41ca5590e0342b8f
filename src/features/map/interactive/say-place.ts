import type { InteractiveTexts } from "./texts";

/** "Kayes : 15 organisations" */
export function sayPlace(texts: InteractiveTexts, place: string, count: number): string {
  const number = count === 1 ? texts.one : texts.many.replace("#", () => String(count));
  return texts.said.replace("#", () => number).replace("@", () => place);
}
