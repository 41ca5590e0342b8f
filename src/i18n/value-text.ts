import { fieldOfChange, isErased, isReserved } from "@/domain/change";
import { FIELDS, fieldOf, type Field, type FieldCode } from "@/domain/fields";
import { labelsOfField } from "./field-label";
import type { Locale } from "./locales";
import { formatDate, labelsOf, translator } from "./translator";

/** `organisation` is null for one that the reader may not see. */
export type ValueNames = { zone: (code: string) => string; organisation: (slug: string) => string | null };

type Named = { zones: readonly { code: string; name: string }[]; organisations: readonly { slug: string; name: string }[] };

/** Names for the codes and slugs that the history holds. */
export function valueNames({ zones, organisations }: Named): ValueNames {
  const zoneNames = new Map(zones.map(({ code, name }) => [code, name]));
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  return { zone: (code) => zoneNames.get(code) ?? code, organisation: (slug) => names.get(slug) ?? null };
}

/** A value of a field in words. Imports name fields and values in their own way: what is not known is shown as it stands. */
export function valueText(locale: Locale, field: string, value: unknown, names: ValueNames): string {
  const t = translator(locale, "changes");
  const labels = labelsOf(locale);
  const code = fieldOfChange(field);
  const known: Field | null = code in FIELDS ? fieldOf(code as FieldCode) : null;
  const codes = code === "visibility" ? labels.visibility : labelsOfField(locale, code);
  const one = (item: unknown): string => {
    if (item === null || item === undefined || item === "") return t("history.nothing");
    if (typeof item === "boolean") return translator(locale, "admin")(item ? "yes" : "no");
    if (isErased(item)) return t("history.erasedValue");
    if (isReserved(item)) return translator(locale, "versions")("reserved");
    if (typeof item === "object") {
      const { channel, raw, state, text } = item as Record<string, unknown>;
      if (typeof channel !== "string") return String(text ?? JSON.stringify(item));
      const [kind, condition]: Record<string, string>[] = [labels.contactChannel, labels.contactState];
      return `${kind?.[channel] ?? channel} ${String(raw)} (${condition?.[String(state)] ?? String(state)})`;
    }
    const text = String(item);
    if (known?.shape === "flag") return translator(locale, "admin")(text === "true" ? "yes" : "no");
    if (known?.shape === "zone" || known?.shape === "organisation") return names[known.shape](text) ?? t("history.reserved");
    if ((code === "verified_at" || code === "published_at") && !Number.isNaN(Date.parse(text))) return formatDate(locale, text);
    return (codes as Record<string, string>)[text] ?? text;
  };
  if (!Array.isArray(value)) return one(value);
  const separator = known && (known.shape === "contact" || (known.shape === "text" && known.long)) ? " ; " : ", ";
  return value.length === 0 ? t("history.nothing") : value.map(one).join(separator);
}
