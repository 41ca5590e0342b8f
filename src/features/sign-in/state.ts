/** What a refused form says; the password is never given back. */
export type SignInState = { email: string; error: string | null };
export type PasswordState = { error: string | null; field: "current" | "next" | "repeat" | null };
