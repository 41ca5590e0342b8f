import { FILTER_GROUPS, isUnknown, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import type { OwnNames } from "@/domain/own-names";
import type { FacetValue, Facets } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { zoneWithLevel } from "@/i18n/own-name";
import { labelsOf, translator } from "@/i18n/translator";
import { insideSentence } from "@/i18n/typography";

/** In characters: a title is read at a glance, in a tab or among the results of a search engine. */
const LONGEST_LABEL = 64;
const LONGEST = 96;
/** Of one group, more than these are counted. */
const NAMED = 3;

/**
 * The title of a view of the list: what it is limited to, then the page. What does not fit is counted.
 * @param facets as the search found them: what is chosen is named as it is called, and not as it was typed
 */
export function viewTitle(locale: Locale, query: DirectoryQuery, facets: Facets, names: OwnNames): string {
  const t = translator(locale, "directory");
  const list = new Intl.ListFormat(locale === "fr" ? "fr" : "en-GB", { type: "disjunction" });
  const left: string[] = [];
  const criteria: string[] = query.q ? [t("view.text", { text: clipped(query.q) })] : [];
  for (const group of FILTER_GROUPS) {
    const said = (facet: FacetValue) => saidOf(locale, group, facet, names);
    const chosen = facets[group].filter(({ selected }) => selected);
    const others = chosen.length > NAMED + 1 ? chosen.length - NAMED : 0;
    const named = chosen.slice(0, chosen.length - others).map(said);
    if (named.length > 0) criteria.push(clipped(list.format(others ? [...named, t("view.others", { count: others })] : named), LONGEST));
    for (const facet of facets[group]) if (facet.excluded) left.push(t("except", { label: said(facet) }));
  }
  criteria.push(...left);
  const shown = criteria.filter((_, index) => index === 0 || criteria.slice(0, index + 1).join(", ").length <= LONGEST);
  const parts = [...shown];
  if (shown.length < criteria.length) parts.push(t("view.more", { count: criteria.length - shown.length }));
  if (query.page > 1) parts.push(t("view.page", { page: query.page }));
  return parts.length === 0 ? t("title") : t("view.title", { criteria: parts.join(", ") });
}

/** A chosen value, with what it is a value of where that does not go without saying. */
function saidOf(locale: Locale, group: FilterGroup, facet: FacetValue, names: OwnNames): string {
  const t = translator(locale, "directory");
  if (isUnknown(group, facet.value)) return t("view.unknown", { group: insideSentence(labelsOf(locale).filter[group]) });
  const label = clipped(filterValueLabel(locale, group, facet.value, facet.label, facet.code));
  if (group === "zone" && facet.code && facet.level) return zoneWithLevel(locale, { code: facet.code, level: facet.level, name: label }, names);
  // The name of a record keeps its capital, that of a code has it only where it stands alone.
  return t(`view.of.${group}`, { label: facet.label === null ? insideSentence(label) : label });
}

function clipped(text: string, longest = LONGEST_LABEL): string {
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest).join("").trimEnd()}…`;
}
