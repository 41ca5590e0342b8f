/** What a change did to a record. */
export const CHANGE_ACTIONS = [
  "imported",
  "created",
  "updated",
  "published",
  "unpublished",
  "verified",
  "reverted",
  "erased",
  "archived",
  "unarchived",
  "merged",
  "restored",
  "outside",
] as const;
export type ChangeAction = (typeof CHANGE_ACTIONS)[number];

/** Where a change set stands; only what is accepted is shown, and what is accepted is never altered. */
export const CHANGE_STATES = ["draft", "proposed", "accepted", "refused", "undone"] as const;
export type ChangeState = (typeof CHANGE_STATES)[number];

/** Who changed something, when and why, and whether it still holds. */
export type ChangeHead = { id: number; at: Date; who: string; action: ChangeAction; state: ChangeState; note: string | null };

/** The field of a change as the table of fields names it: imports once wrote "memberCount". */
export const fieldOfChange = (written: string): string => written.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Stands in the history for a value that was erased for good. */
export const ERASED = { erased: true } as const;
export const isErased = (value: unknown): boolean => typeof value === "object" && value !== null && "erased" in value;

/** Stands in the history for a value that was made restricted since, for whom may not see it. */
export const RESERVED = { reserved: true } as const;
export const isReserved = (value: unknown): boolean => typeof value === "object" && value !== null && "reserved" in value;

/** Stands in the history for values that it does not repeat. */
export const RESTRICTED_FIELD = "restricted";
/** Of a place that staff added: how it is called. */
export const NAME_FIELD = "name";
/** Of a merge: the entry that was merged into this one, that into which this one was merged, and what else named it, by number. */
export const MERGED_FROM_FIELD = "merged_from";
export const MERGED_INTO_FIELD = "merged_into";
export const MOVED_FIELD = "moved";
