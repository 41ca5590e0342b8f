import { citedAs, FIELD_CODES, fieldOf, type FieldCode } from "@/domain/fields";
import type { PublicOrganisation } from "@/domain/published/organisation";
import { fieldLabel, labelsOfField } from "@/i18n/field-label";
import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { sectionOf, type Section } from "./value-label";

/** The fields that a component of the profile draws in its own way; the table gives all others a row of their own. */
const DRAWN: ReadonlySet<FieldCode> = new Set([
  ...([
    "name",
    "acronym",
    "alias",
    "kind",
    "typology",
    "legal_status",
    "budget_tier",
    "founded_year",
    "member_count",
    "member_note",
    "life",
    "life_since",
  ] as const),
  ...(["network_scope", "interviewed", "perimeter", "perimeter_scale", "zones", "description", "themes", "contacts", "partners"] as const),
  ...(["partner_classes", "networks", "needs", "problems", "added_values", "part_of", "identifiers"] as const),
]);

function textOf(locale: Locale, code: FieldCode, value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((item) => textOf(locale, code, item)).join(" · ");
  if (typeof value === "number") return fieldOf(code).shape === "number" ? formatNumber(locale, value) : String(value);
  if (typeof value === "boolean") return translator(locale, "admin")(value ? "yes" : "no");
  if (typeof value === "object") return textOf(locale, code, (value as Record<Locale, unknown>)[locale] ?? Object.values(value).find(Boolean));
  return labelsOfField(locale, code)[String(value)] ?? String(value);
}

/** Names and values of the published fields that belong to a section and that nothing else draws. */
export function otherRows(locale: Locale, organisation: PublicOrganisation, section: Section): [string, string | null][] {
  const record = organisation as unknown as Record<string, unknown>;
  return FIELD_CODES.flatMap((code): [string, string | null][] => {
    const { published } = fieldOf(code);
    if (DRAWN.has(code) || published === null || sectionOf(citedAs(code)) !== section) return [];
    return [[fieldLabel(locale, code), textOf(locale, code, record[published])]];
  });
}
