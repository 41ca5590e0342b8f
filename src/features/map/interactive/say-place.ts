import type { InteractiveTexts } from "./texts";

/** "9 978" */
export const sayNumber = (texts: InteractiveTexts, count: number): string => new Intl.NumberFormat(texts.language).format(count);

/** "Kayes : 15 organisations"; "Kayes, Nioro : au plus 30 organisations" when each may count twice. */
export function sayPlace(texts: InteractiveTexts, place: string, count: number, exact = true): string {
  const number = count === 0 ? texts.none : count === 1 ? texts.one : texts.many.replace("#", () => sayNumber(texts, count));
  return texts.said.replace("#", () => (exact ? number : texts.atMost.replace("#", () => number))).replace("@", () => place);
}
