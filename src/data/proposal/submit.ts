import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@/domain/actor";
import type { ContentLanguage } from "@/domain/fields";
import {
  knownOf,
  NEW_ORGANISATION,
  parseProposal,
  PROPOSAL_LIMITS,
  PROPOSAL_PARTS,
  type ProposalPart,
  type ProposalProblem,
  type ProposedLines,
  type ProposedName,
} from "@/domain/proposal";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { database } from "../client";
import { seenBy } from "../editing/seen";
import { publicOnly } from "../organisation/public";
import { hasRoom } from "./limits";

/** The fields that a form asks for. */
export const namesOf = (part: ProposalPart | null): readonly ProposedName[] => (part === null ? NEW_ORGANISATION : PROPOSAL_PARTS[part]);

export type Submitted =
  /** `token`: what the secret link ends with. */
  { ok: true; id: number; token: string } | { ok: false; problems: ProposalProblem[] } | { ok: false; reason: "too_many" };

/** What the secret link is known by; the link itself is stored nowhere. */
export const digestOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Where a proposal comes from: an address, or a person of staff, who may write as many as they like. */
export type Origin = { language: ContentLanguage } & ({ address: string } | { author: Actor });

/**
 * Stores a proposal. Nothing that the public reads moves.
 * @param about the entry and the part of it; null for an organisation that is not in the directory
 */
export async function submitProposal(
  form: URLSearchParams,
  about: { organisation: PublicOrganisation; part: ProposalPart } | null,
  from: Origin,
): Promise<Submitted> {
  const names = namesOf(about?.part ?? null);
  const known: ProposedLines = about ? knownOf(about.organisation) : {};
  const author = "author" in from ? from.author : null;
  const { proposal, problems } = parseProposal(form, names, known, author !== null);
  if (!proposal) return { ok: false, problems };
  if ("address" in from && !(await hasRoom(from.address))) return { ok: false, reason: "too_many" };
  const token = randomBytes(24).toString("base64url");
  const entry =
    about &&
    (await database().organisation.findFirst({ where: { slug: about.organisation.slug, ...(author ? seenBy(author) : publicOnly) }, select: { id: true } }));
  const { fields, message, speaker, how, reach } = proposal;
  const before = Object.fromEntries(Object.keys(fields).map((name) => [name, known[name as ProposedName] ?? []]));
  const { id } = await database().proposal.create({
    select: { id: true },
    data: {
      ...{ organisationId: entry?.id ?? null, authorId: author?.id ?? null, fields, before, message, speaker, how, reach },
      ...{ language: from.language, tokenDigest: digestOf(token) },
    },
  });
  return { ok: true, id, token };
}

export type Followed = {
  state: string;
  createdAt: Date;
  decidedAt: Date | null;
  question: string | null;
  answer: string | null;
  reason: string | null;
  /** The entry that it is about, when the public may see it. */
  organisation: { slug: string; name: string } | null;
};

/** What the proposer may know of what became of it; null for a link that leads nowhere. */
export async function followProposal(token: string): Promise<Followed | null> {
  const row = await database().proposal.findUnique({
    where: { tokenDigest: digestOf(token) },
    select: {
      ...{ state: true, createdAt: true, decidedAt: true, question: true, answer: true, reason: true },
      organisation: { select: { slug: true, name: true, visibility: true, publishedAt: true } },
    },
  });
  if (!row) return null;
  const { organisation, ...rest } = row;
  const isShown = organisation?.visibility === "public" && organisation.publishedAt !== null;
  return { ...rest, organisation: isShown ? { slug: organisation.slug, name: organisation.name } : null };
}

/**
 * The proposer answers what staff asked.
 * @param proposer whoever has the secret link, or the person of staff who wrote the proposal of this number
 * @returns whether something was asked and the answer can be read
 */
export async function answerProposal(proposer: { token: string } | { author: Actor; id: number }, text: string): Promise<boolean> {
  const answer = text.trim().normalize("NFC").slice(0, PROPOSAL_LIMITS.answer);
  if (answer === "") return false;
  const own = "token" in proposer ? { tokenDigest: digestOf(proposer.token) } : { id: proposer.id, authorId: proposer.author.id };
  const { count } = await database().proposal.updateMany({ where: { ...own, state: "asked" }, data: { answer, state: "open" } });
  return count === 1;
}
