import { PAGE_SIZES, SORTS, type DirectoryQuery } from "@/domain/filters";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

type Props = { locale: Locale; query: DirectoryQuery; hrefOf: (changes: Partial<DirectoryQuery>) => string };

/** The orders of the list, as links. Relevance means nothing without a text. */
export function SortLinks({ locale, query, hrefOf }: Props) {
  const sorts = SORTS.filter((sort) => sort !== "relevance" || query.q !== "");
  const labels = labelsOf(locale).sort;
  return (
    <nav className="link-row no-print" aria-labelledby="tri">
      <span id="tri">{translator(locale, "directory")("sortBy")}</span>
      {sorts.map((sort) => (
        <a key={sort} href={hrefOf({ sort, page: 1 })} aria-current={sort === query.sort ? "true" : undefined}>
          {labels[sort]}
        </a>
      ))}
    </nav>
  );
}

const OFFERED_SIZES = [PAGE_SIZES.default, 50, PAGE_SIZES.max];

/** How many organisations a page holds, when the choice makes a difference. */
export function PageSizes({ locale, query, total, hrefOf }: Props & { total: number }) {
  if (total <= OFFERED_SIZES[0]!) return null;
  return (
    <nav className="link-row no-print" aria-labelledby="par-page">
      <span id="par-page">{translator(locale, "directory")("perPage")}</span>
      {OFFERED_SIZES.map((pageSize) => (
        <a key={pageSize} href={hrefOf({ pageSize, page: 1 })} aria-current={pageSize === query.pageSize ? "true" : undefined}>
          {pageSize}
        </a>
      ))}
    </nav>
  );
}
