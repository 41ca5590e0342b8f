/** What was typed of an action on many entries, and what is wrong with it. */
export type BulkState = { typed: Record<string, string>; errors: Record<string, string>; title: string | null };

/** The controls of the form. */
export const DEED_CONTROLS = ["action", "theme", "basis", "text", "assigneeId", "dueOn"] as const;
