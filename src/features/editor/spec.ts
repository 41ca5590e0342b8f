import type { FormChoices } from "@/data/editing/edit-form";
import { NEED_GROUP_CODES, NEED_GROUPS } from "@/domain/needs";
import { CORRECTION_SOURCE, STAFF_BASES } from "@/domain/organisation-input";
import { CITED_FIELDS, type Visibility } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import type { BlockSpec, ControlSpec, FormSpec, Option, SectionSpec } from "./form-spec";
import { fieldLabel } from "./field-label";
import { referenceLines } from "./kept-values";

const ZONE_LIST = "liste-zones";
const ORGANISATION_LIST = "liste-organisations";

type HintKey =
  | "acronym"
  | "alias"
  | "kind"
  | "perimeter_scale"
  | "zones"
  | "partners"
  | "networks"
  | "member_count"
  | "member_note"
  | "founded_year"
  | "budget_tier"
  | "contacts"
  | "place"
  | "said_on"
  | "note"
  | "visibility";

/** The whole form in one language, with what it offers to choose from. */
export function formSpec(locale: Locale, choices: FormChoices): FormSpec {
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const options = (codes: Record<string, string>): Option[] => Object.entries(codes).map(([value, label]) => ({ value, label }));
  const orUnknown = (codes: Record<string, string>): Option[] => [{ value: "", label: t("unknown") }, ...options(codes)];
  const orChoose = (list: Option[]): Option[] => [{ value: "", label: t("choose") }, ...list];
  const hints = new Set<string>([
    "acronym",
    "alias",
    "kind",
    "perimeter_scale",
    "zones",
    "partners",
    "networks",
    "member_count",
    "member_note",
    "founded_year",
    "budget_tier",
    "contacts",
    "place",
    "said_on",
    "note",
    "visibility",
  ] satisfies HintKey[]);
  const hint = (name: string) => (hints.has(name) ? t(`hint.${name as HintKey}`) : undefined);
  const label = (name: string) => fieldLabel(locale, name);

  const control = (name: string, type: ControlSpec["type"], more: Partial<ControlSpec> = {}): BlockSpec => ({
    type: "control",
    control: { name, label: label(name), hint: hint(name), type, ...more },
  });
  const select = (name: string, list: Option[], more: Partial<ControlSpec> = {}) => control(name, "select", { options: list, ...more });
  const lines = (
    name: "alias" | "zones" | "partners" | "networks" | "problems" | "added_values",
    spare: number,
    more: { list?: string; multiline?: boolean } = {},
  ): BlockSpec => ({
    type: "lines",
    name,
    legend: label(name),
    hint: hint(name),
    // The component writes the number: a message with its argument left in place.
    rowLabel: t(`row.${name}`, { n: "{n}" }),
    spare,
    ...more,
  });
  const choiceSet = (name: string, groups: { label: string | null; options: Option[] }[]): BlockSpec => ({
    type: "choices",
    name,
    legend: label(name),
    hint: hint(name),
    groups,
  });
  const column = (name: string, type: ControlSpec["type"], more: Partial<ControlSpec> = {}): ControlSpec => ({ name, label: label(name), type, ...more });
  const { consortium, confidential } = labels.visibility;

  const blocks: Record<SectionName, BlockSpec[]> = {
    identity: [
      control("name", "text", { required: true }),
      control("acronym", "text"),
      lines("alias", 2),
      select("kind", options(labels.kind), { required: true }),
      select("typology", orUnknown(labels.typology)),
      control("description_fr", "textarea"),
      control("description_en", "textarea"),
    ],
    work: [
      select("perimeter", orUnknown(labels.perimeter)),
      select("perimeter_scale", orUnknown(labels.perimeterScale)),
      lines("zones", 4, { list: ZONE_LIST }),
      choiceSet("themes", [{ label: null, options: options(labels.theme) }]),
    ],
    status: [
      select("legal_status", orUnknown(labels.legalStatus)),
      control("founded_year", "number"),
      select("budget_tier", orUnknown(labels.budget)),
      select("interviewed", [
        { value: "", label: t("unknown") },
        { value: "true", label: t("yes") },
        { value: "false", label: t("no") },
      ]),
    ],
    network: [select("network_scope", orUnknown(labels.networkScope)), control("member_count", "number"), control("member_note", "text")],
    contacts: [
      {
        type: "records",
        name: "contacts",
        key: "contact_raw",
        legend: label("contacts"),
        hint: t("hint.contacts"),
        rowLegend: t("row.contact", { n: "{n}" }),
        columns: [
          column("contact_channel", "select", { options: options(labels.contactChannel) }),
          column("contact_state", "select", { options: options(labels.contactState) }),
          column("contact_raw", "text"),
        ],
        defaults: { contact_channel: "phone", contact_state: "ok" },
        remove: { name: "contact_remove", label: t("row.remove") },
        spare: 3,
      },
    ],
    links: [
      lines("partners", 3, { list: ORGANISATION_LIST }),
      choiceSet("partner_classes", [{ label: null, options: options(labels.partnerClass) }]),
      lines("networks", 2, { list: ORGANISATION_LIST }),
    ],
    words: [
      choiceSet(
        "needs",
        NEED_GROUP_CODES.map((group) => ({
          label: labels.needGroup[group],
          options: NEED_GROUPS[group].map((need) => ({ value: need, label: labels.need[need] })),
        })),
      ),
      lines("problems", 2, { multiline: true }),
      lines("added_values", 2, { multiline: true }),
    ],
    restricted: [
      {
        type: "records",
        name: "restricted",
        key: "restricted_text",
        legend: label("restricted"),
        rowLegend: t("row.restricted", { n: "{n}" }),
        columns: [
          column("restricted_field", "select", {
            options: [{ value: "note", label: t("generalNote") }, ...CITED_FIELDS.map((field) => ({ value: field, label: labels.field[field] }))],
          }),
          column("restricted_visibility", "select", { options: options({ consortium, confidential } satisfies Partial<Record<Visibility, string>>) }),
          column("restricted_text", "textarea"),
        ],
        defaults: { restricted_field: "note", restricted_visibility: "consortium" },
        hidden: "restricted_id",
        remove: { name: "restricted_remove", label: t("row.remove") },
        spare: 1,
      },
    ],
    publication: [select("visibility", options(labels.visibility), { required: true })],
    provenance: [
      select("basis", orChoose(STAFF_BASES.map((value) => ({ value, label: labels.basis[value] }))), { required: true }),
      select("source", [{ value: CORRECTION_SOURCE, label: t("correction") }, ...choices.sources.map(({ slug, title }) => ({ value: slug, label: title }))], {
        required: true,
      }),
      control("place", "text"),
      control("said_on", "date", { required: true }),
      control("note", "textarea"),
    ],
  };

  const intro = (id: SectionName) => (id === "contacts" || id === "restricted" || id === "provenance" ? t(`intro.${id}`) : undefined);
  const written = referenceLines(choices);
  return {
    sections: SECTIONS.map((id): SectionSpec => ({ id: `partie-${id}`, title: t(`section.${id}`), intro: intro(id), blocks: blocks[id] })),
    lists: {
      [ZONE_LIST]: choices.zones.map((zone) => ({
        value: written.zone(zone.code),
        label: [labels.zoneLevel[zone.level], zone.parent, zone.code].filter(Boolean).join(" · "),
      })),
      [ORGANISATION_LIST]: choices.organisations.map(({ slug }) => ({ value: written.organisation(slug), label: "" })),
    },
    words: {
      submit: t("edit.save"),
      required: translator(locale, "site")("required"),
      contents: t("edit.contents"),
      optional: `${t("edit.optional")} ${t("hint.rows")}`,
    },
  };
}

const SECTIONS = ["identity", "work", "status", "network", "contacts", "links", "words", "restricted", "publication", "provenance"] as const;
type SectionName = (typeof SECTIONS)[number];
