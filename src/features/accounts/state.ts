/** What an account may do, as it is typed: a line for each zone and each entry. */
export type TypedRights = { role: string; zones: string; entries: string };

/** The answer to what was done to an account. The link by which its person chooses a password is in it once, and nowhere else. */
export type AccountsState = {
  done: { title: string; text: string; link: string | null } | null;
  error: { title: string; text: string } | null;
  /** What was typed, when it was refused. */
  typed: ({ email: string; name: string } & TypedRights) | null;
};

export const NOTHING_DONE: AccountsState = { done: null, error: null, typed: null };
