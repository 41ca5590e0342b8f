/** What a change did to a record. */
export const CHANGE_ACTIONS = ["imported", "created", "updated", "published", "unpublished", "verified", "reverted"] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** Where a change set stands; only what is accepted is shown, and what is accepted is never altered. */
export const CHANGE_STATES = ["draft", "proposed", "accepted", "refused", "undone"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Stands in the history for values that it does not repeat. */
export const RESTRICTED_FIELD = "restricted";
