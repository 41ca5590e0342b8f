import "server-only";
import { MarginSection } from "@/components/margin-section";
import { Pairs } from "@/components/pairs";
import { listOfSource, placesOfSource } from "@/data/source/contents";
import { entitiesOfSource } from "@/data/entity/entities";
import { publicFilesOf, type SourceFileSummary } from "@/data/source/files";
import { findSource } from "@/data/source/sources";
import { tablesOfSource } from "@/data/source/tables";
import type { SourceSummary } from "@/domain/published/source";
import { sourceAnchor } from "@/domain/source-anchor";
import { Crumbs } from "@/components/crumbs";
import { PageHead } from "@/components/page-head";
import { localPath, type Locale } from "@/i18n/locales";
import { formatBytes, translator } from "@/i18n/translator";
import { Entities } from "./entities";
import { Bibliography } from "./bibliography";
import { Counts } from "./counts";
import { Glossary } from "./glossary";
import { NotedLines } from "@/components/noted-lines";
import { referenceTo } from "@/components/reference";
import { Phases } from "./phases";
import { Places } from "./places";
import { TranscribedTables } from "./transcribed-tables";

/** One document in full: what it is, what each of its tables gave, its method, its limits. Null when there is none. */
export async function sourcePage(slug: string, locale: Locale) {
  const source = await findSource(slug);
  if (!source) return null;
  const [places, tables, phases, acronyms, references, entities, files] = await Promise.all([
    placesOfSource(slug),
    tablesOfSource(slug),
    listOfSource(slug, "method"),
    listOfSource(slug, "acronym"),
    listOfSource(slug, "bibliography"),
    entitiesOfSource(slug),
    publicFilesOf(slug),
  ]);
  const t = translator(locale, "sources");
  const notesOf = (kind: SourceSummary["notes"][number]["kind"]) => source.notes.filter((note) => note.kind === kind);
  const body = (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} trail={[{ href: "/sources", label: t("title") }]} />} title={source.title} documentLanguage={source.language} />
      <Document locale={locale} source={source} files={files} />
      <MarginSection id="citer" title={t("reference")}>
        <div className="measure">
          <p className="reference">{referenceTo(locale, source)}</p>
          <p className="field-hint mt-2">{t("referenceHint")}</p>
        </div>
      </MarginSection>
      <MarginSection id="donne" title={t("gave")}>
        <Counts locale={locale} counts={source.counts} />
        <ul className="mt-3">
          {source.counts.organisations > 0 ? (
            <li>
              <a href={localPath(locale, `/organisations?source=${slug}`)}>{t("seeOrganisations")}</a>
            </li>
          ) : null}
          {source.counts.communities > 0 ? (
            <li>
              <a href={localPath(locale, "/communautes")}>{t("seeCommunities")}</a>
            </li>
          ) : null}
        </ul>
      </MarginSection>
      {places.length > 0 ? (
        <MarginSection id="lignes" title={t("references")} prose>
          <p>{t("linesAre")}</p>
          {tables.length > 0 ? <p>{t("rowsAre")}</p> : null}
        </MarginSection>
      ) : null}
      {places.length > 0 ? (
        <Places locale={locale} places={places} anchors={new Map(tables.map(({ place, number }) => [place, sourceAnchor(number)]))} />
      ) : null}
      <Entities locale={locale} source={slug} entities={entities} />
      {notesOf("method").length + phases.length > 0 ? (
        <MarginSection id="methode" title={t("method")}>
          <NotedLines locale={locale} notes={notesOf("method")} />
          <Phases locale={locale} language={source.language} entries={phases} />
        </MarginSection>
      ) : null}
      {notesOf("missing").length > 0 ? (
        <MarginSection id="manque" title={t("missing")}>
          <NotedLines locale={locale} notes={notesOf("missing")} />
        </MarginSection>
      ) : null}
      {notesOf("fault").length > 0 ? (
        <MarginSection id="fautes" title={t("faults")}>
          <NotedLines locale={locale} notes={notesOf("fault")} />
        </MarginSection>
      ) : null}
      {notesOf("left_out").length > 0 ? (
        <MarginSection id="laisse" title={t("leftOut")}>
          <p className="measure">{t("leftOutLead")}</p>
          <details>
            <summary className="py-0.5">{t("numbered", { label: t("leftOut"), count: notesOf("left_out").length })}</summary>
            <NotedLines locale={locale} notes={notesOf("left_out")} />
          </details>
        </MarginSection>
      ) : null}
      {acronyms.length > 0 ? <Glossary locale={locale} language={source.language} entries={acronyms} /> : null}
      {references.length > 0 ? <Bibliography locale={locale} language={source.language} entries={references} /> : null}
      {tables.length > 0 ? <TranscribedTables locale={locale} language={source.language} tables={tables} /> : null}
    </div>
  );
  return { head: { title: source.title, description: source.note[locale] ?? t("description") }, body };
}

function Document({ locale, source, files }: { locale: Locale; source: SourceSummary; files: readonly SourceFileSummary[] }) {
  const t = translator(locale, "sources");
  const note = source.note[locale];
  const languageName = new Intl.DisplayNames(locale, { type: "language" }).of(source.language) ?? source.language;
  return (
    <MarginSection id="document" title={t("document")}>
      <Pairs
        rows={[
          [t("author"), source.author ?? t("unknownAuthor")],
          [t("publisher"), source.publisher ? <span lang={source.language}>{source.publisher}</span> : t("unknownPublisher")],
          [t("published"), source.publishedOn ?? t("undated")],
          [t("language"), languageName],
          [t("licence"), source.licence ?? t("noLicence")],
          [
            t("online"),
            source.url ? (
              <a href={source.url} rel="noopener">
                {source.url}
              </a>
            ) : (
              t("offline")
            ),
          ],
          [
            t("files"),
            files.length > 0 ? (
              <ul>
                {files.map(({ id, name, size }) => (
                  <li key={id}>
                    <a href={`/sources/${source.slug}/fichiers/${id}`} download>
                      {name}
                    </a>{" "}
                    <span className="aside">{formatBytes(locale, size)}</span>
                  </li>
                ))}
              </ul>
            ) : null,
          ],
          [t("remarks"), note ? <p className="measure">{note}</p> : null],
        ]}
      />
    </MarginSection>
  );
}
