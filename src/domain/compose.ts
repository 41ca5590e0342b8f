import {
  CITED_FIELDS,
  citedAs,
  EDIT_NAMES,
  FIELD_CODES,
  fieldOf,
  inOwnOrder,
  type CitedField,
  type ContactInput,
  type FieldCode,
  type SaidFields,
} from "./fields";
import type { Basis, ContactChannel } from "./vocabularies";

/** One statement about an organisation, as the rules see it: not withdrawn, its references as codes and slugs. */
export type Said = {
  field: FieldCode;
  /** The code, the number in digits, the text, the code of a zone, the slug of an organisation; of a contact, its words. */
  value: string;
  language: string | null;
  contact: (ContactInput & { usable: string | null }) | null;
  basis: Basis;
  source: string;
  /** The place of the source among the sources. */
  sourceOrder: number;
  place: string | null;
  lineStart: number | null;
  lineEnd: number | null;
  /** ISO 8601; null when it is the source's own date. */
  saidOn: string | null;
  /** The change set that made it; a later one has a larger number. */
  madeBy: number;
  /** Said by a person of staff, not by an import. */
  byStaff: boolean;
  cited: boolean;
  /** The source names only some: what it leaves out it does not deny. */
  openList: boolean;
};

/** How strong a basis is when two are possible for one value, strongest first. */
export const BASIS_ORDER: readonly Basis[] = ["verified", "self_declared", "stated", "inferred", "typology"];

/**
 * Which of two statements is shown: staff's choice, the latest first; then the latest verified; then the stronger basis; then the order
 * of the sources; then the order in which they are given.
 */
export function shownFirst(a: Said, b: Said): number {
  if (a.byStaff !== b.byStaff) return a.byStaff ? -1 : 1;
  if (a.byStaff && a.madeBy !== b.madeBy) return b.madeBy - a.madeBy;
  const basis = BASIS_ORDER.indexOf(a.basis) - BASIS_ORDER.indexOf(b.basis);
  if (basis !== 0) return basis;
  if (a.basis === "verified" && a.saidOn !== b.saidOn) return (a.saidOn ?? "") > (b.saidOn ?? "") ? -1 : 1;
  return a.sourceOrder - b.sourceOrder;
}

/** Statements of one breath: the same words of the same place, written by the same change. */
const breath = ({ madeBy, source, place, lineStart, lineEnd, saidOn }: Said): string => JSON.stringify([madeBy, source, place, lineStart, lineEnd, saidOn]);

/** What is shown of each field that has one value; what completes a field goes with the statement shown of that field. */
function shownOnes(said: readonly Said[]): Map<FieldCode, Said[]> {
  const shown = new Map<FieldCode, Said[]>();
  for (const code of FIELD_CODES) {
    const field = fieldOf(code);
    if (field.many) continue;
    const ranked = said.filter((item) => item.field === code).sort(shownFirst);
    const lead = field.completes === undefined ? undefined : shown.get(field.completes as FieldCode)?.[0];
    shown.set(code, lead ? ranked.filter((item) => breath(item) === breath(lead)) : ranked);
  }
  return shown;
}

const VALUE_OF: Partial<Record<string, (value: string) => unknown>> = { number: Number, flag: (value) => value === "true" };

/**
 * The values of an organisation from all that is said of it. A set holds each value that any statement gives; of a single value, the
 * one of {@link shownFirst} is shown; a text of ours is made of what each document gives to it.
 * @param said in the order of position
 */
export function composeFields(said: readonly Said[]): SaidFields {
  const ones = shownOnes(said);
  const entries = EDIT_NAMES.map(({ name, code, language, field }) => {
    const own = said.filter((item) => item.field === code);
    if (field.shape === "contact") return [name, contactsOf(own).map(({ channel, raw, state }) => ({ channel, raw, state }))];
    if (field.many)
      return [
        name,
        inOwnOrder(
          field,
          own.map(({ value }) => value),
        ),
      ];
    const ranked = ones.get(code)!.filter((item) => language === null || item.language === language);
    // Each document gives its part of a text of ours; staff writes it whole.
    if (field.shape === "translated" && ranked.length > 0 && !ranked[0]!.byStaff) return [name, [...new Set(ranked.map(({ value }) => value))].join(" ")];
    const value = ranked[0]?.value;
    return [name, value === undefined ? null : (VALUE_OF[field.shape] ?? String)(value)];
  });
  return Object.fromEntries(entries) as SaidFields;
}

