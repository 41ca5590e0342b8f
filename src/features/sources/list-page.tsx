import "server-only";
import { PageHead } from "@/components/page-head";
import { listSources } from "@/data/source/sources";
import type { SourceNoteKind, SourceSummary } from "@/domain/published/source";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Counts } from "./counts";
import { NotedLines } from "@/components/noted-lines";

/** Every document the directory cites, with what it gave and where it falls short. */
export async function SourcesPage({ locale }: { locale: Locale }) {
  const sources = await listSources();
  const t = translator(locale, "sources");
  return (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      {sources.map((source) => (
        <SourceEntry key={source.slug} locale={locale} source={source} />
      ))}
    </div>
  );
}

function SourceEntry({ locale, source }: { locale: Locale; source: SourceSummary }) {
  const t = translator(locale, "sources");
  const path = localPath(locale, `/sources/${source.slug}`);
  const byline = [source.author, source.publisher, source.publishedOn ?? t("undated")].filter((part) => part !== null).join(" · ");
  return (
    <section className="section" aria-labelledby={source.slug}>
      <h2 id={source.slug} lang={source.language}>
        <a href={path}>{source.title}</a>
      </h2>
      <p className="soft mt-1">{byline}</p>
      <div className="mt-4 grid gap-x-12 gap-y-5 lg:grid-cols-2">
        <div>
          <h3 className="subhead">{t("gave")}</h3>
          <Counts locale={locale} counts={source.counts} />
          <p className="mt-3">
            <a href={path} aria-describedby={source.slug}>
              {t("more")}
            </a>
          </p>
        </div>
        <div>
          <Folded locale={locale} source={source} kind="method" label={t("method")} />
          <Folded locale={locale} source={source} kind="missing" label={t("missing")} />
          <Folded locale={locale} source={source} kind="fault" label={t("faults")} />
        </div>
      </div>
    </section>
  );
}

function Folded({ locale, source, kind, label }: { locale: Locale; source: SourceSummary; kind: SourceNoteKind; label: string }) {
  const t = translator(locale, "sources");
  const notes = source.notes.filter((note) => note.kind === kind);
  if (notes.length === 0) return null;
  return (
    <details className="folded">
      <summary>{t("numbered", { label, count: notes.length })}</summary>
      <div className="py-2">
        <NotedLines locale={locale} notes={notes} />
      </div>
    </details>
  );
}
