import "server-only";
import { CITATION_COLUMNS, EXPORT_COLUMNS, type Columns } from "@/domain/export-columns";
import { FILTER_GROUPS, PARAMETER_NAMES, parametersOf, parseDirectoryQuery, type DirectoryQuery, type ParameterProblem } from "@/domain/filters";
import type { LabelledFacets, ListAnswer } from "@/domain/published/answers";
import type { PublicOrganisationSummary } from "@/domain/published/organisation";
import type { Facets, SearchMatch } from "@/domain/published/search";
import { citationsOfMatching, matchingOrganisations, type Part } from "@/data/search/matching";
import { searchOrganisations } from "@/data/search/search";
import { filterValueLabel } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { describeProblem } from "@/i18n/parameter-problem";
import { translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer, jsonAnswer, problemAnswer, SPOKEN } from "@/lib/http/answers";
import { publicOrigin } from "@/lib/http/origin";
import { streamed } from "@/lib/http/streamed";
import { answered } from "./answered";

/** The answer to parameters that cannot be accepted: each with a sentence and what it takes. */
export function refusal(locale: Locale, problems: ParameterProblem[]): Response {
  const t = translator(locale, "openData");
  const described = problems.map((problem) => ({
    name: problem.parameter,
    value: problem.value,
    detail: describeProblem(locale, problem),
    accepted: problem.accepted,
  }));
  return problemAnswer({
    status: 400,
    title: t("refused"),
    detail: described.map(({ detail }) => detail).join(" "),
    parameters: described,
  });
}

type Handled = { query: DirectoryQuery; locale: Locale; origin: string };

/** The first two steps of every list: parse, and answer what cannot be parsed. @param known the parameters that count there */
export function withQuery(request: Request, known: readonly string[], answer: (handled: Handled) => Promise<Response>): Promise<Response> {
  return answered(request, async (locale) => {
    const parsed = parseDirectoryQuery(parametersOf(new URL(request.url).searchParams), known);
    if (!parsed.ok) return refusal(locale, parsed.problems);
    return answer({ query: parsed.query, locale, origin: publicOrigin() });
  });
}

/** `GET /api/v1/organisations`: one page of the list with its facets. */
export function listAnswer(request: Request): Promise<Response> {
  return withQuery(request, PARAMETER_NAMES, async ({ query, locale, origin }) => {
    const result = await searchOrganisations(query, undefined, true);
    if (!result.ok) return refusal(locale, result.problems);
    const answer = {
      total: result.total,
      page: query.page,
      pageSize: query.pageSize,
      // Without a text there is nothing that found them.
      items: result.items.map(({ match, ...item }) => ({ ...withUrl(item, origin), ...(query.q === "" ? {} : { match: labelledMatches(match, locale) }) })),
      facets: labelledFacets(result.facets, locale),
      correction: result.correction && { typed: result.correction.typed, used: result.correction.used },
    } satisfies ListAnswer;
    return jsonAnswer(answer, SPOKEN);
  });
}

/** The page that a file is asked for, so that the address of any view becomes that of its file; undefined for all that matches. */
function partAsked(request: Request, { page, pageSize }: DirectoryQuery): Part | undefined {
  const { searchParams } = new URL(request.url);
  return searchParams.has("page") || searchParams.has("pageSize") ? { from: (page - 1) * pageSize, count: pageSize } : undefined;
}

/** `GET /api/v1/organisations.csv`: everything that matches, or one page of it, one line an organisation. */
export function csvAnswer(request: Request): Promise<Response> {
  return withQuery(request, PARAMETER_NAMES, async ({ query, locale, origin }) => {
    const result = await matchingOrganisations(query, partAsked(request, query), true);
    if (!result.ok) return refusal(locale, result.problems);
    const lines = csvFile(EXPORT_COLUMNS, result.batches, (item) => withUrl(item, origin));
    return fileAnswer(await streamed(lines), "text/csv; charset=utf-8", "organisations.csv");
  });
}

/** `GET /api/v1/citations.csv`: who says what, where, of everything that matches: the organisations of the other file, in its order. */
export function citationsAnswer(request: Request): Promise<Response> {
  return withQuery(request, PARAMETER_NAMES, async ({ query, locale }) => {
    const result = await citationsOfMatching(query, partAsked(request, query));
    if (!result.ok) return refusal(locale, result.problems);
    const lines = csvFile(CITATION_COLUMNS, result.batches, ({ organisation, citation }) => ({ organisation, ...citation }));
    return fileAnswer(await streamed(lines), "text/csv; charset=utf-8", "citations.csv");
  });
}

/** The pieces of a file: its head with the first rows, then the others as they are read. */
async function* csvFile<Row, Line>(columns: Columns<Line>, batches: AsyncGenerator<Row[]>, toLine: (row: Row) => Line): AsyncGenerator<string> {
  let head = BYTE_ORDER_MARK + csvLines([Object.keys(columns)]);
  const cells = Object.values(columns);
  for await (const batch of batches) {
    yield head + csvLines(batch.map(toLine).map((line) => cells.map((cell) => cell(line))));
    head = "";
  }
  if (head) yield head;
}

/** @param origin "" where the site does not know its own address: the path alone */
export function withUrl<T extends PublicOrganisationSummary>(item: T, origin: string): T & { url: string } {
  return { ...item, url: `${origin}/organisations/${item.slug}` };
}

/** Facets come again with every page of a view: their labels are looked up once. */
const labelled: Record<Locale, WeakMap<object, LabelledFacets>> = { fr: new WeakMap(), en: new WeakMap() };

function labelledFacets(facets: Facets, locale: Locale): LabelledFacets {
  const known = labelled[locale].get(facets) ?? labelFacets(facets, locale);
  labelled[locale].set(facets, known);
  return known;
}

/** The values that organisations have, and those asked for, by group. */
function labelFacets(facets: Facets, locale: Locale): LabelledFacets {
  return Object.fromEntries(
    FILTER_GROUPS.map((group) => [
      group,
      facets[group]
        .filter(({ count, selected, excluded }) => count > 0 || selected || excluded)
        .map(({ value, label, code, count }) => ({ value, label: filterValueLabel(locale, group, value, label, code), count })),
    ]),
  ) as LabelledFacets;
}

function labelledMatches(matches: readonly SearchMatch[], locale: Locale): SearchMatch[] {
  return matches.map((match) => {
    if ("text" in match) return match;
    const { field, value, label, code } = match;
    return { field, value, label: filterValueLabel(locale, field, value, label, code) };
  });
}
