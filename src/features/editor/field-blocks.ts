import { codesOfField, EDIT_NAMES, type EditName, type Field, type Section } from "@/domain/fields";
import { NEED_GROUP_CODES, NEED_GROUPS } from "@/domain/needs";
import { fieldLabel, labelsOfField } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import type { BlockSpec, ControlSpec, Option } from "./form-spec";
import { CONTACT_CONTROLS, type LINE_CONTROLS } from "./values";

export const optionsOf = (codes: Record<string, string>): Option[] => Object.entries(codes).map(([value, label]) => ({ value, label }));

/** The hint under a control, when there is one. */
export function hintOf(locale: Locale, name: string): string | undefined {
  const t = translator(locale, "admin");
  return t.has(`hint.${name}` as Parameters<typeof t.has>[0]) ? t(`hint.${name}` as "hint.zones") : undefined;
}

export function columnOf(locale: Locale, name: string, type: ControlSpec["type"], more: Partial<ControlSpec> = {}): ControlSpec {
  return { name, label: fieldLabel(locale, name), type, ...more };
}

export function controlOf(locale: Locale, name: string, type: ControlSpec["type"], more: Partial<ControlSpec> = {}): BlockSpec {
  return { type: "control", control: { ...columnOf(locale, name, type), hint: hintOf(locale, name), ...more } };
}

/** How many empty lines follow those that are filled. */
const SPARE = { short: 2, zone: 4 } as const;

function linesOf(locale: Locale, name: (typeof LINE_CONTROLS)[number], field: Field): BlockSpec {
  return {
    type: "lines",
    name,
    legend: fieldLabel(locale, name),
    hint: hintOf(locale, name),
    // The component writes the number: a message with its argument left in place.
    rowLabel: translator(locale, "admin")(`row.${name}`, { n: "{n}" }),
    spare: field.shape === "zone" ? SPARE.zone : SPARE.short,
    suggests: field.shape === "zone" || field.shape === "organisation" ? field.shape : undefined,
    multiline: field.shape === "text" && field.long,
  };
}

/** The needs are many: they come under the headings of their table, those that the consortium adds under one of their own. */
function choiceGroups(locale: Locale, name: string, field: Extract<Field, { shape: "code" }>): { label: string | null; options: Option[] }[] {
  const labels = labelsOfField(locale, name);
  const optionsFor = (codes: readonly string[]) => codes.map((value) => ({ value, label: labels[value] ?? value }));
  const codes = codesOfField(field);
  if (name !== "needs") return [{ label: null, options: optionsFor(codes) }];
  const groups = NEED_GROUP_CODES.map((group) => ({ label: labelsOf(locale).needGroup[group], options: optionsFor(NEED_GROUPS[group]) }));
  const others = codes.filter((code) => !field.codes.includes(code));
  return others.length === 0 ? groups : [...groups, { label: translator(locale, "vocabularies")("added"), options: optionsFor(others) }];
}

function contactsOf(locale: Locale): BlockSpec {
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const [channel, raw, state] = CONTACT_CONTROLS;
  return {
    type: "records",
    name: "contacts",
    key: raw,
    legend: fieldLabel(locale, "contacts"),
    hint: t("hint.contacts"),
    rowLegend: t("row.contact", { n: "{n}" }),
    columns: [
      columnOf(locale, channel, "select", { options: optionsOf(labels.contactChannel) }),
      columnOf(locale, state, "select", { options: optionsOf(labels.contactState) }),
      columnOf(locale, raw, "text"),
    ],
    defaults: { [channel]: "phone", [state]: "ok" },
    remove: { name: "contact_remove", label: t("row.remove") },
    spare: 3,
  };
}

/** The control of a value, from what the table of fields says of it. */
function blockOf(locale: Locale, name: EditName, field: Field): BlockSpec {
  const t = translator(locale, "admin");
  const unknown = field.required ? [] : [{ value: "", label: t("unknown") }];
  const required = field.required ? { required: true } : {};
  switch (field.shape) {
    case "contact":
      return contactsOf(locale);
    case "code":
      if (field.many) return { type: "choices", name, legend: fieldLabel(locale, name), hint: hintOf(locale, name), groups: choiceGroups(locale, name, field) };
      return controlOf(locale, name, "select", {
        ...required,
        options: [...unknown, ...codesOfField(field).map((value) => ({ value, label: labelsOfField(locale, name)[value] ?? value }))],
      });
    case "flag":
      return controlOf(locale, name, "select", { options: [...unknown, { value: "true", label: t("yes") }, { value: "false", label: t("no") }] });
    case "number":
      return controlOf(locale, name, "number");
    case "zone":
    case "organisation":
      return linesOf(locale, name as (typeof LINE_CONTROLS)[number], field);
    case "text":
    case "translated":
      if (field.many) return linesOf(locale, name as (typeof LINE_CONTROLS)[number], field);
      return controlOf(locale, name, field.long ? "textarea" : "text", required);
  }
}

/** The controls of one section, in the order of the table of fields. */
export const blocksOfSection = (locale: Locale, section: Section): BlockSpec[] =>
  EDIT_NAMES.filter(({ field }) => field.section === section).map(({ name, field }) => blockOf(locale, name, field));
