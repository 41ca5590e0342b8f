import "server-only";
import type { Actor } from "@/domain/actor";
import type { ProposalState, ProposedLines, Speaker } from "@/domain/proposal";
import { database } from "../client";
import type { Prisma } from "../generated/prisma/client";
import { seenBy } from "../editing/seen";

export type QueuedProposal = {
  id: number;
  createdAt: Date;
  state: ProposalState;
  /** Of the entry, or as the proposer calls the new one. */
  name: string;
  isNew: boolean;
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

/** Those about an entry that this person may see, and about new ones. */
const seen = (actor: Actor): Prisma.ProposalWhereInput => ({ OR: [{ organisationId: null }, { organisation: seenBy(actor) }] });

const include = { organisation: { select: { slug: true, name: true } }, decidedBy: { select: { name: true } } } as const;
type Row = Prisma.ProposalGetPayload<{ include: typeof include }>;

function toQueued({ id, createdAt, state, organisation, fields }: Row): QueuedProposal {
  const typed = (fields as ProposedLines).name?.[0];
  return { id, createdAt, state: state as ProposalState, name: organisation?.name ?? typed ?? "?", isNew: organisation === null };
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
