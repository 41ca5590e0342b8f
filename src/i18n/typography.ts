const NO_BREAK = "\u00a0";

/**
 * French spacing: a no-break space before high punctuation and inside guillemets. Catalogues are
 * written with ordinary spaces, which people can see and type; this makes them right once.
 */
export function frenchSpaces(text: string): string {
  return text.replace(/ (?=[:;?!»%€])/g, NO_BREAK).replace(/« /g, `«${NO_BREAK}`);
}

/** The same tree of sentences, each passed through `change`. */
export function mapSentences<T>(node: T, change: (text: string) => string): T {
  if (typeof node === "string") return change(node) as T;
  if (Array.isArray(node)) return node.map((item: unknown) => mapSentences(item, change)) as T;
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, mapSentences<unknown>(value, change)])) as T;
}

/** A label inside a sentence: "accord-cadre avec l’État" keeps the capital of the State, "ONG" all of its own. */
export function insideSentence(label: string): string {
  return /^\p{Lu}{2}/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}
