import "server-only";
import { LOADED_SOURCE_FIELDS, MADE_SOURCE_KINDS, SOURCE_FIELDS, type SourceField } from "@/domain/source-input";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { SourceControl } from "./source-form";

const TYPES: Record<SourceField, SourceControl["type"]> = {
  ...{ title: "line", kind: "select", author: "line", publisher: "line", publishedOn: "line", language: "line", url: "url", licence: "line" },
  ...{ note_fr: "long", note_en: "long" },
};
const REQUIRED: readonly SourceField[] = ["title", "kind", "language"];

const HINTED = ["title", "publishedOn", "language", "url"] as const satisfies readonly SourceField[];
const isHinted = (field: SourceField): field is (typeof HINTED)[number] => (HINTED as readonly SourceField[]).includes(field);

/** The controls of the form of a source. @param made by staff; a document that its files describe has less to say */
export function controlsOf(locale: Locale, made: boolean): SourceControl[] {
  const t = translator(locale, "documents");
  const fields: readonly SourceField[] = made ? SOURCE_FIELDS : LOADED_SOURCE_FIELDS;
  return fields.map((field) => ({
    field,
    label: t(`field.${field}`),
    hint: isHinted(field) ? t(`hint.${field}`) : undefined,
    required: REQUIRED.includes(field) ? translator(locale, "site")("required") : undefined,
    type: TYPES[field],
    options:
      field === "kind"
        ? [{ value: "", label: translator(locale, "admin")("choose") }, ...MADE_SOURCE_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))]
        : undefined,
  }));
}
