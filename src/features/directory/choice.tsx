import type { FilterGroup } from "@/domain/filters";
import type { FacetValue } from "@/domain/published/search";
import { filterValueLabel, filterValueLanguage } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";

type Props = { locale: Locale; group: FilterGroup; facet: FacetValue; form: string };

/** A value that organisations must have. */
export function IncludedChoice({ locale, group, facet, form }: Props) {
  return (
    <label className="choice">
      <input type="checkbox" name={group} value={facet.value} defaultChecked={facet.selected} form={form} />
      <span lang={filterValueLanguage(locale, group, facet.label)}>{filterValueLabel(locale, group, facet.value, facet.label, facet.code)}</span>
      <span className="choice-count">{formatNumber(locale, facet.count)}</span>
    </label>
  );
}

/** A value that organisations must not have: "except …". */
export function ExcludedChoice({ locale, group, facet, form }: Props) {
  const label = filterValueLabel(locale, group, facet.value, facet.label, facet.code);
  return (
    <label className="choice">
      <input type="checkbox" name={group} value={`-${facet.value}`} defaultChecked={facet.excluded} form={form} />
      <span>{translator(locale, "directory")("except", { label })}</span>
    </label>
  );
}
