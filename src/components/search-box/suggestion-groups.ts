import type { SuggestionsAnswer } from "@/domain/published/answers";
import { localPath, type Locale } from "@/i18n/locales";
import type { SuggestionTexts } from "./texts";

/** A place to go to. */
export type Suggestion = { href: string; name: string; note: string };
export type SuggestionGroup = { title: string; suggestions: Suggestion[] };

/** How many, in words; "#" stands for the number, since the phone has no catalogue. */
export function sayCount(texts: { none?: string; one: string; many: string }, count: number): string {
  const text = count === 0 && texts.none ? texts.none : count === 1 ? texts.one : texts.many;
  return text.replace("#", String(count));
}

/** Suggestions by kind, in the order of the screen; a kind without any is left out. */
export function suggestionGroups(locale: Locale, texts: SuggestionTexts, answer: SuggestionsAnswer): SuggestionGroup[] {
  const list = (parameter: string, value: string) => localPath(locale, `/organisations?${parameter}=${encodeURIComponent(value)}`);
  const groups = [
    {
      title: texts.organisations,
      suggestions: answer.organisations.map(({ slug, name, acronym }) => ({ href: localPath(locale, `/organisations/${slug}`), name, note: acronym ?? "" })),
    },
    { title: texts.zones, suggestions: answer.zones.map(({ slug, name, count }) => ({ href: list("zone", slug), name, note: sayCount(texts.count, count) })) },
    {
      title: texts.themes,
      suggestions: answer.themes.map(({ code, label, count }) => ({ href: list("theme", code), name: label, note: sayCount(texts.count, count) })),
    },
  ];
  return groups.filter(({ suggestions }) => suggestions.length > 0);
}
