import "server-only";
import type { FieldsControl } from "@/components/fields-form";
import { LOADED_SOURCE_FIELDS, MADE_SOURCE_KINDS, SOURCE_FIELDS, type SourceField } from "@/domain/source-input";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const TYPES = {
  ...{ title: "line", author: "line", publisher: "line", publishedOn: "line", language: "line", url: "url", licence: "line" },
  ...{ note_fr: "long", note_en: "long" },
} as const satisfies Record<Exclude<SourceField, "kind">, FieldsControl["type"]>;
const REQUIRED: readonly SourceField[] = ["title", "kind", "language"];

const HINTED = ["title", "publishedOn", "language", "url"] as const satisfies readonly SourceField[];
const isHinted = (field: SourceField): field is (typeof HINTED)[number] => (HINTED as readonly SourceField[]).includes(field);

/** The controls of the form of a source. @param made by staff; a document that its files describe has less to say */
export function controlsOf(locale: Locale, made: boolean): FieldsControl[] {
  const t = translator(locale, "documents");
  const fields: readonly SourceField[] = made ? SOURCE_FIELDS : LOADED_SOURCE_FIELDS;
  const kinds = () => [
    { value: "", label: translator(locale, "admin")("choose") },
    ...MADE_SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
  ];
  return fields.map((field) => ({
    name: field,
    label: t(`field.${field}`),
    hint: isHinted(field) ? t(`hint.${field}`) : undefined,
    required: REQUIRED.includes(field) ? translator(locale, "site")("required") : undefined,
    ...(field === "kind" ? { type: "select", options: kinds() } : { type: TYPES[field] }),
  }));
}
