/** What a form of codes answers. The recovery codes are in it once, and nowhere else. */
export type FactorState = { error: string | null; codes: readonly string[] | null };
export const NOTHING_TRIED: FactorState = { error: null, codes: null };
