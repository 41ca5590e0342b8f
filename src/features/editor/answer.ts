import type { ReferenceNames } from "@/data/editing/edit-form";
import type { SaveResult } from "@/data/editing/save";
import { INPUT_LIMITS, type InputProblem, type OrganisationFields } from "@/domain/organisation-input";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { type Conflict, controlId, type FormState, type Values } from "./form-spec";
import { valuesOfFields } from "./kept-values";
import { valueNames, valueText } from "@/i18n/value-text";
import { CONTACT_CONTROLS, CONTROL_ORDER, controlOfPath, inputOfValues, LINE_CONTROLS } from "./values";

export const firstState = (values: Values): FormState => ({ serial: 0, values, errors: {}, summary: null, notice: null, conflicts: [], homonym: null });

const again = (before: FormState, values: Values): FormState => ({ ...firstState(values), serial: (before.serial || 0) + 1 });

/** Where a problem is, in words: "Zone 3", "Contact 2, État", "Nom". */
function placeName(locale: Locale, control: string): string {
  const t = translator(locale, "admin");
  const [, name = control, index] = /^(.*)-(\d+)$/.exec(control) ?? [];
  const n = index === undefined ? "" : String(Number(index) + 1);
  if (name.startsWith("contact_")) return `${t("row.contact", { n })}, ${fieldLabel(locale, name)}`;
  if (name.startsWith("restricted_")) return `${t("row.restricted", { n })}, ${fieldLabel(locale, name)}`;
  const line = LINE_CONTROLS.find((known) => known === name);
  return line ? t(`row.${line}`, { n }) : fieldLabel(locale, name);
}

/** The form again with what was typed, each fault beside its control and in a summary that leads there. */
export function refused(locale: Locale, before: FormState, values: Values, problems: readonly InputProblem[]): FormState {
  const t = translator(locale, "admin");
  const state = labelsOf(locale).contactState.invalid;
  const errors: Record<string, string> = {};
  for (const { path, reason, value = "", limit = INPUT_LIMITS.rows } of problems) {
    errors[controlOfPath(path)] ??= t(`problem.${reason}`, { value: value.slice(0, 80), limit, state });
  }
  // In the order of the form, whoever found the fault.
  const rank = (control: string) => CONTROL_ORDER.indexOf(control.replace(/-\d+$/, ""));
  const items = Object.entries(errors)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([control, text]) => ({ href: `#${controlId(control)}`, text: `${placeName(locale, control)}\u00a0: ${text}` }));
  const homonym = problems.some(({ reason }) => reason === "same_name" || reason.startsWith("like_")) ? (values.name?.[0] ?? null) : null;
  return { ...again(before, values), errors, summary: { title: t("problem.title", { count: items.length }), items }, homonym };
}

/** The form again when nobody may save it. */
export function notSaved(before: FormState, values: Values, title: string, item: { href: string; text: string } | null): FormState {
  return { ...again(before, values), summary: { title, items: item ? [item] : [] } };
}

export function sessionEnded(locale: Locale, before: FormState, values: Values): FormState {
  const t = translator(locale, "admin");
  return notSaved(before, values, t("ended.title"), { href: localPath(locale, "/connexion"), text: t("ended.link") });
}

/** What a form writes for yes and no. */
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

/** Controls that show a field. */
const controlsOf = (field: string): readonly string[] => (field === "contacts" ? CONTACT_CONTROLS : [field]);

const same = (a: Values, b: Values, names: readonly string[]) =>
  names.every((name) => JSON.stringify((a[name] ?? []).filter(Boolean)) === JSON.stringify((b[name] ?? []).filter(Boolean)));

/**
 * The form after someone else saved: what they changed and this person did not touch is taken
 * over; what both changed keeps this person's text, and says what the other wrote.
 */
export function merged(
  locale: Locale,
  before: FormState,
  typed: Values,
  { since, current, version }: Extract<SaveResult, { reason: "conflict" }>,
  references: ReferenceNames,
): FormState {
  const t = translator(locale, "admin");
  const names = valueNames(references);
  const theirs = valuesOfFields(current, references);
  const values: Values = { ...typed, version: [String(version)] };
  const written = (inputOfValues(typed) as { fields: Record<string, unknown> }).fields;
  const lines: string[] = [t("conflict.lead")];
  const conflicts: Conflict[] = [];
  const seen = new Set<string>();
  for (const { who, fields } of since) {
    const known = fields.filter(({ field }) => field in current);
    if (known.length === 0) lines.push(t("conflict.other", { who }));
    for (const { field, before: base } of known) {
      if (seen.has(field)) continue;
      seen.add(field);
      const controls = controlsOf(field);
      const opened = valuesOfFields({ ...current, [field]: base }, references);
      const label = fieldLabel(locale, field);
      if (same(typed, opened, controls)) {
        for (const name of controls) values[name] = theirs[name] ?? [];
        lines.push(t("conflict.theirs", { who, field: label }));
      } else if (!same(typed, theirs, controls)) {
        const textOf = (value: unknown) => valueText(locale, field, value, names);
        conflicts.push({
          field,
          legend: t("conflict.both", { who, field: label }),
          mine: { label: t("conflict.mine"), text: textOf(FLAGS[String(written[field])] ?? written[field]) },
          theirs: { label: t("conflict.take", { who }), text: textOf(current[field as keyof typeof current]) },
        });
      }
    }
  }
  return { ...again(before, values), notice: { title: t("conflict.title"), lines }, conflicts };
}

/** What was typed, with the values that another person saved of the fields in which they were chosen. */
export function withTheirs(typed: Values, chosen: readonly string[], current: OrganisationFields, references: ReferenceNames): Values {
  const theirs = valuesOfFields(current, references);
  return { ...typed, ...Object.fromEntries(chosen.flatMap(controlsOf).map((name) => [name, theirs[name] ?? []])) };
}
