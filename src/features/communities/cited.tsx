import type { CommunitySummary } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

type Props = {
  locale: Locale;
  source: CommunitySummary["source"];
  /** "1931-1934, 1947" */
  lines: string;
  /** A table of the document, when the lines are those of one. */
  table?: string;
};

/** Where a group of facts comes from: the study, its table, its lines. */
export function Cited({ locale, source, lines, table }: Props) {
  const t = translator(locale, "communities");
  const site = translator(locale, "site");
  return (
    <p className="source-note">
      {site("source", { count: 1 })}{" "}
      <a href={localPath(locale, `/sources/${source.slug}`)} title={source.title}>
        {source.author ?? source.title}
      </a>
      , {source.publishedOn ?? t("fieldWork")}, {table ? `${table}, ` : ""}
      {site("writtenLines", { count: /[-,]/.test(lines) ? 2 : 1, lines })}
    </p>
  );
}
