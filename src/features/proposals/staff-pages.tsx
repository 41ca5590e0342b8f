import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canDecideOnProposal, canPropose, canReviewProposals } from "@/auth/permissions";
import { ButtonForm } from "@/components/button-form";
import { Field } from "@/components/field";
import { Notice } from "@/components/notice";
import { Pairs } from "@/components/pairs";
import { StaffFrame } from "@/components/staff-frame";
import type { LikeEntry } from "@/data/editing/alike";
import { entriesLikeProposed } from "@/data/proposal/decide";
import { findProposal, listProposals, placeOf, type QueuedProposal, type ReviewedProposal } from "@/data/proposal/queue";
import { PROPOSAL_LIMITS } from "@/domain/proposal";
import { fieldLabel } from "@/i18n/field-label";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { type Search } from "@/lib/http/search";
import { AcceptForm } from "./accept-form";
import { specOf } from "./accept-spec";
import { acceptAction, answerAction, askAction, forgetAction, refuseAction } from "./actions";

const PATH = "/admin/propositions";

/** Who asks, and the frame of their pages. */
async function framed(locale: Locale, back: string, signOut: ReactNode) {
  const actor = await requireAllowed({ toPath: pathsIn(locale), back, may: canPropose, wanted: "proposals" });
  return { actor, frame: { locale, actor, tab: PATH, signOut } as const };
}

/** `/admin/propositions`: what waits, the oldest first, and what was decided last; for who decides on none, what they wrote themselves. */
export async function ProposalsPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, PATH, signOut);
  const t = translator(locale, "proposals");
  const reviews = canReviewProposals(actor);
  const { waiting, decided } = await listProposals(actor);
  return (
    <StaffFrame {...frame} title={t(reviews ? "queue.title" : "queue.own")} lead={t(reviews ? "queue.lead" : "queue.ownLead")}>
      <h2>{t("queue.waiting", { count: waiting.length })}</h2>
      <Queue locale={locale} proposals={waiting} />
      <h2 className="mt-6">{t("queue.decided")}</h2>
      {decided.length === 0 ? <p>{t("queue.none")}</p> : <Queue locale={locale} proposals={decided} />}
    </StaffFrame>
  );
}

