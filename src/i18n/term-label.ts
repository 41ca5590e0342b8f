import { codesIn, localTerms, type LocalCode, type LocalTerm, type Reach, type Vocabulary } from "@/domain/terms";
import { catalogues } from "./catalogues";
import type { Labels } from "./fr/labels";
import { LOCALES, type Locale } from "./locales";

/** Where the labels of each vocabulary stand. */
export const LABELS_OF_VOCABULARY = { theme: "theme", need: "need", partner_class: "partnerClass" } as const satisfies Record<Vocabulary, keyof Labels>;
type Open = (typeof LABELS_OF_VOCABULARY)[Vocabulary];

/** The labels of every code, with those of the consortium's terms, which no catalogue has. */
export type KnownLabels = { [Part in keyof Labels]: Part extends Open ? Labels[Part] & Record<LocalCode, string> : Labels[Part] };

let kept: { terms: readonly LocalTerm[]; labels: Record<Locale, KnownLabels> } | null = null;

function withTerms(locale: Locale, terms: readonly LocalTerm[]): KnownLabels {
  const { labels } = catalogues[locale];
  const own = (vocabulary: Vocabulary) =>
    Object.fromEntries(terms.filter((term) => term.vocabulary === vocabulary).map((term) => [term.code, term[locale]])) as Record<LocalCode, string>;
  return {
    ...labels,
    theme: { ...labels.theme, ...own("theme") },
    need: { ...labels.need, ...own("need") },
    partnerClass: { ...labels.partnerClass, ...own("partner_class") },
  };
}

/** Made anew when the terms change. */
export function knownLabels(locale: Locale): KnownLabels {
  const terms = localTerms();
  if (kept?.terms !== terms) kept = { terms, labels: Object.fromEntries(LOCALES.map((one) => [one, withTerms(one, terms)])) as Record<Locale, KnownLabels> };
  return kept.labels[locale];
}

/** How a term is called; one that this process does not know yet, by its code. */
export function termLabel(locale: Locale, vocabulary: Vocabulary, code: string): string {
  const labels: Record<string, string> = knownLabels(locale)[LABELS_OF_VOCABULARY[vocabulary]];
  return labels[code] ?? code;
}

/** What one may choose in a vocabulary, each code with its label. */
export function termChoices(locale: Locale, vocabulary: Vocabulary, reach: Reach): { value: string; label: string }[] {
  return codesIn(vocabulary, reach).map((value) => ({ value, label: termLabel(locale, vocabulary, value) }));
}

/** The labels that the mapping's codes of a vocabulary have, in every language. */
export const ownLabels = (vocabulary: Vocabulary): string[] =>
  LOCALES.flatMap((locale) => Object.values<string>(catalogues[locale].labels[LABELS_OF_VOCABULARY[vocabulary]]));
