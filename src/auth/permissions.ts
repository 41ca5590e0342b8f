import type { Actor } from "@/domain/actor";

/** Whether this person may change what an entry says, in any state of publication. */
export function canEditOrganisation(actor: Actor): boolean {
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
