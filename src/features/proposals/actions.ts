"use server";

import { redirect } from "next/navigation";
import { requireAllowed } from "@/auth/allowed";
import { canDecideOnProposal, canPropose, canReviewProposals } from "@/auth/permissions";
import { noteRefusal } from "@/auth/refusals";
import { acceptProposal, askProposer, forgetProposer, refuseProposal, type Acceptance } from "@/data/proposal/decide";
import { findProposal, placeOf } from "@/data/proposal/queue";
import { answerProposal } from "@/data/proposal/submit";
import type { Actor } from "@/domain/actor";
import { INPUT_LIMITS, STAFF_BASES, type InputProblem } from "@/domain/organisation-input";
import { PROPOSED_NAMES } from "@/domain/proposal";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { type Locale, localeGiven, localPath, pathsIn } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { logger } from "@/lib/logger";

const pathOf = (id: number) => `/admin/propositions/${id}`;

const allowed = (locale: Locale, id: number, may: (actor: Actor) => boolean) =>
  requireAllowed({ toPath: pathsIn(locale), back: pathOf(id), may, wanted: "review_proposal" });

/** Who decides on this proposal; whoever may not is sent back. */
async function reviewer(locale: Locale, id: number) {
  const actor = await allowed(locale, id, canReviewProposals);
  const proposal = await findProposal(actor, id);
  if (!proposal || canDecideOnProposal(actor, await placeOf(actor, proposal))) return actor;
  await noteRefusal(actor, "review_proposal");
  return redirect(localPath(locale, pathOf(id)));
}

const done = (locale: Locale, id: number, word: string): never => redirect(localPath(locale, `${pathOf(id)}?fait=${word}`));

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

/** What could not be taken over, and what was ticked; nothing is stored then. `asksWhether`: staff must say that it is another organisation. */
export type ReviewState = {
  title: string;
  problems: readonly string[];
  asksWhether: boolean;
  typed: { names: readonly string[]; basis: string; kind: string; isOther: boolean } | null;
};

const asksWhether = ({ reason }: InputProblem): boolean => reason === "same_name" || reason.startsWith("like_");

/** Takes the ticked fields over into the entry. */
export async function acceptAction(givenLocale: string, id: number, before: ReviewState, form: FormData): Promise<ReviewState> {
  const locale = localeGiven(givenLocale);
  const actor = await reviewer(locale, id);
  const chosen = form.getAll("take").map(String);
  const typed: Acceptance = {
    names: PROPOSED_NAMES.filter((name) => chosen.includes(name)),
    basis: STAFF_BASES.find((basis) => basis === text(form, "basis")) ?? "self_declared",
    kind: ORGANISATION_KINDS.find((kind) => kind === text(form, "kind")) ?? "cso",
    isOther: form.has("other"),
  };
  const decision = await acceptProposal(actor, id, typed);
  if (decision.ok) {
    logger.info({ event: "proposal_accepted", user: actor.id, proposal: id, slug: decision.slug });
    return done(locale, id, "acceptee");
  }
  const own = translator(locale, "proposals");
  if (decision.reason === "alike") return { title: own("review.unsaid"), problems: [], asksWhether: true, typed };
  if (decision.reason === "invalid") {
    const t = translator(locale, "admin");
    const words = ({ reason, value = "", limit = INPUT_LIMITS.rows }: InputProblem) =>
      t(`problem.${reason}`, { value, limit, state: labelsOf(locale).contactState.invalid });
    const { problems } = decision;
    return {
      title: own(problems.every(asksWhether) ? "review.unsaid" : "review.invalid"),
      problems: problems.map(words),
      asksWhether: before.asksWhether || problems.some(asksWhether),
      typed,
    };
  }
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

/** The person of staff who wrote a proposal answers what was asked. */
export async function answerAction(givenLocale: string, id: number, form: FormData): Promise<void> {
  const locale = localeGiven(givenLocale);
  const author = await allowed(locale, id, canPropose);
  done(locale, id, (await answerProposal({ author, id }, text(form, "answer"))) ? "repondue" : "rien");
}
