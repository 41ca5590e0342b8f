import { COVERAGE_TABLES, type Coverage } from "@/domain/coverage";
import type { Locale } from "@/i18n/locales";
import { formatNumber } from "@/i18n/translator";
import { INKS, svgTag, svgText, wrapped } from "../picture";
import { cellTone, columnLabel, heads, rowLabel } from "./words";

const HEAD_WIDTH = 250;
const CELL = { width: 76, height: 42 };
const SIZE = 13;
const SMALL = 10.5;
const LINE = 1.25;

/** The table of coverage as a drawing, from (0, 0). */
export function coverageDrawing(locale: Locale, coverage: Coverage): { content: string; width: number; height: number } {
  const { rows, columns, here, aside, unsaid } = coverage;
  const head = heads(locale, coverage);
  const labels = [...columns.map((_, column) => columnLabel(locale, coverage, column)), head.aside].map((label) => wrapped(label, CELL.width - 6, SMALL));
  const top = Math.max(...labels.map(({ length }) => length)) * SMALL * LINE + 8;
  const parts: string[] = [];
  const middle = (text: string, x: number, y: number, more = {}) => parts.push(svgText(text, x, y, { "text-anchor": "middle", ...more }));
  labels.forEach((lines, column) =>
    lines.forEach((line, index) =>
      middle(line, HEAD_WIDTH + (column + 0.5) * CELL.width, top - 6 - (lines.length - 1 - index) * SMALL * LINE, { "font-size": SMALL }),
    ),
  );
  const rowHead = (label: string, y: number, fill: string) =>
    wrapped(label, HEAD_WIDTH - 10, SIZE).forEach((line, index, all) =>
      parts.push(svgText(line, 0, y + CELL.height / 2 + 5 + (index - (all.length - 1) / 2) * SIZE * LINE, { "font-size": SIZE, fill })),
    );
  rows.forEach((_, row) => {
    const y = top + row * CELL.height;
    rowHead(rowLabel(locale, coverage, row), y, INKS.ink);
    columns.forEach((__, column) => {
      const x = HEAD_WIDTH + column * CELL.width;
      const fill = { some: INKS.paper, maybe: INKS.ochre, none: INKS.line }[cellTone(coverage, row, column)];
      parts.push(svgTag("rect", { x, y, ...CELL, fill, stroke: INKS.line }));
      middle(formatNumber(locale, here[row]![column]!), x + CELL.width / 2, y + 19, { "font-size": 15, "font-weight": 600 });
      const hidden = [aside[row]!, ...(unsaid ? [unsaid[column]!] : [])].map((count) => formatNumber(locale, count)).join(" · ");
      middle(hidden, x + CELL.width / 2, y + 34, { "font-size": SMALL, fill: INKS.soft });
    });
    middle(formatNumber(locale, aside[row]!), HEAD_WIDTH + (columns.length + 0.5) * CELL.width, y + 26, { "font-size": SIZE, fill: INKS.soft });
  });
  if (unsaid && head.unsaid) {
    const y = top + rows.length * CELL.height;
    rowHead(head.unsaid, y, INKS.soft);
    unsaid.forEach((count, column) =>
      middle(formatNumber(locale, count), HEAD_WIDTH + (column + 0.5) * CELL.width, y + 26, { "font-size": SIZE, fill: INKS.soft }),
    );
  }
  const height = top + (rows.length + Number(COVERAGE_TABLES[coverage.table].rows !== "need")) * CELL.height;
  return { content: parts.join("\n"), width: HEAD_WIDTH + (columns.length + 1) * CELL.width, height };
}
