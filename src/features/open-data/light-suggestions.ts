import { cutAtWord } from "@/lib/cut-at-word";
import type { SuggestionsAnswer } from "@/domain/published/answers";
import type { Suggestions } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import { entityLabel, entityPath } from "@/components/entity/link";
import { localPath, type Locale } from "@/i18n/locales";
import { termLabel } from "@/i18n/term-label";
import { labelsOf } from "@/i18n/translator";

const LONGEST_NAME = 110;
/** Each answer crosses a slow line while somebody types. */
const MOST_BYTES = 2048;

/** Suggestions as they travel: names cut between words, and no more of them than the bytes allow. */
export function lightSuggestions(locale: Locale, found: Suggestions): SuggestionsAnswer {
  const { noun } = labelsOf(locale);
  const answer: SuggestionsAnswer = {
    organisations: found.organisations.map(({ slug, name, acronym }) => ({ slug, name: cutAtWord(name, LONGEST_NAME), acronym })),
    zones: found.zones.map(({ slug, name, code, count }) => ({
      slug,
      name: cutAtWord(filterValueLabel(locale, "zone", slug, name, code), LONGEST_NAME),
      count,
    })),
    themes: found.themes.map(({ code, count }) => ({ code, label: termLabel(locale, "theme", code), count })),
    entities: found.entities.flatMap((entity) => {
      const path = entityPath(entity);
      const { label: name, lang } = entityLabel(locale, entity);
      const { slug } = entity;
      return path === null
        ? []
        : [{ noun: entity.noun, slug, name: cutAtWord(name, LONGEST_NAME), label: noun[entity.noun], path: localPath(locale, path), french: lang === "fr" }];
    }),
  };
  while (Buffer.byteLength(JSON.stringify(answer)) > MOST_BYTES) {
    const longest = Object.values(answer).reduce((a, b) => (b.length > a.length ? b : a));
    longest.pop();
  }
  return answer;
}
