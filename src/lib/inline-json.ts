/** A value as JSON that may stand in a script element of a page: no text in it can close the element. */
export const inlineJson = (value: unknown): string => JSON.stringify(value).replaceAll("<", "\\u003c");
