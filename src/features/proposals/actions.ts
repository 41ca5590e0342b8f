"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canReviewProposals } from "@/auth/permissions";
import { acceptProposal, askProposer, forgetProposer, refuseProposal, type Decision } from "@/data/proposal/decide";
import { STAFF_BASES, type InputProblem } from "@/domain/organisation-input";
import { PROPOSED_NAMES } from "@/domain/proposal";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { localeGiven, localPath, type Locale } from "@/i18n/locales";
import { logger } from "@/lib/logger";

const pathOf = (id: number) => `/admin/propositions/${id}`;

/** Who decides; whoever may not is sent back. */
const reviewer = (locale: Locale, id: number) =>
  requireAllowed({ toPath: (path) => localPath(locale, path), back: pathOf(id), may: canReviewProposals, wanted: "review_proposal" });

const done = (locale: Locale, id: number, word: string): never => redirect(localPath(locale, `${pathOf(id)}?fait=${word}`));

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** What could not be taken over; nothing is stored then. */
export type ReviewState = { problems: readonly InputProblem[] };

/** Takes the ticked fields over into the entry. */
export async function acceptAction(givenLocale: string, id: number, _before: ReviewState, form: FormData): Promise<ReviewState> {
  const locale = localeGiven(givenLocale);
  const actor = await reviewer(locale, id);
  const chosen = form.getAll("take").map(String);
  const decision: Decision = await acceptProposal(actor, id, {
    names: PROPOSED_NAMES.filter((name) => chosen.includes(name)),
    basis: STAFF_BASES.find((basis) => basis === text(form, "basis")) ?? "self_declared",
    kind: ORGANISATION_KINDS.find((kind) => kind === text(form, "kind")) ?? "cso",
  });
  if (decision.ok) {
    logger.info({ event: "proposal_accepted", user: actor.id, proposal: id, slug: decision.slug });
    return done(locale, id, "acceptee");
  }
  if (decision.reason === "invalid") return { problems: decision.problems };
  return done(locale, id, { gone: "disparue", nothing_chosen: "rien", again: "conflit" }[decision.reason]);
}

export async function refuseAction(givenLocale: string, id: number, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await reviewer(locale, id);
  done(locale, id, (await refuseProposal(actor, id, text(form, "reason"))) ? "refusee" : "rien");
}

export async function askAction(givenLocale: string, id: number, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await reviewer(locale, id);
  done(locale, id, (await askProposer(actor, id, text(form, "question"))) ? "demandee" : "rien");
}

export async function forgetAction(givenLocale: string, id: number): Promise<void> {
  const locale = localeGiven(givenLocale);
  const actor = await reviewer(locale, id);
  done(locale, id, (await forgetProposer(actor, id)) ? "effacee" : "disparue");
}
