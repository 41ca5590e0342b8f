import type { SourceReference } from "@/domain/published/source";
import type { EntityCitation } from "@/domain/published/entity";
import { localPath, type Locale } from "@/i18n/locales";
import { documentPlace } from "@/i18n/document-place";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  sources: readonly SourceReference[];
  /** Where the group of facts is said. */
  citations: readonly EntityCitation[];
  /** Each range of lines by itself, and not one around all. */
  apart?: boolean;
};

/** Where a group of facts comes from: each document, its table when all stand in one, its lines. */
export function Cited({ locale, sources, citations, apart = false }: Props) {
  const t = translator(locale, "communities");
  const site = translator(locale, "site");
  return sources.flatMap((source) => {
    const own = citations.filter(({ source: slug }) => slug === source.slug);
    if (own.length === 0) return [];
    const tables = [...new Set(own.map(({ table }) => table))];
    const lines = apart ? linesOf(own) : linesAround(own);
    const where = [
      source.publishedOn ?? t("fieldWork"),
      tables.length === 1 && tables[0] != null ? documentPlace(locale, tables[0]) : null,
      lines && site("writtenLines", { count: /[-,]/.test(lines) ? 2 : 1, lines }),
    ];
    return [
      <p key={source.slug} className="source-note">
        {site("source", { count: 1 })}{" "}
        <a href={localPath(locale, `/sources/${source.slug}`)} title={source.title}>
          {source.author ?? source.title}
        </a>
        , {where.filter(Boolean).join(", ")}
      </p>,
    ];
  });
}

type Lines = Pick<EntityCitation, "lineStart" | "lineEnd">;

const rangesOf = (citations: readonly Lines[]): [from: number, to: number][] =>
  citations.flatMap(({ lineStart, lineEnd }) => (lineStart === null ? [] : [[lineStart, lineEnd ?? lineStart]]));

const written = ([from, to]: readonly [number, number]): string => (from === to ? String(from) : `${from}-${to}`);

/** One range of lines around all: "469-475"; empty when none is known. */
export function linesAround(citations: readonly Lines[]): string {
  const numbers = rangesOf(citations).flat();
  return numbers.length === 0 ? "" : written([Math.min(...numbers), Math.max(...numbers)]);
}

/** Each range of lines once, in order; those with no more than an empty line between them are one: "1931-1934, 1947". */
export function linesOf(citations: readonly Lines[]): string {
  const joined: [number, number][] = [];
  for (const [from, to] of rangesOf(citations).sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && from <= last[1] + 2) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined.map(written).join(", ");
}
