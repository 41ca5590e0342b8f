import { canSee } from "@/auth/permissions";
import type { CitableSource } from "@/data/editing/edit-form";
import type { Actor } from "@/domain/actor";
import { SECTIONS } from "@/domain/fields";
import { CORRECTION_SOURCE, RESTRICTED_FIELDS, STAFF_BASES } from "@/domain/organisation-input";
import { hasRightSomewhere } from "@/domain/rights";
import type { ContactChannel, Visibility } from "@/domain/vocabularies";
import { fieldLabel } from "@/i18n/field-label";
import { localPath, type Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { blocksOfSection, columnOf, controlOf, hintOf, optionsOf } from "./field-blocks";
import type { BlockSpec, FormSpec, Option, SectionSpec } from "./form-spec";

/** What a restricted value is about: a note, a field, or a contact by its channel. */
export function restrictedLabel(locale: Locale, field: string): string {
  const labels = labelsOf(locale);
  const [name = "", channel] = field.split(":") as [string, ContactChannel | undefined];
  if (name === "note") return translator(locale, "admin")("generalNote");
  return channel ? `${labels.contactChannel[channel]} (${labels.field.contacts})` : (labels.field as Record<string, string>)[name]!;
}

const restrictedOptions = (locale: Locale): Option[] => RESTRICTED_FIELDS.map((field) => ({ value: field, label: restrictedLabel(locale, field) }));

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

/**
 * The whole form of a person in one language.
 * @param sources the documents that a correction may cite
 * @param entry its visibility, null of a new one, and what is said of it
 */
export function formSpec(
  locale: Locale,
  actor: Actor,
  sources: readonly CitableSource[],
  { visibility = null, said = {} }: { visibility?: Visibility | null; said?: FormSpec["said"] } = {},
): FormSpec {
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const visibilities = optionsOf(labels.visibility).filter(({ value }) => canSee(actor, { visibility: value as Visibility }));
  // Who may not publish leaves an entry to those for whom it is.
  const closings = hasRightSomewhere(actor, "publish") ? visibilities : visibilities.filter(({ value }) => value === visibility);
  const bases = STAFF_BASES.map((value) => ({ value, label: labels.basis[value] }));
  const citable = [{ value: CORRECTION_SOURCE, label: t("correction") }, ...sources.map(({ slug, title }) => ({ value: slug, label: title }))];
  const section = (
    id: (typeof SECTIONS)[number] | "restricted" | "publication" | "provenance",
    blocks: BlockSpec[],
    folded?: SectionSpec["folded"],
  ): SectionSpec => ({
    id: `partie-${id}`,
    title: t(`section.${id}`),
    intro: id === "contacts" || id === "restricted" || id === "provenance" ? t(`intro.${id}`) : undefined,
    blocks,
    folded,
    save: id === "provenance" ? undefined : t("edit.saveSection", { section: t(`section.${id}`) }),
  });
  return {
    sections: [
      section(
        "provenance",
        [
          controlOf(locale, "basis", "select", { required: true, options: [{ value: "", label: t("choose") }, ...bases] }),
          controlOf(locale, "source", "select", { required: true, options: citable }),
          controlOf(locale, "place", "text"),
          controlOf(locale, "said_on", "date", { required: true }),
          controlOf(locale, "note", "textarea"),
        ],
        {
          title: t("edit.precise"),
          controls: (["words", "since", "until"] as const).map((name) => ({ ...columnOf(locale, name, "text"), hint: hintOf(locale, name) })),
        },
      ),
      ...SECTIONS.map((id) => section(id, blocksOfSection(locale, id))),
      section("restricted", [restrictedBlock(locale, visibilities)]),
      section("publication", [controlOf(locale, "visibility", "select", { required: true, options: closings })]),
    ],
    said,
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
