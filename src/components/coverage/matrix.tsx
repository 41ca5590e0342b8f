import type { Coverage } from "@/domain/coverage";
import type { DirectoryQuery } from "@/domain/filters";
import type { Locale } from "@/i18n/locales";
import { formatNumber, translator } from "@/i18n/translator";
import { cellTone, columnLabel, heads, listPath, rowLabel, saidOfCell, type Said } from "./words";

type Props = {
  locale: Locale;
  query: DirectoryQuery;
  coverage: Coverage;
  caption: string;
  /** Where a row or a column is told in sentences; without it their heads are no links. */
  lineHref?: (side: "row" | "column", place: number) => string;
};

/** The table of who has what, with the numbers that a cell may hide in small; every number leads to its list. */
export function CoverageMatrix({ locale, query, coverage, caption, lineHref }: Props) {
  const t = translator(locale, "coverage");
  const { rows, columns, aside, unsaid } = coverage;
  const head = heads(locale, coverage);
  const linked = (label: string, href?: string) => (href ? <a href={href}>{label}</a> : label);
  return (
    <table className="coverage-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{head.rows}</th>
          {columns.map(({ value }, column) => (
            <th key={value} scope="col">
              {linked(columnLabel(locale, coverage, column), lineHref?.("column", column))}
            </th>
          ))}
          <th scope="col" className="coverage-margin">
            {head.aside}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value }, row) => (
          <tr key={value}>
            <th scope="row">{linked(rowLabel(locale, coverage, row), lineHref?.("row", row))}</th>
            {columns.map((line, column) => (
              <td key={line.value} className={`coverage-${cellTone(coverage, row, column)}`}>
                {cell(locale, query, coverage, row, column)}
              </td>
            ))}
            <td className="coverage-margin">
              <Number
                locale={locale}
                count={aside[row]!}
                href={listPath(locale, query, coverage, "aside", row, 0)}
                of={t("of", { row: rowLabel(locale, coverage, row), column: head.aside })}
              />
            </td>
          </tr>
        ))}
        {unsaid && head.unsaid ? (
          <tr className="coverage-margin">
            <th scope="row">{head.unsaid}</th>
            {columns.map(({ value }, column) => (
              <td key={value}>
                <Number
                  locale={locale}
                  count={unsaid[column]!}
                  href={listPath(locale, query, coverage, "unsaid", 0, column)}
                  of={t("of", { row: head.unsaid!, column: columnLabel(locale, coverage, column) })}
                />
              </td>
            ))}
            <td />
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

/** What stands in a cell; no component, which would be given the whole table each time. */
function cell(locale: Locale, query: DirectoryQuery, coverage: Coverage, row: number, column: number) {
  const [here, ...hidden] = saidOfCell(locale, query, coverage, row, column);
  const of = translator(locale, "coverage")("of", { row: rowLabel(locale, coverage, row), column: columnLabel(locale, coverage, column) });
  return (
    <>
      <Number locale={locale} count={here!.count} href={here!.href} of={of} />
      <span className="coverage-hidden">
        {hidden.map((said) => (
          <Hidden key={said.number} locale={locale} said={said} of={hiddenOf(locale, coverage, said, row, column)} />
        ))}
      </span>
    </>
  );
}

/** Of which row or column those are whom a cell may hide: they are the same in the whole of it. */
const hiddenOf = (locale: Locale, coverage: Coverage, { number }: Said, row: number, column: number) =>
  number === "aside" ? rowLabel(locale, coverage, row) : columnLabel(locale, coverage, column);

/** A number that a cell may hide, said in words to those who hear it. */
function Hidden({ locale, said: { count, words, href }, of }: { locale: Locale; said: Said; of: string }) {
  const text = formatNumber(locale, count);
  if (href === null)
    return (
      <span>
        <span aria-hidden="true">{text}</span>
        <span className="sr-only">{words}</span>
      </span>
    );
  return (
    <a href={href} aria-label={translator(locale, "files")("pair", { name: words, text: of })}>
      {text}
    </a>
  );
}

/** A number that leads to whom it counts. @param of the row and the column, for those who read links alone */
function Number({ locale, count, href, of }: { locale: Locale; count: number; href: string | null; of: string }) {
  const text = formatNumber(locale, count);
  if (href === null) return text;
  return (
    <a className="coverage-number" href={href} aria-label={translator(locale, "files")("pair", { name: text, text: of })}>
      {text}
    </a>
  );
}
