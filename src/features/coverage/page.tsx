import "server-only";
import { activeFilters } from "@/components/active-filters";
import { BlindSpots } from "@/components/blind-spots";
import { CoverageMatrix } from "@/components/coverage/matrix";
import { CoveragePhrases, lineName, type Line } from "@/components/coverage/phrases";
import { aroundWords, byPlace } from "@/components/coverage/words";
import { Crumbs } from "@/components/crumbs";
import { FilterChips } from "@/components/filter-chips";
import { FilterForm, KeptFilters } from "@/components/filter-form";
import { PageHead } from "@/components/page-head";
import { refusedParameters } from "@/components/refused-parameters";
import { blindSpots } from "@/data/search/blind-spots";
import { coverageOf, type FoundCoverage } from "@/data/search/coverage";
import type { BlindSpot } from "@/domain/blind-spots";
import { COVERAGE_TABLE_NAMES, COVERAGE_TABLES, coverageSearch, parseCoverageTable, type Coverage, type CoverageTable } from "@/domain/coverage";
import { codeAsked, directorySearch, isCoded, parseDirectoryQuery, type CodedFilter, type DirectoryQuery, type FilterGroup } from "@/domain/filters";
import { HOME_COUNTRY } from "@/domain/settings";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";

const PATH = "/couverture";
/** The parameter that names the row or the column that is told in sentences: "theme:child_rights", "zone:kidal". */
const FOCUS = "focus";
const PHRASES_ID = "phrases";

/** The table of coverage that an address asks for, under its filters. */
export async function coveragePage(locale: Locale, parameters: Record<string, string[]>) {
  const parsed = parseDirectoryQuery(parameters);
  const asked = parseCoverageTable(parameters.table);
  if (!parsed.ok || !asked.ok) return refusedParameters(locale, PATH, [...(parsed.ok ? [] : parsed.problems), ...(asked.ok ? [] : asked.problems)]);
  const found = await coverageOf(parsed.query, asked.table);
  if (!found.ok) return refusedParameters(locale, PATH, found.problems);
  const lines = linesOf(found.coverage);
  const focus = parameters[FOCUS]?.at(-1);
  const line = focus ? lines.get(lineMeant(focus)) : [...lines.values()][0];
  if (focus && !line)
    return refusedParameters(locale, PATH, [{ parameter: FOCUS, value: focus.slice(0, 60), reason: "unknown_value", accepted: [...lines.keys()] }]);
  const spots = found.coverage.around?.code === HOME_COUNTRY ? await blindSpots(parsed.query, HOME_COUNTRY) : [];
  return { body: <Shown locale={locale} query={parsed.query} found={found} lines={lines} line={line} spots={spots} /> };
}

/** The name of the line that an address means: of a term that was merged, that of the other. */
function lineMeant(focus: string): string {
  const [group = "", value = ""] = focus.split(":");
  const meant = isCoded(group as FilterGroup) ? codeAsked(group as CodedFilter, value) : null;
  return meant === null ? focus : `${group}:${meant}`;
}

type Lines = ReadonlyMap<string, Line>;

/** The rows and the columns by the name under which an address asks for them. */
function linesOf({ table, rows, columns }: Coverage): Lines {
  const { rows: down, columns: across } = COVERAGE_TABLES[table];
  if (rows.length === 0 || columns.length === 0) return new Map();
  return new Map([
    ...rows.map(({ value }, place): [string, Line] => [`${down}:${value}`, { side: "row", place }]),
    ...columns.map(({ value }, place): [string, Line] => [`${across}:${value}`, { side: "column", place }]),
  ]);
}

type Props = { locale: Locale; query: DirectoryQuery; found: FoundCoverage; lines: Lines; line?: Line; spots: readonly BlindSpot[] };

