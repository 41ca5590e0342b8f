import type { ReactNode } from "react";
import { documentPlace } from "@/i18n/document-place";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

/** A place in a document: a table (null in running text) and its lines, in any order. */
export type SourcePlace = { place: string | null; lines: readonly number[] };

type Props = {
  locale: Locale;
  source: { slug: string; title: string };
  places: readonly SourcePlace[];
  /** What must be known about it, after the places. */
  children?: ReactNode;
};

/** "305–314", "200, 281": each run of lines that follow one another as one range. */
export function lineRanges(lines: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && line === last[1] + 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([start, end]) => (start === end ? String(start) : `${start}–${end}`)).join(", ");
}

/** Where the figures or statements above it stand in a document. */
export function SourceLine({ locale, source, places, children }: Props) {
  const t = translator(locale, "site");
  const written = places.map(({ place, lines }) => {
    const where = lines.length === 0 ? null : t("lineList", { count: lines.length, lines: lineRanges(lines) });
    return [place && documentPlace(locale, place), where].filter(Boolean).join(", ");
  });
  return (
    <p className="source-note">
      {t("source", { count: 1 })}{" "}
      <a href={localPath(locale, `/sources/${source.slug}`)} lang={locale === "fr" ? undefined : "fr"}>
        {source.title}
      </a>
      {written.length > 0 ? `, ${written.join(t("placeSeparator"))}. ` : ". "}
      {children}
    </p>
  );
}
