import { together } from "./together";
import { nameOf, type Mark, type Name, type Ruler } from "./marks";
import { sayNumber, sayPlace } from "./say-place";
import type { InteractiveTexts } from "./texts";

function span({ className, text = "" }: { className: string; text?: string }): HTMLSpanElement {
  const element = document.createElement("span");
  element.className = className;
  element.textContent = text;
  return element;
}

/** A number that can be pressed: says its place aloud, and shows the name of what has no point. */
export function markElement({ items, width, height }: Mark, texts: InteractiveTexts, isOpen: boolean): HTMLButtonElement {
  const { count, exact } = together(items);
  const [first] = items;
  const kind = first!.kind;
  const button = document.createElement("button");
  button.type = "button";
  button.className = `live-mark live-mark-${kind}`;
  button.style.width = `${width}px`;
  button.style.height = `${height}px`;
  button.setAttribute("aria-label", sayPlace(texts, items.map(({ name }) => name).join(", "), count, exact));
  button.setAttribute("aria-expanded", String(isOpen));
  const shown = items.length > 1 && kind === "point" ? "several" : "one";
  button.append(span({ className: `live-number live-number-${shown}`, text: `${exact ? "" : "≤ "}${sayNumber(texts, count)}` }));
  if (kind !== "point") button.append(span({ className: "live-mark-name", text: nameOf(items, texts) }));
  return button;
}

/** A name, and for a town the dot that it stands beside. */
export function nameElement({ text, kind, dx, dy }: Name): HTMLElement {
  const name = span({ className: `live-name live-name-${kind}`, text });
  name.style.transform = `translate(calc(-50% + ${dx}px), calc(-50% + ${dy}px))`;
  const whole = span({ className: "live-town" });
  if (kind === "town") whole.append(span({ className: "live-dot" }));
  whole.append(name);
  return whole;
}

/** Type of each kind of name, as interactive.css sets it. */
const TYPE: Record<Parameters<Ruler>[1], { font: string; capitals?: boolean; spacing: number }> = {
  mark: { font: "600 13px", spacing: 0 },
  place: { font: "600 13px", spacing: 0 },
  country: { font: "italic 14px", spacing: 0.28 },
  cercle: { font: "11px", capitals: true, spacing: 0.9 },
  town: { font: "12px", spacing: 0 },
};

/** Measures texts in the type of an element. */
export function rulerOf(element: HTMLElement): Ruler {
  const context = document.createElement("canvas").getContext("2d");
  const family = getComputedStyle(element).fontFamily;
  return (text, kind) => {
    const { font, capitals, spacing } = TYPE[kind];
    // Without a canvas a letter is taken to be as wide as most are.
    if (!context) return text.length * 8;
    context.font = `${font} ${family}`;
    return Math.ceil(context.measureText(capitals ? text.toLocaleUpperCase() : text).width + spacing * text.length);
  };
}
