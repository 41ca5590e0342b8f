/** What comes back when a verification is refused: what was typed, and what is wrong with it, by control. */
export type VerifyState = { title: string | null; typed: Record<"how" | "on" | "note", string>; errors: Partial<Record<"how" | "on" | "note", string>> };
/** The same of a reason that is missing. */
export type ReasonState = { error: string | null; typed: string };
/** The same of a merge; `takes`: the fields of which the merged entry's value was chosen. */
export type MergeState = { error: string | null; takes: string[]; note: string };
