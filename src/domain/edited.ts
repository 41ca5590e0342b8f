import { MEASURE_GROUPS, unitOfMeasure } from "./measures";
import { NAMED_BY, NOUN_FIELDS, NOUNS, type Noun, type NounField } from "./nouns";
import { TYPOLOGY_FIELDS } from "./vocabularies";

/** What staff edit value by value: every noun, what is said of a typology, the figures of a zone. */
export const EDITED = [...NOUNS, "typology", "zone"] as const;
export type Edited = (typeof EDITED)[number];

/** One of them, by its slug; that of a typology is its code. */
export type EditedRecord = { edited: Edited; slug: string };

export const isNoun = (edited: Edited): edited is Noun => edited !== "typology" && edited !== "zone";

const OF_TYPOLOGY: Readonly<Record<string, NounField>> = Object.fromEntries(TYPOLOGY_FIELDS.map((field) => [field, { shape: "translated", many: true }]));

/** Sources may give one measure several times, of several years. */
const OF_ZONE: Readonly<Record<string, NounField>> = Object.fromEntries(
  Object.values(MEASURE_GROUPS).flatMap((measures) => measures.map((measure) => [measure, { shape: "number", unit: unitOfMeasure(measure), many: true }])),
);

/** The fields of what is edited, in the order of the form. */
export const editedFields = (edited: Edited): Readonly<Record<string, NounField>> =>
  edited === "typology" ? OF_TYPOLOGY : edited === "zone" ? OF_ZONE : NOUN_FIELDS[edited];

export const editedField = (edited: Edited, field: string): NounField | undefined => editedFields(edited)[field];

/** The field by which it is called and which it must have; null for what has its name from elsewhere. */
export const namingField = (edited: Edited): string | null => (isNoun(edited) ? NAMED_BY[edited] : null);
