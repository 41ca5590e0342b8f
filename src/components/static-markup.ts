import type { ReactNode } from "react";

/** What React calls a fragment; its own module need not be loaded for it. */
const FRAGMENT = Symbol.for("react.fragment");
const VOID = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
/** A list that is told its choice and not its options keeps its state in a way of React's own. */
const isUnsupported = (name: string, props: Record<string, unknown>) => name === "select" && "defaultValue" in props;
const ATTRIBUTES: Record<string, string> = {
  className: "class",
  htmlFor: "for",
  defaultValue: "value",
  defaultChecked: "checked",
  tabIndex: "tabindex",
};
/** Attributes that are there or not; all others that are `true` or `false` are written only if they are `aria-…` or `data-…`. */
const BOOLEAN = new Set("async checked defer disabled hidden inert open readOnly required reversed selected".split(" "));
const ADDRESSES = new Set(["href", "src", "action", "formAction"]);
/** A scheme that runs a script, with the control characters that browsers leave out of it. */
const SCRIPT_ADDRESS = /^[\u0000-\u001f ]*j[\r\n\t]*a[\r\n\t]*v[\r\n\t]*a[\r\n\t]*s[\r\n\t]*c[\r\n\t]*r[\r\n\t]*i[\r\n\t]*p[\r\n\t]*t[\r\n\t]*:/i;

const SPECIAL = /["'&<>]/;
const ENTITIES: Record<string, string> = { '"': "&quot;", "'": "&#x27;", "&": "&amp;", "<": "&lt;", ">": "&gt;" };

/** A text as it stands in HTML, in an element or in an attribute between double quotes. */
export function escaped(text: string): string {
  return SPECIAL.test(text) ? text.replace(/["'&<>]/g, (character) => ENTITIES[character]!) : text;
}

type Element = { type: unknown; props: Record<string, unknown> };
/** The page in order: what is written, with promises where a component reads something, and the text after the last of them. */
type Page = { before: (string | Promise<string>)[]; text: string };

/**
 * The HTML of what a page shows, as React would write it for a page that it never touches again.
 * It takes elements, fragments and server components, those that are promises too, and refuses what
 * only makes sense in the browser: client components, event handlers, controlled fields.
 * Throws what a component throws (`notFound()`).
 */
export async function staticMarkup(node: ReactNode): Promise<string> {
  const page: Page = { before: [], text: "" };
  write(node, page);
  return page.before.length === 0 ? page.text : (await Promise.all(page.before)).join("") + page.text;
}

function write(node: unknown, to: Page): void {
  if (node === null || node === undefined || typeof node === "boolean") return;
  if (typeof node === "string") to.text += escaped(node);
  else if (typeof node === "number" || typeof node === "bigint") to.text += String(node);
  else if (Array.isArray(node)) for (const item of node) write(item, to);
  else if (node instanceof Promise) {
    to.before.push(
      to.text,
      node.then((found: ReactNode) => staticMarkup(found)),
    );
    to.text = "";
  } else if (typeof node !== "object" || !("props" in node)) throw new Error(`A page cannot show this value: ${typeof node}`);
  else writeElement(node as Element, to);
}

function writeElement({ type, props }: Element, to: Page): void {
  if (typeof type === "string") writeTag(type, props, to);
  else if (type === FRAGMENT) write(props.children, to);
  else if (typeof type !== "function" || "$$typeof" in type) throw new Error("A page without scripts cannot hold a client component");
  else write((type as (given: unknown) => unknown)(props), to);
}

function writeTag(name: string, props: Record<string, unknown>, to: Page): void {
  if (isUnsupported(name, props)) throw new Error(`A page without scripts cannot hold <${name}>`);
  to.text += `<${name}`;
  const isText = name === "textarea";
  for (const key in props) {
    if (key !== "children" && key !== "dangerouslySetInnerHTML" && !(isText && key === "defaultValue")) to.text += attribute(name, key, props[key]);
  }
  if (VOID.has(name)) {
    to.text += "/>";
    return;
  }
  to.text += ">";
  // The first line of a text is read from the second on when it is empty.
  if (isText) to.text += `${String(props.defaultValue ?? "").startsWith("\n") ? "\n" : ""}${escaped(String(props.defaultValue ?? ""))}`;
  if (props.dangerouslySetInnerHTML) to.text += (props.dangerouslySetInnerHTML as { __html: string }).__html;
  else write(props.children, to);
  to.text += `</${name}>`;
}

/** An attribute with the space before it; "" when it is not to be written. */
function attribute(element: string, name: string, value: unknown): string {
  if (value === null || value === undefined || name === "suppressHydrationWarning") return "";
  const written = ATTRIBUTES[name] ?? name;
  if (BOOLEAN.has(written)) return value ? ` ${written}=""` : "";
  if (value === false && !/^(?:aria|data)-/.test(name)) return "";
  if (typeof value === "function") throw new Error(`A page without scripts cannot answer ${name} of <${element}>`);
  if (name === "style") return ` style="${escaped(styleText(value as Record<string, string | number>))}"`;
  const text = String(value);
  // A document's address is a document's: one that runs a script leads nowhere.
  if (ADDRESSES.has(name) && SCRIPT_ADDRESS.test(text)) return "";
  return ` ${written}="${escaped(text)}"`;
}

/** { inlineSize: "3%" } as a style sheet writes it; a number has no unit here. */
function styleText(style: Record<string, string | number>): string {
  return Object.entries(style)
    .map(([name, value]) => `${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value}`)
    .join(";");
}
