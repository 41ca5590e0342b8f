import "server-only";
import type { Actor } from "@/domain/actor";
import { fieldOf, NOTHING_SAID } from "@/domain/fields";
import { CORRECTION_SOURCE, type InputProblem, type OrganisationFields } from "@/domain/organisation-input";
import { channelOf, difference, PROPOSAL_LIMITS, PROPOSED_NAMES, type ProposedLines, type ProposedName } from "@/domain/proposal";
import { referenceKey } from "@/domain/reference-line";
import type { Basis, OrganisationKind } from "@/domain/vocabularies";
import { database } from "../client";
import { databaseTime } from "../clock";
import { type LikeEntry, likeEntries } from "../editing/alike";
import { contactValue } from "../editing/contact-value";
import { findEditable } from "../editing/edit-form";
import { saveOrganisation } from "../editing/save";
import { resolveZones } from "../zone/resolve";
import { findProposal, type ReviewedProposal } from "./queue";

export type Decision =
  | { ok: true; slug: string }
  /** No such proposal, or it is decided already. */
  | { ok: false; reason: "gone" }
  | { ok: false; reason: "nothing_chosen" }
  /** Entries resemble the new organisation, and nobody has said that it is another. */
  | { ok: false; reason: "alike" }
  | { ok: false; reason: "invalid"; problems: InputProblem[] }
  /** Someone saved the entry meanwhile, or the database did not answer. */
  | { ok: false; reason: "again" };

/** The values of an entry with what was proposed for some fields. What others changed since stays: of several values only the difference is taken over. */
export function withProposed(
  fields: OrganisationFields,
  { fields: proposed, before }: { fields: ProposedLines; before: ProposedLines },
  names: readonly ProposedName[],
): OrganisationFields {
  const changes = names.flatMap((name): [string, unknown][] => {
    const lines = proposed[name];
    if (!lines) return [];
    if (!fieldOf(name).many) return [[name, lines[0] ?? null]];
    const { added, removed } = difference(before[name] ?? [], lines);
    if (name === "contacts") {
      const kept = fields.contacts.filter(({ raw }) => !removed.includes(raw));
      // It may be there by now.
      const missing = added.filter((line) => !kept.some(({ raw }) => raw === line));
      return [[name, [...kept, ...missing.map((raw) => ({ channel: channelOf(raw), raw, state: "ok" as const }))]]];
    }
    const kept = (fields[name] as string[]).filter((value) => !removed.includes(value));
    return [[name, [...kept, ...added]]];
  });
  return { ...fields, ...Object.fromEntries(changes) } as OrganisationFields;
}

/** What staff say when they accept: the fields, on what ground, for a new entry what it is, and whether it is another organisation than those that it resembles. */
export type Acceptance = { names: ProposedName[]; basis: Basis; kind: OrganisationKind; isOther: boolean };

/** What a proposal says of an organisation that has no entry yet. */
const proposedEntry = (proposal: ReviewedProposal, names: readonly ProposedName[], kind: OrganisationKind): OrganisationFields =>
  withProposed({ ...NOTHING_SAID, name: "", kind, visibility: "public" }, proposal, names);

/** The entries that may be the organisation that is proposed as a new one. */
export async function entriesLikeProposed(actor: Actor, proposal: ReviewedProposal): Promise<LikeEntry[]> {
  const fields = proposedEntry(proposal, PROPOSED_NAMES, "cso");
  const contacts = fields.contacts.flatMap((contact) => {
    const found = contactValue(contact);
    return found.ok ? [{ ...contact, usable: found.value }] : [];
  });
  const zones = await resolveZones(database(), fields.zones.map(referenceKey));
  return likeEntries(
    database(),
    actor,
    fields,
    contacts,
    [...zones.values()].flatMap((zone) => zone?.id ?? []),
  );
}

/**
 * Takes chosen fields of a proposal over into its entry, or makes the new one, by the way that every correction takes; the rest is not taken.
 * @param actor who decides; the caller has asked `canReviewProposals`
 */
