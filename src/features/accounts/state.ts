/** The answer to what was done to an account. A one-time password is in it once, and nowhere else. */
export type AccountsState = {
  done: { title: string; text: string; password: string | null } | null;
  error: { title: string; text: string } | null;
  /** What was typed for a new account, when it was refused. */
  typed: { email: string; name: string; role: string };
};

export const NOTHING_TYPED = { email: "", name: "", role: "editor" } as const;
