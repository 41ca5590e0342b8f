/** What was typed of a note or a task that was refused, and what is wrong with it. */
export type WorkState = { typed: Record<string, string>; errors: Record<string, string> };
