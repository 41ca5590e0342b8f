import type { Basis, CitedField, ContactChannel, ContactState } from "./vocabularies";

/** A citation as a rule sees it: the field, the value said, and the place that says it. */
export type SaidValue = {
  field: CitedField;
  value: string | null;
  /** The document and its table or lines; statements of one place belong together. */
  place: string;
};

/** Fields of which an organisation has one value; the others are sets. */
const SINGLE_FIELDS: readonly CitedField[] = [
  "perimeter",
  "legal_status",
  "typology",
  "budget_tier",
  "member_count",
  "founded_year",
  "network_scope",
  "interviewed",
];

/** Sets that a place gives whole, so that an absence in one place contradicts another place. */
const WHOLE_SETS: readonly CitedField[] = ["zones"];

/**
 * Tells for each citation whether all that is said of its field goes together with it.
 * A single value agrees when it is the value shown and no place says another; a zone agrees when
 * every place that lists zones lists it. Other sets only add up, so they always agree.
 *
 * @param said the citations of one organisation
 * @param shown the value shown for each single field, as text; missing or null when there is none
 * @returns one boolean for each citation, in the same order
 */
export function agreements(said: readonly SaidValue[], shown: Partial<Record<CitedField, string | null>>): boolean[] {
  return said.map(({ field, value }) => {
    const same = said.filter((other) => other.field === field);
    if (SINGLE_FIELDS.includes(field)) {
      const values = new Set(same.map((other) => other.value));
      const current = shown[field];
      return values.size <= 1 && (current === undefined || current === value);
    }
    if (WHOLE_SETS.includes(field)) {
      const places = new Set(same.map((other) => other.place));
      return [...places].every((place) => same.some((other) => other.place === place && other.value === value));
    }
    return true;
  });
}

/**
 * Whether two places contradict each other about a channel: one says that there is none ("Néant")
 * and another gives one.
 * @param contacts every contact of the organisation
 */
export function channelIsContested(channel: ContactChannel, contacts: readonly { channel: ContactChannel; state: ContactState }[]): boolean {
  const states = contacts.filter((contact) => contact.channel === channel).map(({ state }) => state);
  return states.includes("none") && states.some((state) => state !== "none");
}

/** How strong a basis is when two are possible for one value, strongest first. */
export const BASIS_ORDER: readonly Basis[] = ["verified", "self_declared", "stated", "inferred", "typology"];
