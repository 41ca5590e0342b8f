import "server-only";
import { requireAllowed } from "@/auth/allowed";
import { canPropose } from "@/auth/permissions";
import { previewOrganisation } from "@/data/editing/preview";
import { submitProposal } from "@/data/proposal/submit";
import type { Actor } from "@/domain/actor";
import { type Locale, localPath, pathsIn } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { logger } from "@/lib/logger";
import { aboutOf, formPage, type About, type Again } from "./pages";

const PATH = "/admin/proposer";

type Parameters = Record<string, string[]>;

/** Who proposes, and what the address names of what they may see: an entry, published or not, or nothing for a new one. */
async function asked(locale: Locale, parameters: Parameters): Promise<{ actor: Actor; about: About | undefined }> {
  const search = new URLSearchParams(Object.entries(parameters).flatMap(([name, values]) => values.map((value) => [name, value]))).toString();
  const back = `${PATH}${search && `?${search}`}`;
  const actor = await requireAllowed({ toPath: pathsIn(locale), back, may: canPropose, wanted: "propose" });
  return { actor, about: await aboutOf(parameters, async (slug) => (await previewOrganisation(actor, slug))?.organisation ?? null) };
}

function page(locale: Locale, about: About, again?: Again) {
  const trail = [{ href: "/admin", label: translator(locale, "admin")("title") }];
  return formPage(
    locale,
    about,
    again,
    about ? [...trail, { href: `/admin/organisations/${about.organisation.slug}`, label: about.organisation.name }] : trail,
  );
}

/** `/admin/proposer`, `/admin/proposer?fiche=…&partie=…`: the form of a proposal for staff; null when there is no such entry that they may see. */
export async function draftPage(locale: Locale, parameters: Parameters) {
  const { about } = await asked(locale, parameters);
  return about === undefined ? null : page(locale, about);
}

/** What becomes of a draft that was sent: its place in the queue, or the form again with what is wrong. */
export async function sendDraft(locale: Locale, parameters: Parameters, form: URLSearchParams) {
  const { actor, about } = await asked(locale, parameters);
  if (about === undefined) return null;
  const sent = await submitProposal(form, about, { author: actor, language: locale });
  if (!sent.ok) return { ...page(locale, about, { typed: form, problems: "problems" in sent ? sent.problems : [] }), status: 422 as const };
  logger.info({ event: "proposal_written", user: actor.id, proposal: sent.id });
  return { sent: localPath(locale, `/admin/propositions/${sent.id}?fait=envoyee`) };
}
