import "server-only";
import { coverageDrawing } from "@/components/coverage/drawing";
import { aroundWords, byPlace, cellSentence, columnLabel, listPath, rowLabel } from "@/components/coverage/words";
import { fileNotes, noteLines } from "@/components/file-notes";
import { picture } from "@/components/picture";
import { coverageOf, type FoundCoverage } from "@/data/search/coverage";
import { COVERAGE_TABLES, coverageCount, coverageSearch, parseCoverageTable } from "@/domain/coverage";
import { FEED_PARAMETERS, parametersOf, type DirectoryQuery } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer } from "@/lib/http/answers";
import { pngOf } from "@/lib/png";
import { LANGUAGE, languageAsked } from "./language";
import { refusal, withQuery } from "./list";

const KNOWN = [...FEED_PARAMETERS, "table", LANGUAGE];

type File = { locale: Locale; query: DirectoryQuery; origin: string; found: FoundCoverage; title: string; notes: [string, string][] };

/** Reads what is asked, and makes a file of the table with what it must say of itself. */
function tableAnswer(
  request: Request,
  contentType: string,
  extension: string,
  make: (file: File) => string | Promise<Uint8Array<ArrayBuffer>>,
): Promise<Response> {
  return withQuery(request, KNOWN, async ({ query, locale: spoken, origin }) => {
    const parameters = parametersOf(new URL(request.url).searchParams);
    const asked = parseCoverageTable(parameters.table);
    const language = languageAsked(parameters, spoken);
    if (!asked.ok || !language.ok) return refusal(spoken, [...(asked.ok ? [] : asked.problems), ...(language.ok ? [] : language.problems)]);
    const { locale } = language;
    const found = await coverageOf(query, asked.table);
    if (!found.ok) return refusal(locale, found.problems);
    const t = translator(locale, "coverage");
    const { coverage, facets } = found;
    const place = byPlace(coverage);
    const name = t(`tables.${coverage.table}`);
    const title = place === "zone" ? t("caption", { table: name, place: aroundWords(locale, coverage) }) : name;
    const { rows } = COVERAGE_TABLES[coverage.table];
    const around = aroundWords(locale, coverage);
    const warnings = [
      t(`warning.${place}`),
      t("zero"),
      [t(`legend.aside.${place}`, { around }), rows === "need" ? t("needs") : t(`legend.unsaid.${rows}`)].join(" "),
    ];
    const address = origin + localPath(locale, `/couverture${coverageSearch(query, coverage.table)}`);
    const notes = fileNotes(locale, { warnings, query, facets, address, day: new Date().toISOString() });
    return fileAnswer(await make({ locale, query, origin, found, title, notes }), contentType, `coverage.${extension}`);
  });
}

/** `GET /api/v1/coverage.csv`: a line a cell with its three numbers and the list that it counts; after an empty line, what must be known. */
export function coverageCsvAnswer(request: Request): Promise<Response> {
  return tableAnswer(request, "text/csv; charset=utf-8", "csv", ({ locale, query, origin, found: { coverage }, notes }) => {
    const { rows, columns } = coverage;
    const cells = rows.flatMap((row, down) =>
      columns.map((column, across) => {
        const list = listPath(locale, query, coverage, "here", down, across);
        const numbers = (["here", "aside", "unsaid"] as const).map((number) => coverageCount(coverage, number, down, across));
        const named = [row.value, rowLabel(locale, coverage, down), column.value, columnLabel(locale, coverage, across)];
        return [...named, ...numbers, cellSentence(locale, query, coverage, down, across), list && origin + list];
      }),
    );
    const head = ["row", "row_label", "column", "column_label", "here", "more_widely", "here_unknown", "in_words", "url"];
    return BYTE_ORDER_MARK + csvLines([head, ...cells, [], ...notes]);
  });
}

const pictureOf = ({ locale, found, title, notes }: File): string =>
  picture({ ...coverageDrawing(locale, found.coverage), title, notes: noteLines(locale, notes), language: locale });

/** `GET /api/v1/coverage.svg`: the same table as a picture. */
export const coverageSvgAnswer = (request: Request): Promise<Response> => tableAnswer(request, "image/svg+xml; charset=utf-8", "svg", pictureOf);

/** `GET /api/v1/coverage.png`: that picture in points. */
export const coveragePngAnswer = (request: Request): Promise<Response> => tableAnswer(request, "image/png", "png", (file) => pngOf(pictureOf(file)));
