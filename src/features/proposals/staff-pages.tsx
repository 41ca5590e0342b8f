import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireAllowed } from "@/auth/allowed";
import { canManageUsers, canReviewProposals } from "@/auth/permissions";
import { Notice } from "@/components/notice";
import { Pairs } from "@/components/pairs";
import { StaffFrame } from "@/components/staff-frame";
import { findEditable, referenceNames } from "@/data/editing/edit-form";
import { findProposal, listProposals, type QueuedProposal, type ReviewedProposal } from "@/data/proposal/queue";
import type { Actor } from "@/domain/actor";
import { fieldOf } from "@/domain/fields";
import { PROBLEM_REASONS, STAFF_BASES } from "@/domain/organisation-input";
import { difference, PROPOSED_NAMES, type ProposedName } from "@/domain/proposal";
import { ORGANISATION_KINDS, type Theme } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, labelsOf, translator } from "@/i18n/translator";
import { AcceptForm, type AcceptSpec, type ReviewRow } from "./accept-form";
import { acceptAction, askAction, forgetAction, refuseAction } from "./actions";

const PATH = "/admin/propositions";

type Search = Record<string, string | string[] | undefined>;

/** Who asks, and the frame of their pages. */
async function framed(locale: Locale, back: string, signOut: ReactNode) {
  const actor = await requireAllowed({ toPath: (path) => localPath(locale, path), back, may: canReviewProposals, wanted: "review_proposal" });
  return { actor, frame: { locale, actor, accounts: canManageUsers(actor), tab: PATH, signOut } as const };
}

/** `/admin/propositions`: what waits, the oldest first, and what was decided last. */
export async function ProposalsPage({ locale, signOut }: { locale: Locale; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, PATH, signOut);
  const t = translator(locale, "proposals");
  const { waiting, decided } = await listProposals(actor);
  return (
    <StaffFrame {...frame} title={t("queue.title")} lead={t("queue.lead")} trail={[{ href: "/admin", label: translator(locale, "admin")("title") }]}>
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
      {proposals.map(({ id, name, isNew, state, createdAt }) => (
        <li key={id} className="py-1">
          <a href={localPath(locale, `${PATH}/${id}`)}>{name}</a>{" "}
          <span className="aside">
            {[isNew ? t("queue.isNew") : null, t(`queue.state.${state}`), formatMoment(locale, createdAt)].filter(Boolean).join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}

const DONE = ["acceptee", "refusee", "demandee", "effacee", "rien", "disparue", "conflit"] as const;
const WELL: readonly string[] = ["acceptee", "refusee", "demandee", "effacee"];

/** `/admin/propositions/{id}`: what is proposed beside what is known, and what becomes of it. */
export async function ReviewPage({ locale, id, search, signOut }: { locale: Locale; id: string; search: Search; signOut: ReactNode }) {
  const { actor, frame } = await framed(locale, `${PATH}/${id}`, signOut);
  const proposal = /^\d{1,9}$/.test(id) ? await findProposal(actor, Number(id)) : null;
  if (!proposal) notFound();
  const t = translator(locale, "proposals");
  const done = DONE.find((word) => word === search.fait);
  const waits = proposal.state === "open" || proposal.state === "asked";
  return (
    <StaffFrame
      {...frame}
      title={proposal.name}
      lead={proposal.isNew ? t("queue.isNew") : t("review.title")}
      trail={[
        { href: "/admin", label: translator(locale, "admin")("title") },
        { href: PATH, label: t("queue.title") },
      ]}
    >
      {done ? <Notice kind={WELL.includes(done) ? "success" : "warning"}>{t(`review.done.${done}`)}</Notice> : null}
      <Origin locale={locale} proposal={proposal} />
      {waits ? <AcceptForm spec={await specOf(locale, actor, proposal)} action={acceptAction.bind(null, locale, proposal.id)} /> : null}
      {waits ? <Replies locale={locale} id={proposal.id} /> : null}
      {proposal.reach || proposal.how ? (
        <form action={forgetAction.bind(null, locale, proposal.id)} className="form-actions mt-6">
          <button className="btn btn-quiet">{t("review.forget")}</button>
        </form>
      ) : null}
    </StaffFrame>
  );
}

/** What the proposer says, and what was decided of it. */
function Origin({ locale, proposal }: { locale: Locale; proposal: ReviewedProposal }) {
  const t = translator(locale, "proposals");
  const { slug, message, speaker, how, reach, question, answer, reason, accepted, decidedBy, decidedAt, createdAt, state } = proposal;
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
          [t("review.who"), t(`speakerOf.${speaker}`)],
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

/** The form with what staff read now of each proposed field. */
async function specOf(locale: Locale, actor: Actor, proposal: ReviewedProposal): Promise<AcceptSpec> {
  const t = translator(locale, "proposals");
  const labels = labelsOf(locale);
  const present = proposal.slug === null ? null : ((await findEditable(actor, proposal.slug))?.fields ?? null);
  const names = await referenceNames(actor, [proposal.fields, proposal.before, present ?? {}]);
  const nameOf = (name: ProposedName, value: string): string => {
    if (name === "themes") return labels.theme[value as Theme] ?? value;
    if (fieldOf(name).shape === "zone") return names.zones.find(({ code }) => code === value)?.name ?? value;
    if (fieldOf(name).shape === "organisation") return names.organisations.find(({ slug }) => slug === value)?.name ?? value;
    return value;
  };
  const presentLines = (name: ProposedName): string[] => {
    const value = present?.[name] ?? null;
    if (value === null) return [];
    return (Array.isArray(value) ? value : [value]).map((one) => (typeof one === "object" ? one.raw : nameOf(name, String(one))));
  };
  const rows = PROPOSED_NAMES.flatMap((name): ReviewRow[] => {
    const proposed = proposal.fields[name];
    if (!proposed) return [];
    const label = fieldLabel(locale, name);
    const { added, removed } = difference(proposal.before[name] ?? [], proposed);
    const written = (lines: readonly string[]) => lines.map((line) => nameOf(name, line));
    return [{ name, label, takeLabel: t("review.takeOne", { field: label }), now: presentLines(name), added: written(added), removed: written(removed) }];
  });
  return {
    rows,
    bases: STAFF_BASES.toSorted((a, b) => Number(b === "self_declared") - Number(a === "self_declared")).map((value) => ({
      value,
      label: labels.basis[value],
    })),
    kinds: proposal.isNew ? ORGANISATION_KINDS.map((value) => ({ value, label: labels.kind[value] })) : [],
    words: {
      now: t("review.now"),
      take: t("review.take"),
      added: t("review.added"),
      removed: t("review.removed"),
      basis: t("review.basis"),
      kind: t("review.kind"),
      accept: rows.length > 0 ? t("review.accept") : t("review.acceptMessage"),
      invalid: t("review.invalid"),
    },
    reasons: Object.fromEntries(
      PROBLEM_REASONS.map((reason) => [reason, translator(locale, "admin")(`problem.${reason}`, { value: "", limit: 0, state: "" })]),
    ),
  };
}
