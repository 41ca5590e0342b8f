import "server-only";
import { Crumbs } from "@/components/crumbs";
import { Notice } from "@/components/notice";
import { PageHead } from "@/components/page-head";
import { findPublicOrganisation } from "@/data/organisation/profile";
import { answerProposal, followProposal, submitProposal, type Followed } from "@/data/proposal/submit";
import { isProposalPart, PROPOSAL_LIMITS, type ProposalPart, type ProposalProblem, type ProposalState } from "@/domain/proposal";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { localPath, type Locale } from "@/i18n/locales";
import { formatMoment, translator } from "@/i18n/translator";
import { TRAP } from "./choices";
import { ProposalForm } from "./form";

type Parameters = Record<string, string[]>;
export type About = { organisation: PublicOrganisation; part: ProposalPart } | null;
type Trail = readonly { href: string; label: string }[];
export type Again = { typed: URLSearchParams; problems?: readonly ProposalProblem[]; tooMany?: boolean };

type Find = (slug: string) => Promise<PublicOrganisation | null>;

/** What the address names: an entry and a part of it, or nothing for a new organisation; undefined for an entry that does not exist. */
export async function aboutOf({ fiche, partie }: Parameters, find: Find = findPublicOrganisation): Promise<About | undefined> {
  if (!fiche?.[0]) return null;
  const organisation = await find(fiche[0]);
  const part = partie?.[0] ?? "";
  return organisation ? { organisation, part: isProposalPart(part) ? part : "identity" } : undefined;
}

/** @param staffTrail the way back to the pages of staff, when one of them proposes */
export function formPage(locale: Locale, about: About, again?: Again, staffTrail?: Trail) {
  const t = translator(locale, "proposals");
  const name = about?.organisation.name;
  const title = about ? t("title.entry") : t("title.new");
  const trail = staffTrail ?? (about ? [{ href: `/organisations/${about.organisation.slug}`, label: about.organisation.name }] : undefined);
  const body = (
    <div className="frame">
      <PageHead
        crumbs={trail ? <Crumbs locale={locale} trail={trail} /> : undefined}
        kicker={about ? t(`part.${about.part}`) : undefined}
        title={title}
        lead={about ? t("lead.entry") : t("lead.new")}
      />
      <div className="prose">
        {again?.tooMany ? <Notice kind="error">{t("problem.tooMany")}</Notice> : null}
        <ProposalForm locale={locale} about={about} typed={again?.typed} problems={again?.problems} isStaff={staffTrail !== undefined} />
      </div>
    </div>
  );
  return { body, head: about ? { title: `${title} – ${name}`, hidden: true } : {} };
}

/** `/proposer`, `/proposer?fiche=…&partie=…`: null when there is no such entry. */
export async function proposePage(locale: Locale, parameters: Parameters) {
  const about = await aboutOf(parameters);
  return about === undefined ? null : formPage(locale, about);
}

/** What becomes of a form that was sent: the proposer's own page, or the form again with what is wrong. */
export async function sendProposal(locale: Locale, parameters: Parameters, form: URLSearchParams, address: string) {
  const about = await aboutOf(parameters);
  if (about === undefined) return null;
  // Whoever filled in what nobody sees is told that all is well, and nothing is kept.
  if (form.get(TRAP)) return { sent: localPath(locale, "/") };
  const sent = await submitProposal(form, about, { address, language: locale });
  if (sent.ok) return { sent: localPath(locale, `/proposition/${sent.token}?fait=envoyee`) };
  if ("reason" in sent) return { ...formPage(locale, about, { typed: form, tooMany: true }), status: 429 as const };
  return { ...formPage(locale, about, { typed: form, problems: sent.problems }), status: 422 as const };
}

const TOKEN = /^[\w-]{32}$/;

/** `/proposition/{token}`: what became of a proposal, for who made it; null for a link that leads nowhere. */
export async function followPage(locale: Locale, token: string, done?: string) {
  const followed = TOKEN.test(token) ? await followProposal(token) : null;
  return followed && { body: <Follow locale={locale} followed={followed} done={done} /> };
}

/** The proposer's answer to what staff asked. */
export async function sendAnswer(locale: Locale, token: string, form: URLSearchParams) {
  const answered = TOKEN.test(token) && (await answerProposal({ token }, form.get("answer") ?? ""));
  return { sent: localPath(locale, `/proposition/${encodeURIComponent(token)}${answered ? "?fait=repondue" : ""}`) };
}

function Follow({ locale, followed, done }: { locale: Locale; followed: Followed; done?: string }) {
  const t = translator(locale, "proposals");
  const { state, organisation, createdAt, question, answer, reason } = followed;
  return (
    <div className="frame">
      <PageHead title={t("follow.title")} lead={t(`follow.state.${state as ProposalState}`)} />
      <div className="prose">
        {done === "envoyee" ? (
          <Notice kind="success" title={t("follow.thanks")}>
            <p>{t("follow.keep")}</p>
          </Notice>
        ) : null}
        {done === "repondue" ? <Notice kind="success">{t("follow.answered")}</Notice> : null}
        {organisation ? (
          <p>
            {t("follow.about")} <a href={localPath(locale, `/organisations/${organisation.slug}`)}>{organisation.name}</a>
          </p>
        ) : null}
        <p>{t("follow.sent", { date: formatMoment(locale, createdAt) })}</p>
        <Said title={t("follow.reason")} text={reason} />
        <Said title={t("follow.question")} text={question} />
        <Said title={t("follow.answer")} text={answer} />
        {state === "asked" ? (
          <form method="post" className="form">
            <div className="field">
              <label className="field-label" htmlFor="answer">
                {t("follow.answer")}
              </label>
              <textarea id="answer" className="input" name="answer" rows={4} required maxLength={PROPOSAL_LIMITS.answer} />
            </div>
            <p>
              <button className="btn">{t("follow.sendAnswer")}</button>
            </p>
          </form>
        ) : null}
      </div>
    </div>
  );
}

function Said({ title, text }: { title: string; text: string | null }) {
  return text ? (
    <>
      <h2>{title}</h2>
      <p className="as-typed">{text}</p>
    </>
  ) : null;
}
