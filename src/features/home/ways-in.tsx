import { MarginSection } from "@/components/margin-section";
import { isUnknown, type FilterGroup } from "@/domain/filters";
import type { FacetValue, Facets } from "@/domain/published/search";
import { HOME_ZONE } from "@/domain/settings";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";

type Props = { locale: Locale; facets: Facets };

/** What leads somewhere and says something: not the values without organisations, nor what no source says. */
const telling = (group: FilterGroup, values: readonly FacetValue[]) => values.filter(({ value, count }) => count > 0 && !isUnknown(group, value));

/** Three indexes of the directory, set as a printed one: the entry, a leader, how many. */
export function WaysIn({ locale, facets }: Props) {
  const t = translator(locale, "home");
  const regions = facets.zone.filter(({ level, parent }) => level === "region" && parent === HOME_ZONE);
  return (
    <MarginSection title={t("ways.title")}>
      <div className="ways">
        <Index locale={locale} group="typology" title={t("ways.typology")} values={facets.typology} />
        <Index locale={locale} group="zone" title={t("ways.zone")} values={regions}>
          <a href={localPath(locale, "/carte")}>{t("ways.map")}</a>
        </Index>
        <Index locale={locale} group="theme" title={t("ways.theme")} values={facets.theme} />
      </div>
    </MarginSection>
  );
}

type IndexProps = { locale: Locale; group: FilterGroup; title: string; values: readonly FacetValue[]; children?: React.ReactNode };

function Index({ locale, group, title, values, children }: IndexProps) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="index">
        {telling(group, values).map(({ value, label, count }) => (
          <li key={value}>
            <a href={localPath(locale, `/organisations?${group}=${encodeURIComponent(value)}`)}>{filterValueLabel(locale, group, value, label)}</a>
            <span className="index-leader" aria-hidden="true" />
            <span className="index-count">{formatNumber(locale, count)}</span>
          </li>
        ))}
      </ul>
      {children ? <p className="link-row">{children}</p> : null}
    </div>
  );
}
