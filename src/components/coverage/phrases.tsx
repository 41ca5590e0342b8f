import type { Coverage } from "@/domain/coverage";
import type { DirectoryQuery } from "@/domain/filters";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { cellTone, columnLabel, rowLabel, saidOfCell } from "./words";

export type Line = { side: "row" | "column"; place: number };

export const lineName = (locale: Locale, coverage: Coverage, { side, place }: Line): string =>
  side === "row" ? rowLabel(locale, coverage, place) : columnLabel(locale, coverage, place);

/** The cells of one row or one column in sentences, the smallest numbers first; each number leads to its list. */
export function CoveragePhrases({ locale, query, coverage, line }: { locale: Locale; query: DirectoryQuery; coverage: Coverage; line: Line }) {
  const separator = translator(locale, "files")("separator");
  const others = line.side === "row" ? coverage.columns : coverage.rows;
  const cells = others.map((_, other) => (line.side === "row" ? { row: line.place, column: other } : { row: other, column: line.place }));
  cells.sort((a, b) => coverage.here[a.row]![a.column]! - coverage.here[b.row]![b.column]!);
  return (
    <dl className="coverage-phrases">
      {cells.map(({ row, column }) => (
        <div key={`${row} ${column}`} className={`coverage-${cellTone(coverage, row, column)}`}>
          <dt>{line.side === "row" ? columnLabel(locale, coverage, column) : rowLabel(locale, coverage, row)}</dt>
          <dd>
            {saidOfCell(locale, query, coverage, row, column).map(({ number, words, href }, index) => (
              <span key={number}>
                {index > 0 ? separator : ""}
                {href ? <a href={href}>{words}</a> : words}
              </span>
            ))}
            .
          </dd>
        </div>
      ))}
    </dl>
  );
}
