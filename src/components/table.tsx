import type { Key, ReactNode } from "react";

export type Column<Row> = {
  head: ReactNode;
  /** What names the cells where each row is a card; the head, when that is text. */
  label?: string;
  /** Numbers, which stand under each other. */
  num?: boolean;
  /** How a cell is set, besides. */
  className?: string;
  cell: (row: Row) => ReactNode;
};

type Props<Row> = {
  caption?: ReactNode;
  /** How the table is set, besides. */
  className?: string;
  /** A table of a few short columns stays one on a phone. */
  small?: boolean;
  /** One of many columns of text is cards on a small laptop too. */
  wide?: boolean;
  /** The first one names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => Key;
  /** What an address leads to, behind "#". */
  idOf?: (row: Row) => string;
  rowClass?: (row: Row) => string | undefined;
};

/** One row a thing. On a phone each row becomes a card; roles are written out because the cards' display drops them. */
export function Table<Row>({ caption, className, small = false, wide = false, columns, rows, keyOf, idOf, rowClass }: Props<Row>) {
  const classOf = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(" ") || undefined;
  return (
    <table className={classOf("table", small ? "table-small" : "cards", wide && "cards-wide", className)} role="table">
      {caption ? <caption>{caption}</caption> : null}
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ head, num }, index) => (
            <th key={index} scope="col" role="columnheader" className={classOf(num && "num")}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} id={idOf?.(row)} role="row" className={rowClass?.(row)}>
            {columns.map(({ head, label = typeof head === "string" ? head : undefined, num, className: setting, cell }, index) =>
              index === 0 ? (
                <th key={index} scope="row" role="rowheader" className={classOf(setting)}>
                  {cell(row)}
                </th>
              ) : (
                <td key={index} role="cell" data-label={small ? undefined : label} className={classOf(num && "num", setting)}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
