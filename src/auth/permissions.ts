import { type Actor, visibilitiesSeenBy } from "@/domain/actor";
import { hasRight, hasRightSomewhere, type EntryPlace } from "@/domain/rights";
import type { Visibility } from "@/domain/vocabularies";

// Each sentence asks the table of src/domain/rights.ts. What a person may not see they cannot find, whatever they may do: the queries decide that.

/** Whether this person may see an entry or a restricted value: staff all but what is confidential, which is for administrators and those granted it. */
export function canSee(actor: Actor, { visibility }: { visibility: Visibility }): boolean {
  return visibilitiesSeenBy(actor).includes(visibility);
}

/** Whether this person may change what an entry says, in any state of publication. */
export function canEditOrganisation(actor: Actor, entry: EntryPlace): boolean {
  return hasRight(actor, "edit", entry);
}

/** Whether there may be an entry that this person may change. */
export function canEditSomething(actor: Actor): boolean {
  return hasRightSomewhere(actor, "edit");
}

/** Whether this person may make an entry; one that lies outside their zones is refused when it is saved. */
export function canCreateOrganisation(actor: Actor): boolean {
  return hasRightSomewhere(actor, "create");
}

/** Whether this person may show an entry to the public, hide it, or vouch that it was verified. */
export function canPublish(actor: Actor, entry: EntryPlace): boolean {
  return hasRight(actor, "publish", entry);
}

/** Whether this person may write drafts, which wait for an editor. */
export function canPropose(actor: Actor): boolean {
  return hasRight(actor, "propose", null);
}

/** Whether this person reads the queue of what is proposed. */
export function canReviewProposals(actor: Actor): boolean {
  return hasRightSomewhere(actor, "decide");
}

/** Whether this person may decide on what is proposed of an entry; null: of one that is not made yet. */
export function canDecideOnProposal(actor: Actor, entry: EntryPlace | null): boolean {
  return entry === null ? canReviewProposals(actor) : hasRight(actor, "decide", entry);
}

/** Whether this person may change what is said of a body, a programme or another entity, and show it or hide it. */
export function canEditEntity(actor: Actor): boolean {
  return hasRight(actor, "others", null);
}

/** Whether this person may say where a document can be read. */
export function canEditSource(actor: Actor): boolean {
  return hasRight(actor, "others", null);
}

/** Whether this person may take an entry that they see out of the directory, and bring it back. */
export function canArchive(actor: Actor, entry: EntryPlace): boolean {
  return hasRight(actor, "publish", entry);
}

/** Whether this person may merge an entry that they see with another one, and take that back. */
export function canMerge(actor: Actor, entry: EntryPlace): boolean {
  return hasRight(actor, "publish", entry);
}

/** Whether this person may change an entry together with others: what they may do to each alone. */
export function canChangeInBulk(actor: Actor, entry: EntryPlace & { visibility: Visibility }): boolean {
  return canEditOrganisation(actor, entry) && canPublish(actor, entry) && canSee(actor, entry);
}

/** Whether this person may undo a change of many entries: who made it, and administrators. */
export function canUndoBulk(actor: Actor, set: { actorId: number | null }): boolean {
  return hasRightSomewhere(actor, "publish") && (actor.role === "admin" || actor.id === set.actorId);
}

/** Whether this person may read and keep internal notes and tasks of entries that they may see. */
export function canKeepNotes(actor: Actor): boolean {
  return hasRight(actor, "propose", null);
}

/** Whether this person may erase a note or a task: who wrote it, and administrators. */
export function canEraseWork(actor: Actor, work: { authorId: number }): boolean {
  return canKeepNotes(actor) && (actor.role === "admin" || actor.id === work.authorId);
}

/** Whether this person may erase, for good, what an entry said formerly. */
export function canErase(actor: Actor): boolean {
  return hasRight(actor, "erase", null);
}

/** Whether this person may add terms and places to those of the mapping, call them otherwise, merge and remove them. */
export function canEditVocabularies(actor: Actor): boolean {
  return hasRight(actor, "vocabularies", null);
}

/** Whether this person may read what all others did. */
export function canReadAudit(actor: Actor): boolean {
  return hasRight(actor, "accounts", null);
}

/** Whether this person may open and close accounts and say what they may do. */
export function canManageUsers(actor: Actor): boolean {
  return hasRight(actor, "accounts", null);
}

/** Whether this person may bring a file of entries, see what it would change, write it and undo it. */
export function canImport(actor: Actor): boolean {
  return hasRight(actor, "create", null);
}

/** Whether this person may take away as a file the entries that they see, with what the consortium keeps to itself. */
export function canExport(actor: Actor): boolean {
  return hasRight(actor, "edit", null);
}
