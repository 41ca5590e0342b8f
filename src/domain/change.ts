/** What a change did to an entry. */
export const CHANGE_ACTIONS = ["imported", "created", "updated", "published", "unpublished", "verified"] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** Stands in the history for values that it does not repeat. */
export const RESTRICTED_FIELD = "restricted";
