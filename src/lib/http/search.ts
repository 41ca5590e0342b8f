/** The parameters of an address, as Next gives them to a page. */
export type Search = Record<string, string | string[] | undefined>;

/** One value of a parameter, the first when it is repeated; "" when it is absent. */
export const first = (value: string | string[] | undefined): string => (Array.isArray(value) ? value[0] : value) ?? "";

/** A page number of an address; anything else is the first page. */
export function pageOf(value: string | string[] | undefined): number {
  const text = first(value);
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}

/** The number of a record in an address; 0 when it is none. */
export function numberOf(value: string | string[] | undefined): number {
  const text = first(value);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0;
}