function Queue({ locale, proposals }: { locale: Locale; proposals: readonly QueuedProposal[] }) {
  const t = translator(locale, "proposals");
  return (
    <ul className="contact-list">
      {proposals.map(({ id, name, isNew, state, createdAt, author }) => (
        <li key={id} className="py-1">
          <a href={localPath(locale, `${PATH}/${id}`)}>{name}</a>{" "}
          <span className="aside">
            {[isNew ? t("queue.isNew") : null, author ? t("queue.by", { name: author.name }) : null, t(`queue.state.${state}`), formatMoment(locale, createdAt)]
              .filter(Boolean)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

const DONE = ["envoyee", "repondue", "acceptee", "refusee", "demandee", "effacee", "rien", "disparue", "conflit"] as const;
const WELL: readonly string[] = ["envoyee", "repondue", "acceptee", "refusee", "demandee", "effacee"];

/** `/admin/propositions/{id}`: what is proposed beside what is known, and what becomes of it. */
export async function ReviewPage({ locale, id, search, signOut }: { locale: Locale; id: string; search: Search; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, `${PATH}/${id}`, signOut);
  const proposal = /^\d{1,9}$/.test(id) ? await findProposal(actor, Number(id)) : null;
  if (!proposal) notFound();
  const t = translator(locale, "proposals");
  const done = DONE.find((word) => word === search.fait);
  const mayDecide = canDecideOnProposal(actor, await placeOf(actor, proposal));
  const waits = mayDecide && (proposal.state === "open" || proposal.state === "asked");
  const alike = waits && proposal.isNew ? await entriesLikeProposed(actor, proposal) : [];
  const isOwn = proposal.author?.id === actor.id;
  return (
    <StaffFrame {...frame} title={proposal.name} lead={proposal.isNew ? t("queue.isNew") : t("review.title")} below={[]}>
      {done ? <Notice kind={WELL.includes(done) ? "success" : "warning"}>{t(`review.done.${done}`)}</Notice> : null}
      <Origin locale={locale} proposal={proposal} />
      {alike.length > 0 ? <AlikeEntries locale={locale} alike={alike} /> : null}
      {waits ? <AcceptForm spec={await specOf(locale, actor, proposal, alike.length > 0)} action={acceptAction.bind(null, locale, proposal.id)} /> : null}
      {waits ? <Replies locale={locale} id={proposal.id} /> : null}
      {isOwn && proposal.state === "asked" ? <Answer locale={locale} id={proposal.id} /> : null}
      {!mayDecide && canReviewProposals(actor) ? <Notice>{t("review.notYours")}</Notice> : null}
      {mayDecide && (proposal.reach || proposal.how) ? (
        <ButtonForm action={forgetAction.bind(null, locale, proposal.id)} label={t("review.forget")} className="mt-6" />
      ) : null}
    </StaffFrame>
  );
}

/** The entries that may be the organisation which is proposed as a new one, and why. */
function AlikeEntries({ locale, alike }: { locale: Locale; alike: readonly LikeEntry[] }) {
  const t = translator(locale, "proposals");
  const life = translator(locale, "life");
  const entries = [...new Map(alike.map((entry) => [entry.slug, entry])).values()];
  const why = (slug: string) =>
    alike.flatMap((entry) => (entry.slug !== slug ? [] : entry.why === "place" ? t("review.likePlace") : life(`duplicates.reason.${entry.why}`)));
  return (
    <div className="my-5">
      <Notice kind="warning" title={t("review.alike")}>
        <ul>
          {entries.map(({ slug, name }) => (
            <li key={slug}>
              <a href={localPath(locale, `/admin/organisations/${slug}`)}>{name}</a> <span className="aside">{[...new Set(why(slug))].join(" · ")}</span>
            </li>
          ))}
        </ul>
        <p>{t("review.alikeHint")}</p>
      </Notice>
    </div>
  );
}

/** What the proposer says, and what was decided of it. */
function Origin({ locale, proposal }: { locale: Locale; proposal: ReviewedProposal }) {
  const t = translator(locale, "proposals");
  const { slug, message, speaker, author, how, reach, question, answer, reason, accepted, decidedBy, decidedAt, createdAt, state } = proposal;
  const words = (text: string | null) => text && <span className="as-typed">{text}</span>;
  return (
    <>
      <p className="my-3">
        {slug ? <a href={localPath(locale, `/admin/organisations/${slug}`)}>{t("review.entry")}</a> : null}{" "}
        <span className="aside">
          {t("follow.sent", { date: formatMoment(locale, createdAt) })} ({t(`queue.state.${state}`)})
        </span>
      </p>
      {decidedBy && decidedAt ? <p>{t("review.decided", { who: decidedBy, when: formatMoment(locale, decidedAt) })}</p> : null}
      {accepted.length > 0 ? <p>{t("review.acceptedFields", { fields: accepted.map((name) => fieldLabel(locale, name)).join(", ") })}</p> : null}
      <Pairs
        rows={[
          [t("review.message"), words(message)],
          author ? [t("review.author"), author.name] : [t("review.who"), t(`speakerOf.${speaker}`)],
          [t("review.how"), words(how || null)],
          [t("review.reach"), words(reach)],
          [t("follow.question"), words(question)],
          [t("review.answer"), words(answer)],
          [t("follow.reason"), words(reason)],
        ]}
      />
    </>
  );
}

/** What the proposal's author answers to a question. */
function Answer({ locale, id }: { locale: Locale; id: number }) {
  const t = translator(locale, "proposals");
  return (
    <form action={answerAction.bind(null, locale, id)} className="form mt-6">
      <Field id="answer" label={t("follow.answer")}>
        {(control) => <textarea {...control} className="input" name="answer" rows={4} required maxLength={PROPOSAL_LIMITS.answer} />}
      </Field>
      <p>
        <button className="btn">{t("follow.sendAnswer")}</button>
      </p>
    </form>
  );
}

function Replies({ locale, id }: { locale: Locale; id: number }) {
  const t = translator(locale, "proposals");
  const reply = (name: "question" | "reason", label: string, button: string, action: (form: FormData) => Promise<void>) => (
    <form action={action} className="form mt-6">
      <div className="field">
        <label className="field-label" htmlFor={name}>
          {label}
        </label>
        <textarea id={name} className="input" name={name} rows={2} />
      </div>
      <p>
        <button className="btn btn-quiet">{button}</button>
      </p>
    </form>
  );
  return (
    <>
      {reply("question", t("review.question"), t("review.ask"), askAction.bind(null, locale, id))}
      {reply("reason", t("review.reason"), t("review.refuse"), refuseAction.bind(null, locale, id))}
    </>
  );
}
