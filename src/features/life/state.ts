/** What comes back when a merge is refused; `takes`: the fields of which the merged entry's value was chosen. */
export type MergeState = { error: string | null; takes: string[]; note: string };