function Shown({ locale, query, found, lines, line, spots }: Props) {
  const t = translator(locale, "coverage");
  const { coverage, total, facets } = found;
  const { table } = coverage;
  const place = byPlace(coverage);
  const hrefOf = (name: CoverageTable, more: Record<string, string> = {}) => localPath(locale, PATH + coverageSearch(query, name, more));
  const lineHref = (side: Line["side"], at: number) => {
    const [name] = [...lines].find(([, one]) => one.side === side && one.place === at)!;
    return `${hrefOf(table, { [FOCUS]: name })}#${PHRASES_ID}`;
  };
  const caption = place === "zone" ? t("caption", { table: t(`tables.${table}`), place: aroundWords(locale, coverage) }) : t(`tables.${table}`);
  return (
    <div className="frame">
      <PageHead crumbs={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")}>
        <p className="mt-3.5">
          <strong>{t("result", { count: total })}</strong>{" "}
          <a href={localPath(locale, `/organisations${directorySearch(query, { page: 1 })}`)}>{t("seeList")}</a>
        </p>
        <FilterChips
          locale={locale}
          path={PATH}
          active={activeFilters(locale, PATH, query, facets).map((filter) => ({
            ...filter,
            href: localPath(locale, PATH + coverageSearch(filter.without, table)),
          }))}
        />
        <FilterForm locale={locale} path={PATH} summary={t("filters")} query={query} facets={facets}>
          <input type="hidden" name="table" value={table} />
        </FilterForm>
      </PageHead>
      <nav className="tabs no-print" aria-label={t("tablesLabel")}>
        {COVERAGE_TABLE_NAMES.map((name) => (
          <a key={name} href={hrefOf(name)} aria-current={name === table ? "page" : undefined}>
            {t(`tables.${name}`)}
          </a>
        ))}
      </nav>
      <p className="notice mt-4">
        {t(`warning.${place}`)} {t("zero")}
      </p>
      {table === "need_typology" ? (
        <p className="mt-3">
          {t("needs")} <a href={localPath(locale, "/chiffres")}>{t("needsLink")}</a>
        </p>
      ) : null}
      {line ? (
        <>
          <div className="coverage-wide">
            <CoverageMatrix locale={locale} query={query} coverage={coverage} caption={caption} lineHref={lineHref} />
            <Legend locale={locale} coverage={coverage} />
          </div>
          {coverage.left > 0 ? <p className="source-note">{t("left", { count: coverage.left })}</p> : null}
          {spots.length > 0 ? <BlindSpots locale={locale} country={{ code: HOME_COUNTRY, name: HOME_COUNTRY }} spots={spots} /> : null}
          <TakeAway locale={locale} query={query} table={table} />
          <section id={PHRASES_ID} className="section-apart" aria-labelledby="phrases-titre">
            <h2 id="phrases-titre">{t("phrases", { line: lineName(locale, coverage, line) })}</h2>
            <Chooser locale={locale} query={query} coverage={coverage} lines={lines} line={line} />
            <p className="source-note">{t("least")}</p>
            <CoveragePhrases locale={locale} query={query} coverage={coverage} line={line} />
          </section>
        </>
      ) : (
        <p className="lead mt-4">{t("empty")}</p>
      )}
    </div>
  );
}

function Legend({ locale, coverage }: { locale: Locale; coverage: Coverage }) {
  const t = translator(locale, "coverage");
  const { rows } = COVERAGE_TABLES[coverage.table];
  return (
    <p className="source-note">
      {t("legend.main")} {t(`legend.aside.${byPlace(coverage)}`, { around: aroundWords(locale, coverage) })}{" "}
      {rows === "need" ? null : t(`legend.unsaid.${rows}`)} {t("legend.none")}
    </p>
  );
}

/** Which row or column is told: a plain form, which a phone has instead of the table. */
function Chooser({ locale, query, coverage, lines, line }: { locale: Locale; query: DirectoryQuery; coverage: Coverage; lines: Lines; line: Line }) {
  const t = translator(locale, "coverage");
  return (
    <form className="coverage-choice no-print" action={localPath(locale, `${PATH}#${PHRASES_ID}`)} method="get">
      <label htmlFor="coverage-line">{t("line")}</label>
      <select id="coverage-line" className="input" name={FOCUS}>
        {(["row", "column"] as const).map((side) => (
          <optgroup key={side} label={t(`head.${groupOf(coverage, side)}`)}>
            {[...lines].flatMap(([name, one]) =>
              one.side === side ? (
                <option key={name} value={name} selected={one === line}>
                  {lineName(locale, coverage, one)}
                </option>
              ) : (
                []
              ),
            )}
          </optgroup>
        ))}
      </select>
      {query.q ? <input type="hidden" name="q" value={query.q} /> : null}
      <KeptFilters query={query} />
      <input type="hidden" name="table" value={coverage.table} />
      <button className="btn" type="submit">
        {t("show")}
      </button>
    </form>
  );
}

const groupOf = ({ table }: Coverage, side: Line["side"]) => COVERAGE_TABLES[table][side === "row" ? "rows" : "columns"];

function TakeAway({ locale, query, table }: { locale: Locale; query: DirectoryQuery; table: CoverageTable }) {
  const t = translator(locale, "coverage");
  const search = coverageSearch(query, table, { language: locale });
  return (
    <p className="take-away no-print">
      {t("take")} <a href={`/api/v1/coverage.csv${search}`}>{t("csv")}</a> <a href={`/api/v1/coverage.png${search}`}>{t("png")}</a>{" "}
      <a href={`/api/v1/coverage.svg${search}`}>{t("svg")}</a>
    </p>
  );
}
