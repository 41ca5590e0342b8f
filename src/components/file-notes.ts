import type { DirectoryQuery } from "@/domain/filters";
import type { Facets } from "@/domain/published/search";
import type { Locale } from "@/i18n/locales";
import { formatDate, translator } from "@/i18n/translator";
import { activeFilters } from "./active-filters";

type About = {
  /** What must be known to read it. */
  warnings: readonly string[];
  query: DirectoryQuery;
  facets: Facets;
  /** Where the same stands on the site; a path where the site does not know its own address. */
  address: string;
  /** The day, ISO 8601. */
  day: string;
};

/** What a file or a picture says of itself, so that it can be read and cited where it ends up: names and texts. */
export function fileNotes(locale: Locale, { warnings, query, facets, address, day }: About): [name: string, text: string][] {
  const t = translator(locale, "files");
  const filters = activeFilters(locale, "/organisations", query, facets).map(({ group, label }) => t("pair", { name: group, text: label }));
  const sources = facets.source.filter(({ count }) => count > 0).map(({ label, value }) => label ?? value);
  return [
    ...warnings.map((warning): [string, string] => [t("warning"), warning]),
    [t("date"), formatDate(locale, day)],
    [t("filters"), filters.join(t("separator")) || t("noFilter")],
    [t("sources"), sources.join(t("separator"))],
    [t("licence"), t("licenceText")],
    [t("address"), address],
  ];
}

/** The same as lines of a picture. */
export const noteLines = (locale: Locale, notes: readonly [name: string, text: string][]): string[] =>
  notes.map(([name, text]) => translator(locale, "files")("pair", { name, text }));
