import { NEEDS, type Need } from "./needs";
import { PARTNER_CLASSES, THEMES, type PartnerClass, type Theme } from "./vocabularies";

/**
 * Vocabularies to which the consortium adds terms of its own, and the codes that the mapping gives each. Those stay closed: a code of them
 * without a label does not compile.
 */
export const VOCABULARIES = {
  theme: THEMES,
  need: NEEDS as readonly [Need, ...Need[]],
  partner_class: PARTNER_CLASSES,
} as const satisfies Record<string, readonly string[]>;
export type Vocabulary = keyof typeof VOCABULARIES;
export const VOCABULARY_NAMES = Object.keys(VOCABULARIES) as Vocabulary[];

/** The code of a term of the consortium: made of its French label, never changed, and never one of the mapping's, none of which begins so. */
export type LocalCode = `x_${string}`;
export const LOCAL_PREFIX = "x_";
export const LOCAL_CODE = /^x_[a-z0-9_]{1,80}$/;
export const isLocalCode = (code: string): code is LocalCode => LOCAL_CODE.test(code);

export type ThemeTerm = Theme | LocalCode;
export type NeedTerm = Need | LocalCode;
export type PartnerClassTerm = PartnerClass | LocalCode;

/** A term of the consortium. One that is merged into another one, or removed, is kept, because the history names it. */
export type LocalTerm = {
  vocabulary: Vocabulary;
  code: LocalCode;
  fr: string;
  en: string;
  /** The term that took its place, with every statement of it. */
  mergedInto: string | null;
  removed: boolean;
  /** A published entry says it, or said it when it was merged: who has no account may know that there is such a term. */
  isPublic: boolean;
};

const KEY = Symbol.for("directory.local-terms");
const shared = globalThis as typeof globalThis & { [KEY]?: readonly LocalTerm[] };

/**
 * The terms of the consortium as this process knows them, brought up to the present revision before each request is answered (`presentTerms`
 * in src/data/term). A code is checked and called by its name in a hundred places, which ask here; on the global object, because the application
 * is bundled in several layers.
 */
export const localTerms = (): readonly LocalTerm[] => shared[KEY] ?? [];

/** For `presentTerms` alone. @param terms in the order in which they are shown */
export function keepTerms(terms: readonly LocalTerm[]): void {
  shared[KEY] = terms;
}

/** Who is asking: staff choose among all terms, others among those that something public says. */
export type Reach = "staff" | "public";

const isOpen = ({ mergedInto, removed }: LocalTerm) => mergedInto === null && !removed;

/** The codes that can be said now: the mapping's in its order, then the consortium's. */
export function codesIn(vocabulary: Vocabulary, reach: Reach): readonly string[] {
  const own = localTerms().filter((term) => term.vocabulary === vocabulary && isOpen(term) && (reach === "staff" || term.isPublic));
  return own.length === 0 ? VOCABULARIES[vocabulary] : [...VOCABULARIES[vocabulary], ...own.map(({ code }) => code)];
}

/** The code that a value means: itself, or the term into which it was merged; null when there is none that this reader may know. */
export function codeMeant(vocabulary: Vocabulary, value: string, reach: Reach): string | null {
  if ((VOCABULARIES[vocabulary] as readonly string[]).includes(value)) return value;
  const term = localTerms().find((one) => one.vocabulary === vocabulary && one.code === value);
  if (!term || term.removed || (reach === "public" && !term.isPublic)) return null;
  return term.mergedInto === null ? value : codeMeant(vocabulary, term.mergedInto, reach);
}

/** Codes of a vocabulary in one order, wherever they are kept: the mapping's in its own, then the consortium's. */
export function codesInOrder(codes: readonly string[], values: readonly string[]): string[] {
  return [...codes.filter((code) => values.includes(code)), ...[...new Set(values)].filter(isLocalCode).sort()];
}
