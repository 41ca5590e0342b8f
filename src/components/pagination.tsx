import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = { locale: Locale; page: number; pageCount: number; hrefOf: (page: number) => string };

/** The first and last pages and those around the current one; null stands for a gap. */
export function pagesToShow(page: number, pageCount: number): (number | null)[] {
  const wanted = [1, page - 1, page, page + 1, pageCount].filter((n) => n >= 1 && n <= pageCount);
  const sorted = [...new Set(wanted)].sort((a, b) => a - b);
  return sorted.flatMap((n, index) => {
    const gap = n - (sorted[index - 1] ?? 0);
    // A gap of one page takes as much room as the page itself.
    return gap === 2 ? [n - 1, n] : gap > 2 ? [null, n] : [n];
  });
}

/** Links to the other pages of a list. Renders nothing when there is one page. */
export function Pagination({ locale, page, pageCount, hrefOf }: Props) {
  if (pageCount <= 1) return null;
  const t = translator(locale, "site");
  return (
    <nav aria-label={t("pages")} className="pages no-print">
      {page > 1 ? (
        <a href={hrefOf(Math.min(page - 1, pageCount))} rel="prev">
          {t("previousPage")}
        </a>
      ) : null}
      {pagesToShow(page, pageCount).map((n, index) =>
        n === null ? (
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a key={n} href={hrefOf(n)} aria-label={t("pageNumber", { page: n })} aria-current={n === page ? "page" : undefined}>
            {n}
          </a>
        ),
      )}
      {page < pageCount ? (
        <a href={hrefOf(page + 1)} rel="next">
          {t("nextPage")}
        </a>
      ) : null}
    </nav>
  );
}
