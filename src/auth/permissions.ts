import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import type { Visibility } from "@/domain/vocabularies";

/** Whether this person may see an entry or a restricted value: staff all but what is confidential, which is for administrators and those granted it. */
export function canSee(actor: Actor, { visibility }: { visibility: Visibility }): boolean {
  return visibilitiesSeenBy(actor).includes(visibility);
}

/** Whether this person may change what an entry says, in any state of publication. */
export function canEditOrganisation(actor: Actor): boolean {
  return actor.role === "admin" || actor.role === "editor";
}

/** Whether this person may change what is said of a body, a programme or another entity, and show it or hide it. */
export function canEditEntity(actor: Actor): boolean {
  return actor.role === "admin" || actor.role === "editor";
}

/** Whether this person may decide on what readers propose of an entry that they may see. */
export function canReviewProposals(actor: Actor): boolean {
  return canEditOrganisation(actor);
}

/** Whether this person may say where a document can be read. */
export function canEditSource(actor: Actor): boolean {
  return actor.role === "admin" || actor.role === "editor";
}

/** Whether this person may show an entry to the public, hide it, or vouch that it was verified. */
export function canPublish(actor: Actor): boolean {
  return actor.role === "admin" || actor.role === "editor";
}

/** Whether this person may erase, for good, what an entry said formerly. */
export function canErase(actor: Actor): boolean {
  return actor.role === "admin";
}

/** Whether this person may open and close accounts and give new passwords. */
export function canManageUsers(actor: Actor): boolean {
  return actor.role === "admin";
}