export async function acceptProposal(actor: Actor, id: number, { names, basis, kind, isOther }: Acceptance): Promise<Decision> {
  const proposal = await findProposal(actor, id);
  if (!proposal || !isWaiting(proposal)) return { ok: false, reason: "gone" };
  const chosen = names.filter((name) => proposal.fields[name] !== undefined);
  // A message alone is accepted by itself: staff have written in the entry what it says.
  if (chosen.length === 0 && Object.keys(proposal.fields).length > 0) return { ok: false, reason: "nothing_chosen" };
  if (proposal.isNew && !isOther && (await entriesLikeProposed(actor, proposal)).length > 0) return { ok: false, reason: "alike" };
  const entry = proposal.slug === null ? null : await findEditable(actor, proposal.slug);
  if (proposal.slug !== null && !entry) return { ok: false, reason: "gone" };
  let slug = proposal.slug;
  if (chosen.length > 0) {
    const fields = entry ? withProposed(entry.fields, proposal, chosen) : proposedEntry(proposal, chosen, kind);
    const day = proposal.createdAt.toISOString().slice(0, 10);
    const saved = await saveOrganisation(actor, proposal.slug, {
      fields,
      restricted: entry?.restricted ?? [],
      version: entry?.version ?? null,
      homonym: isOther ? fields.name : null,
      provenance: {
        basis,
        source: CORRECTION_SOURCE,
        place: null,
        said_on: day,
        note: `Proposition ${id}${proposal.author ? ` (${proposal.author.name})` : ""}`,
      },
    });
    if (!saved.ok) return saved.reason === "invalid" ? saved : { ok: false, reason: saved.reason === "not_found" ? "gone" : "again" };
    slug = saved.slug;
  }
  return (await close(actor, proposal, { state: "accepted", accepted: chosen, reason: null }, slug))
    ? { ok: true, slug: slug! }
    : { ok: false, reason: "gone" };
}

const isWaiting = ({ state }: ReviewedProposal): boolean => state === "open" || state === "asked";

type Outcome = { state: "accepted" | "refused"; accepted?: string[]; reason: string | null };

async function close(actor: Actor, { id }: ReviewedProposal, outcome: Outcome, slug: string | null): Promise<boolean> {
  return database().$transaction(async (tx) => {
    const entry = slug === null ? null : await tx.organisation.findUnique({ where: { slug }, select: { id: true } });
    const { count } = await tx.proposal.updateMany({
      where: { id, state: { in: ["open", "asked"] } },
      data: { ...outcome, organisationId: entry?.id, decidedById: actor.id, decidedAt: await databaseTime(tx) },
    });
    return count === 1;
  });
}

/** Refuses a proposal. @param reason what the proposer reads @returns whether it waited, and a reason was given */
export async function refuseProposal(actor: Actor, id: number, reason: string): Promise<boolean> {
  const proposal = await findProposal(actor, id);
  const text = reason.trim().slice(0, PROPOSAL_LIMITS.answer);
  if (!proposal || !isWaiting(proposal) || text === "") return false;
  return close(actor, proposal, { state: "refused", reason: text }, null);
}

/** Asks the proposer for more. @returns whether it waited, and a question was given */
export async function askProposer(actor: Actor, id: number, question: string): Promise<boolean> {
  const proposal = await findProposal(actor, id);
  const text = question.trim().slice(0, PROPOSAL_LIMITS.answer);
  if (!proposal || !isWaiting(proposal) || text === "") return false;
  const { count } = await database().proposal.updateMany({
    where: { id, state: { in: ["open", "asked"] } },
    data: { question: text, answer: null, state: "asked" },
  });
  return count === 1;
}

/** Erases how to reach a proposer, and all that they wrote of themselves; what was decided stays. */
export async function forgetProposer(actor: Actor, id: number): Promise<boolean> {
  if (!(await findProposal(actor, id))) return false;
  await database().proposal.update({ where: { id }, data: { reach: null, how: "" } });
  return true;
}
