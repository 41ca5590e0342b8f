import { countOrganisations } from "@/data/search/search";
import type { DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import type { ActiveFilter } from "@/components/active-filters";

/** Each suggestion is one more search, so a long query is not tried in full. */
const SUGGESTIONS = 6;

type Props = {
  locale: Locale;
  query: DirectoryQuery;
  active: readonly ActiveFilter[];
  pageCount: number;
  hrefOf: (changes: Partial<DirectoryQuery>) => string;
};

/** What to do when a page of the list is empty: go back into its bounds, or drop the filter that empties it. */
export async function EmptyState({ locale, query, active, pageCount, hrefOf }: Props) {
  const t = translator(locale, "directory");
  if (pageCount > 0) {
    return (
      <div className="prose empty">
        <p>{t("empty.beyond", { count: pageCount })}</p>
        <p>
          <a href={hrefOf({ page: pageCount })}>{t("empty.lastPage")}</a>
        </p>
      </div>
    );
  }
  const suggestions = await countWithout(active.slice(0, SUGGESTIONS));
  return (
    <div className="prose empty">
      <p>{t("empty.title")}</p>
      {active.length > 1 && suggestions.length === 0 ? <p>{t("empty.noSingle")}</p> : null}
      {active.length > 1 && suggestions.length > 0 ? (
        <>
          <p>{t("empty.drop")}</p>
          <ul>
            {suggestions.map(({ filter, count }) => (
              <li key={filter.key}>
                <a href={filter.href}>{t("empty.without", { label: filter.label })}</a> ({t("empty.count", { count })})
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {query.q ? (
        <p>
          {t("empty.spelling")} <a href={localPath(locale, "/recherche/aide")}>{t("help")}</a>
        </p>
      ) : null}
      <p>
        <a href={localPath(locale, "/organisations")}>{t("empty.all")}</a>
      </p>
      <p>
        <a href={localPath(locale, "/proposer")}>{translator(locale, "proposals")("add")}</a>
      </p>
    </div>
  );
}

/** The filters whose removal alone would show something, the most useful one first. */
async function countWithout(active: readonly ActiveFilter[]): Promise<{ filter: ActiveFilter; count: number }[]> {
  const counted = await Promise.all(active.map(async (filter) => ({ filter, count: await countOrganisations(filter.without) })));
  return counted.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}
