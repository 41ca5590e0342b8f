/** The answer to what was done to a token, which is in it once, and nowhere else. */
export type TokensState = { done: string | null; token: string | null; error: string | null; typed: { name: string; role: string; days: string } | null };
export const NOTHING_DONE: TokensState = { done: null, token: null, error: null, typed: null };
