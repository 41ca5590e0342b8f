import "server-only";
import { findEditable, referenceNames } from "@/data/editing/edit-form";
import type { ReviewedProposal } from "@/data/proposal/queue";
import type { Actor } from "@/domain/actor";
import { fieldOf } from "@/domain/fields";
import { STAFF_BASES } from "@/domain/organisation-input";
import { difference, PROPOSED_NAMES, type ProposedName } from "@/domain/proposal";
import { ORGANISATION_KINDS } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { labelsOf, translator } from "@/i18n/translator";
import type { AcceptSpec, ReviewRow } from "./accept-form";

/**
 * The form with what staff read now of each proposed field.
 * @param asksWhether whether staff must say that it is another organisation than those that it resembles
 */
export async function specOf(locale: Locale, actor: Actor, proposal: ReviewedProposal, asksWhether: boolean): Promise<AcceptSpec> {
  const t = translator(locale, "proposals");
  const labels = labelsOf(locale);
  const present = proposal.slug === null ? null : ((await findEditable(actor, proposal.slug))?.fields ?? null);
  const names = await referenceNames(actor, [proposal.fields, proposal.before, present ?? {}]);
  const nameOf = (name: ProposedName, value: string): string => {
    if (name === "themes") return termLabel(locale, "theme", value);
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
    asksWhether,
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
      other: translator(locale, "admin")("edit.homonym"),
    },
  };
}
