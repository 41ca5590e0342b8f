import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** The sentences of the suggestions; "#" stands for a number, which the phone writes itself. */
type SuggestionTexts = {
  list: string;
  organisations: string;
  zones: string;
  themes: string;
  entities: string;
  count: { one: string; many: string };
  found: { none: string; one: string; many: string };
};

/** What the script of the search field is told; `list`: the address of the list of organisations. */
export type SuggestionSettings = { locale: Locale; list: string; texts: SuggestionTexts };

/** Both languages have one form for one and one for more. */
export function suggestionSettings(locale: Locale): SuggestionSettings {
  const t = translator(locale, "directory");
  const said = (key: "count" | "found", count: number) => t(`suggestions.${key}`, { count }).replace(String(count), "#");
  return {
    locale,
    list: localPath(locale, "/organisations"),
    texts: {
      list: t("suggestions.list"),
      organisations: t("suggestions.organisations"),
      zones: t("suggestions.zones"),
      themes: t("suggestions.themes"),
      entities: t("suggestions.entities"),
      count: { one: said("count", 1), many: said("count", 2) },
      found: { none: said("found", 0), one: said("found", 1), many: said("found", 2) },
    },
  };
}
