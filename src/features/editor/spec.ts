import { canSee } from "@/auth/permissions";
import type { CitableSource } from "@/data/editing/edit-form";
import type { Actor } from "@/domain/actor";
import { SECTIONS } from "@/domain/fields";
import { CORRECTION_SOURCE, RESTRICTED_FIELDS, STAFF_BASES } from "@/domain/organisation-input";
import type { ContactChannel, Visibility } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { blocksOfSection, columnOf, controlOf, optionsOf } from "./field-blocks";
import type { BlockSpec, FormSpec, Option, SectionSpec } from "./form-spec";

/** What a restricted value is about: a note, a field, or a contact by its channel. */
function restrictedOptions(locale: Locale): Option[] {
  const labels = labelsOf(locale);
  const label = (field: string) => {
    const [name = "", channel] = field.split(":") as [string, ContactChannel | undefined];
    if (name === "note") return translator(locale, "admin")("generalNote");
    return channel ? `${labels.contactChannel[channel]} (${labels.field.contacts})` : (labels.field as Record<string, string>)[name]!;
  };
  return RESTRICTED_FIELDS.map((field) => ({ value: field, label: label(field) }));
}

function restrictedBlock(locale: Locale, visibilities: readonly Option[]): BlockSpec {
  const t = translator(locale, "admin");
  return {
    type: "records",
    name: "restricted",
    key: "restricted_text",
    legend: fieldLabel(locale, "restricted"),
    rowLegend: t("row.restricted", { n: "{n}" }),
    columns: [
      columnOf(locale, "restricted_field", "select", { options: restrictedOptions(locale) }),
      columnOf(locale, "restricted_visibility", "select", { options: visibilities.filter(({ value }) => value !== "public") }),
      columnOf(locale, "restricted_text", "textarea"),
    ],
    defaults: { restricted_field: "note", restricted_visibility: "consortium" },
    hidden: "restricted_id",
    remove: { name: "restricted_remove", label: t("row.remove") },
    spare: 1,
  };
}

/** The whole form of a person in one language. @param sources the documents that a correction may cite */
export function formSpec(locale: Locale, actor: Actor, sources: readonly CitableSource[]): FormSpec {
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const visibilities = optionsOf(labels.visibility).filter(({ value }) => canSee(actor, { visibility: value as Visibility }));
  const bases = STAFF_BASES.map((value) => ({ value, label: labels.basis[value] }));
  const citable = [{ value: CORRECTION_SOURCE, label: t("correction") }, ...sources.map(({ slug, title }) => ({ value: slug, label: title }))];
  const section = (id: (typeof SECTIONS)[number] | "restricted" | "publication" | "provenance", blocks: BlockSpec[]): SectionSpec => ({
    id: `partie-${id}`,
    title: t(`section.${id}`),
    intro: id === "contacts" || id === "restricted" || id === "provenance" ? t(`intro.${id}`) : undefined,
    blocks,
  });
  return {
    sections: [
      ...SECTIONS.map((id) => section(id, blocksOfSection(locale, id))),
      section("restricted", [restrictedBlock(locale, visibilities)]),
      section("publication", [controlOf(locale, "visibility", "select", { required: true, options: visibilities })]),
      section("provenance", [
        controlOf(locale, "basis", "select", { required: true, options: [{ value: "", label: t("choose") }, ...bases] }),
        controlOf(locale, "source", "select", { required: true, options: citable }),
        controlOf(locale, "place", "text"),
        controlOf(locale, "said_on", "date", { required: true }),
        controlOf(locale, "note", "textarea"),
      ]),
    ],
    suggestions: localPath(locale, "/admin/references"),
    words: {
      submit: t("edit.save"),
      unheard: t("unavailable.unheard"),
      unsaved: t("edit.unsaved"),
      homonym: t("edit.homonym"),
      required: translator(locale, "site")("required"),
      contents: t("edit.contents"),
      optional: `${t("edit.optional")} ${t("hint.rows")}`,
    },
  };
}
