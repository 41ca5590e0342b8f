import type { ReferenceNames } from "@/data/editing/edit-form";
import type { ExportedEntry } from "@/data/editing/staff-export";
import { joinCell } from "@/domain/cell-list";
import { EDIT_NAMES, type EditName } from "@/domain/fields";
import { CONTACT_CHANNELS } from "@/domain/vocabularies";
import { fieldLabel, labelsOfField } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { referenceLines } from "./kept-values";

export type StaffColumn = {
  name: string;
  head: string;
  /** It never leaves the consortium. */
  consortium: boolean;
  cell: (entry: ExportedEntry, names: ReferenceNames) => string;
};

/** A value of a field as a person reads it, and as an import reads it again. */
function valueCell(locale: Locale, name: Exclude<EditName, "contacts">, { fields }: ExportedEntry, names: ReferenceNames): string {
  const t = translator(locale, "admin");
  const { field } = EDIT_NAMES.find((edit) => edit.name === name)!;
  const lines = referenceLines(names);
  const labels = labelsOfField(locale, name);
  const one = (value: string | number | boolean): string => {
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (field.shape === "zone" || field.shape === "organisation") return lines[field.shape](String(value));
    return labels[String(value)] ?? String(value);
  };
  const value = fields[name];
  if (value === null) return "";
  return Array.isArray(value) ? joinCell(value.map(one)) : one(value);
}

const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? "";

/** The columns of the file of staff in their order: what finds the entry again, every field of the table, and what the consortium keeps to itself. */
export function staffColumns(locale: Locale): StaffColumn[] {
  const t = translator(locale, "imports");
  const own = translator(locale, "admin");
  const labels = labelsOf(locale);
  const column = (name: string, head: string, cell: StaffColumn["cell"], consortium = false): StaffColumn => ({ name, head, consortium, cell });
  const fields = EDIT_NAMES.flatMap(({ name }): StaffColumn[] => {
    if (name !== "contacts") return [column(name, fieldLabel(locale, name), (entry, names) => valueCell(locale, name, entry, names))];
    return CONTACT_CHANNELS.map((channel) =>
      column(`contacts:${channel}`, labels.contactChannel[channel], ({ fields: { contacts } }) =>
        joinCell(contacts.flatMap((contact) => (contact.channel === channel ? contact.raw : []))),
      ),
    );
  });
  const state = ({ publishedAt, fields: { visibility } }: ExportedEntry) => (visibility !== "public" ? "restricted" : publishedAt ? "published" : "draft");
  const restricted = ({ restricted: values }: ExportedEntry) =>
    values.map(
      ({ field, channel, text, visibility }) =>
        `${channel ? labels.contactChannel[channel] : field === "note" ? own("generalNote") : fieldLabel(locale, field)} (${labels.visibility[visibility]}) : ${text}`,
    );
  return [
    column("slug", t("export.slug"), ({ slug }) => slug),
    column("version", t("export.version"), ({ version }) => String(version)),
    ...fields,
    column("state", t("export.state"), (entry) => own(`state.${state(entry)}`)),
    column("updated_at", t("export.updatedAt"), ({ updatedAt }) => day(updatedAt)),
    column("verified_at", t("export.verifiedAt"), ({ verifiedAt }) => day(verifiedAt)),
    column("visibility", `${t("export.visibility")} ${t("export.consortium")}`, ({ fields: { visibility } }) => labels.visibility[visibility], true),
    column("restricted", `${t("export.restricted")} ${t("export.consortium")}`, (entry) => joinCell(restricted(entry)), true),
  ];
}
