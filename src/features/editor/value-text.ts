import type { FormChoices } from "@/data/editing/edit-form";
import type { Locale } from "@/i18n/locales";
import { formatDate, labelsOf, translator } from "@/i18n/translator";

export type ValueNames = { zone: (code: string) => string; organisation: (slug: string) => string };

/** Names for the codes and slugs that the history holds. */
export function valueNames({ zones, organisations }: FormChoices): ValueNames {
  const zoneNames = new Map(zones.map(({ code, name }) => [code, name]));
  const names = new Map(organisations.map(({ slug, name }) => [slug, name]));
  return { zone: (code) => zoneNames.get(code) ?? code, organisation: (slug) => names.get(slug) ?? slug };
}

/** A value of a field in words. Imports name fields and values in their own way: what is not known is shown as it stands. */
export function valueText(locale: Locale, field: string, value: unknown, names: ValueNames): string {
  const t = translator(locale, "admin");
  const labels = labelsOf(locale);
  const tables: Record<string, Record<string, string>> = {
    kind: labels.kind,
    typology: labels.typology,
    perimeter: labels.perimeter,
    perimeter_scale: labels.perimeterScale,
    legal_status: labels.legalStatus,
    budget_tier: labels.budget,
    network_scope: labels.networkScope,
    visibility: labels.visibility,
    themes: labels.theme,
    needs: labels.need,
    partner_classes: labels.partnerClass,
  };
  const code = field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const one = (item: unknown): string => {
    if (item === null || item === undefined || item === "") return t("history.nothing");
    if (typeof item === "boolean") return t(item ? "yes" : "no");
    if (typeof item === "object") {
      const { channel, raw, state, text } = item as Record<string, unknown>;
      if (typeof channel !== "string") return String(text ?? JSON.stringify(item));
      const [kind, condition]: Record<string, string>[] = [labels.contactChannel, labels.contactState];
      return `${kind?.[channel] ?? channel} ${String(raw)} (${condition?.[String(state)] ?? String(state)})`;
    }
    const text = String(item);
    if (code === "zones") return names.zone(text);
    if (code === "partners" || code === "networks") return names.organisation(text);
    if (code === "verified_at" && !Number.isNaN(Date.parse(text))) return formatDate(locale, text);
    return tables[code]?.[text] ?? text;
  };
  if (Array.isArray(value))
    return value.length === 0
      ? t("history.nothing")
      : value.map(one).join(code === "problems" || code === "added_values" || code === "contacts" ? " ; " : ", ");
  return one(value);
}
