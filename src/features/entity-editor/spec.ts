import "server-only";
import { placeInSource } from "@/components/place-in-source";
import { citableSources } from "@/data/editing/edit-form";
import type { EditableRecord, HeldStatement } from "@/data/editing/entity-form";
import type { Actor } from "@/domain/actor";
import { COMMUNITY_INDICATOR_GROUPS, type CommunityIndicatorGroup } from "@/domain/community";
import { editedFields, isNoun, type Edited } from "@/domain/edited";
import { CORRECTION_SOURCE, STAFF_BASES } from "@/domain/organisation-input";
import type { Basis, TypologyField } from "@/domain/vocabularies";
import type { Locale } from "@/i18n/locales";
import { nounCodeLabels, nounFieldLabels } from "@/i18n/noun-codes";
import { formatStatistic, measureLabel } from "@/i18n/statistic";
import { formatPartialDate, labelsOf, translator } from "@/i18n/translator";
import type { EntityFormSpec, FieldSpec } from "./entity-form";

/** How the fields of what is edited are called. */
export function fieldLabels(locale: Locale, edited: Edited): (field: string) => string {
  if (edited === "zone") return (field) => measureLabel(locale, field);
  if (edited === "typology") return (field) => labelsOf(locale).typologyField[field as TypologyField] ?? field;
  return nounFieldLabels(locale, edited);
}

/** The heading under which a field is folded away: the indicators of a community by group, the figures that a zone does not have. */
function groupOf(locale: Locale, edited: Edited, field: string, isHeld: boolean): string | undefined {
  if (edited === "zone") return isHeld ? undefined : translator(locale, "entityEditor")("otherFigures");
  if (edited !== "community") return undefined;
  const t = translator(locale, "communities");
  const names: Record<CommunityIndicatorGroup, string> = {
    reintegration_score: t("scores"),
    survey: t("survey"),
    service_satisfaction: t("satisfaction"),
    activity_sector: t("sectors"),
    no_business_reason: t("noBusiness"),
    departure_reason: t("departures"),
  };
  const group = COMMUNITY_INDICATOR_GROUPS.find((one) => field.startsWith(`${one}_`));
  return group && names[group];
}

/** A value as the form shows it: of a figure with its unit, its time and its reserves. */
function textOf(locale: Locale, unit: string | null, words: Readonly<Record<string, string>>, { value, since, about, moreThan }: HeldStatement): string {
  if (unit === null) return words[value] ?? value;
  const t = translator(locale, "entities");
  const figure = [about ? t("about") : null, moreThan ? t("moreThan") : null, formatStatistic(locale, Number(value), unit)].filter(Boolean).join(" ");
  return since === null ? figure : `${figure}, ${formatPartialDate(locale, since)}`;
}

/** The form of a kind of record, with what holds of this one. */
export async function specOf(locale: Locale, actor: Actor, edited: Edited, record: EditableRecord | null): Promise<EntityFormSpec> {
  const t = translator(locale, "admin");
  const own = translator(locale, "entityEditor");
  const labels = labelsOf(locale);
  const labelOf = fieldLabels(locale, edited);
  const codeLabels = isNoun(edited) ? nounCodeLabels(locale) : {};
  // The catalogue's word for what a source states speaks of an organisation.
  const basisLabel = (basis: Basis) => (basis === "stated" ? own("stated") : labels.basis[basis]);
  const whereOf = ({ sourceTitle, place, lineStart, lineEnd, basis }: HeldStatement) =>
    [basisLabel(basis), sourceTitle, placeInSource(locale, { table: place, lineStart, lineEnd })].filter(Boolean).join(", ");
  const fields = Object.entries(editedFields(edited)).map(([field, described]): FieldSpec => {
    const { shape } = described;
    const words = codeLabels[field] ?? {};
    const unit = shape === "number" ? described.unit : null;
    const held = (record?.held ?? []).filter((statement) => statement.field === field);
    return {
      field,
      label: labelOf(field),
      group: groupOf(locale, edited, field, held.length > 0),
      type: shape === "code" ? "select" : shape === "translated" || shape === "number" ? shape : "text",
      options:
        shape === "code" ? [{ value: "", label: t("choose") }, ...described.codes.map((code) => ({ value: code, label: words[code] ?? code }))] : undefined,
      hint: shape === "code" || shape === "translated" || shape === "text" ? undefined : own(`hint.${shape}`),
      held: held.map((statement) => ({
        id: statement.id,
        text: textOf(locale, unit, words, statement),
        english: statement.english,
        where: whereOf(statement),
      })),
    };
  });
  // What is folded away comes after what is not.
  const inOrder = edited === "zone" ? [...fields.filter(({ group }) => !group), ...fields.filter(({ group }) => group)] : fields;
  const sources = await citableSources(actor);
  return {
    fields: inOrder,
    bases: [{ value: "", label: t("choose") }, ...STAFF_BASES.map((value) => ({ value, label: basisLabel(value) }))],
    sources: [{ value: CORRECTION_SOURCE, label: t("correction") }, ...sources.map(({ slug, title }) => ({ value: slug, label: title }))],
    words: {
      withdraw: own("withdraw"),
      add: own("add"),
      value: own("value"),
      french: own("french"),
      english: own("english"),
      since: own("since"),
      sinceHint: own("hint.time"),
      about: own("about"),
      moreThan: own("moreThan"),
      save: t("edit.save"),
      provenance: t("section.provenance"),
      basis: t("field.basis"),
      source: t("field.source"),
      place: t("field.place"),
      said_on: t("field.said_on"),
      note: t("field.note"),
      required: translator(locale, "site")("required"),
    },
  };
}