/** The contacts that are said, each once, in the order of position. */
export function contactsOf(said: readonly Said[]): NonNullable<Said["contact"]>[] {
  const contacts = said.flatMap(({ contact }) => contact ?? []);
  return contacts.filter((contact, index) => contacts.findIndex(({ channel, raw }) => channel === contact.channel && raw === contact.raw) === index);
}

/** One document's table or lines. */
const placeOf = ({ source, place }: Said): string => JSON.stringify([source, place]);

/** How a statement stands among those of its field. */
export type Standing = {
  /** Nothing that is said of the field goes against it. */
  agrees: boolean;
  /** Staff has said otherwise since: it is kept, and no longer holds. */
  replaced: boolean;
};

/** The statement that was made last. */
const latest = (said: readonly Said[]): Said | undefined =>
  said.reduce<Said | undefined>((last, item) => (last && last.madeBy > item.madeBy ? last : item), undefined);

/**
 * Whether a statement goes with what staff said last of the same thing; null where staff has not spoken. Of a single value that is the
 * value shown; of a whole set the last one that staff gave; of a channel of contact whether there is one. Other sets only add up.
 */
function asStaffSaid(statement: Said, said: readonly Said[], ones: ReadonlyMap<FieldCode, Said[]>): boolean | null {
  const { field: code, value, contact } = statement;
  const field = fieldOf(code);
  if (contact) {
    const last = latest(said.filter((other) => other.byStaff && other.contact?.channel === contact.channel))?.contact;
    return last ? (last.state === "none") === (contact.state === "none") : null;
  }
  if (field.shape === "translated") return null;
  if (!field.many) {
    const lead = ones.get((field.completes as FieldCode | undefined) ?? code)?.[0] ?? ones.get(code)?.[0];
    return lead?.byStaff ? ones.get(code)![0]?.value === value : null;
  }
  const last = field.whole ? latest(said.filter((other) => other.byStaff && other.field === code)) : undefined;
  return last ? said.some((other) => other.field === code && other.madeBy === last.madeBy && other.value === value) : null;
}

/**
 * Tells for each statement how it stands: what staff said last replaces what goes against it, as a correction does; without it
 * {@link agreements} of the sources tells.
 * @param said all statements about one organisation
 * @returns one for each, in the same order
 */
export function standings(said: readonly Said[]): Standing[] {
  const ones = shownOnes(said);
  const agree = agreements(said, ones);
  return said.map((statement, index) => {
    const corrected = asStaffSaid(statement, said, ones);
    return { agrees: corrected ?? agree[index]!, replaced: corrected === false };
  });
}

/**
 * Tells for each statement whether all that is said of its field, whoever says it, goes together with it. A single value agrees when it is the one shown
 * and no statement gives another; a value of a whole set, when every place that lists all values lists it; a contact, when no place says
 * that there is none. Other sets only add up.
 */
function agreements(said: readonly Said[], ones: ReadonlyMap<FieldCode, Said[]>): boolean[] {
  const contacts = said.flatMap(({ contact }) => contact ?? []);
  return said.map((statement) => {
    const { field: code, value, contact } = statement;
    const field = fieldOf(code);
    const same = said.filter((other) => other.field === code);
    if (contact) return !channelIsContested(contact.channel, contacts);
    if (field.shape === "translated") return true;
    if (!field.many) return new Set(same.map((other) => other.value)).size === 1 && ones.get(code)![0]?.value === value;
    if (!field.whole || statement.openList) return true;
    const places = new Set(same.filter(({ openList }) => !openList).map(placeOf));
    return [...places].every((place) => same.some((other) => placeOf(other) === place && other.value === value));
  });
}

/**
 * Whether two places contradict each other about a channel: one says that there is none ("Néant")
 * and another gives one.
 */
export function channelIsContested(channel: ContactChannel, contacts: readonly Pick<ContactInput, "channel" | "state">[]): boolean {
  const states = contacts.filter((contact) => contact.channel === channel).map(({ state }) => state);
  return states.includes("none") && states.some((state) => state !== "none");
}

/** What is cited of an organisation's statements, in the order of the fields when they were said together. */
export const inCitedOrder = <S extends { field: FieldCode }>(said: readonly S[]): S[] => {
  const rank = (field: CitedField) => CITED_FIELDS.indexOf(field);
  return [...said].sort((a, b) => rank(citedAs(a.field)) - rank(citedAs(b.field)));
};
