import "server-only";
import type { Actor } from "@/domain/actor";
import { hasRight, hasRightSomewhere, type EntryPlace, type Holder } from "@/domain/rights";
import type { ProposalState, ProposedLines, Speaker } from "@/domain/proposal";
import { database } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { entryPlace, entryPlaces } from "../editing/entry-place";
import { seenBy } from "../editing/seen";

export type QueuedProposal = {
  id: number;
  createdAt: Date;
  state: ProposalState;
  /** Of the entry, or as the proposer calls the new one. */
  name: string;
  isNew: boolean;
  /** The person of staff who wrote it; null: anybody. */
  author: { id: number; name: string } | null;
};
export type ReviewedProposal = QueuedProposal & {
  slug: string | null;
  fields: ProposedLines;
  before: ProposedLines;
  message: string | null;
  speaker: Speaker;
  how: string;
  reach: string | null;
  language: string;
  question: string | null;
  answer: string | null;
  reason: string | null;
  accepted: string[];
  decidedBy: string | null;
  decidedAt: Date | null;
};

/** Somebody whose proposals are looked up, signed in or not. */
export type Reviewer = Holder & Pick<Actor, "id" | "role" | "seesConfidential">;

/** Those about an entry that this person may see, and about new ones; of these, those that they wrote themselves, for who decides on none. */
const seen = (actor: Reviewer): Prisma.ProposalWhereInput => ({
  OR: [{ organisationId: null }, { organisation: seenBy(actor) }],
  ...(hasRightSomewhere(actor, "decide") ? {} : { authorId: actor.id }),
});

const include = {
  organisation: { select: { slug: true, name: true } },
  author: { select: { id: true, name: true } },
  decidedBy: { select: { name: true } },
} as const;
type Row = Prisma.ProposalGetPayload<{ include: typeof include }>;

function toQueued({ id, createdAt, state, organisation, fields, author }: Row): QueuedProposal {
  const typed = (fields as ProposedLines).name?.[0];
  return { id, createdAt, state: state as ProposalState, name: organisation?.name ?? typed ?? "?", isNew: organisation === null, author };
}

/** How many are listed that are decided already. */
const DECIDED = 50;

/** Those that wait, the oldest first, then the last that were decided. */
export async function listProposals(actor: Actor): Promise<{ waiting: QueuedProposal[]; decided: QueuedProposal[] }> {
  const waiting = { state: { in: ["open", "asked"] } };
  const [open, decided] = await Promise.all([
    database().proposal.findMany({ where: { AND: [seen(actor), waiting] }, include, orderBy: { createdAt: "asc" } }),
    database().proposal.findMany({ where: { AND: [seen(actor), { NOT: waiting }] }, include, orderBy: { decidedAt: "desc" }, take: DECIDED }),
  ]);
  return { waiting: open.map(toQueued), decided: decided.map(toQueued) };
}

/** How many wait for staff, and since when the oldest does. */
export async function queueOf(actor: Actor): Promise<{ count: number; oldest: Date | null }> {
  const { _count, _min } = await database().proposal.aggregate({ where: { AND: [seen(actor), { state: "open" }] }, _count: true, _min: { createdAt: true } });
  return { count: _count, oldest: _min.createdAt };
}

/** How many wait for the decision of this person, and since when the oldest does. */
export async function waitingFor(reviewer: Reviewer): Promise<{ count: number; oldest: Date | null }> {
  const open = await database().proposal.findMany({
    where: { AND: [seen(reviewer), { state: "open" }] },
    select: { createdAt: true, organisation: { select: { slug: true } } },
    orderBy: { createdAt: "asc" },
  });
  const places = await entryPlaces(
    reviewer,
    open.flatMap(({ organisation }) => organisation?.slug ?? []),
  );
  const own = open.filter(({ organisation }) =>
    organisation ? hasRight(reviewer, "decide", places.get(organisation.slug) ?? null) : hasRightSomewhere(reviewer, "decide"),
  );
  return { count: own.length, oldest: own[0]?.createdAt ?? null };
}

/** One proposal with all that was typed; null when there is none that this person may see. */
export async function findProposal(actor: Actor, id: number): Promise<ReviewedProposal | null> {
  const row = await database().proposal.findFirst({ where: { AND: [seen(actor), { id }] }, include });
  if (!row) return null;
  const { message, how, reach, language, question, answer, reason, accepted, decidedAt } = row;
  return {
    ...toQueued(row),
    ...{ message, how, reach, language, question, answer, reason, accepted, decidedAt },
    slug: row.organisation?.slug ?? null,
    fields: row.fields as ProposedLines,
    before: row.before as ProposedLines,
    speaker: row.speaker as Speaker,
    decidedBy: row.decidedBy?.name ?? null,
  };
}

/** The entry that a proposal is about, as far as rights go by it; null for a new one. */
export const placeOf = async (actor: Actor, { slug }: Pick<ReviewedProposal, "slug">): Promise<EntryPlace | null> =>
  slug === null ? null : entryPlace(actor, slug);
