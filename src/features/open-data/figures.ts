import "server-only";
import { allStatistics } from "@/data/statistic/published";
import { nameProblems, parametersOf } from "@/domain/filters";
import type { FiguresAnswer } from "@/domain/published/answers";
import type { PublishedStatistic } from "@/domain/published/figure";
import { measureLabel } from "@/i18n/statistic";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer, jsonAnswer } from "@/lib/http/answers";
import { answered } from "./answered";
import { refusal } from "./list";

/** The columns of the file of figures, in their order. */
const COLUMNS: Readonly<Record<string, (figure: PublishedStatistic) => string | number | boolean | null>> = {
  zone: ({ zone }) => zone.code,
  zone_name: ({ zone }) => zone.name,
  measure: ({ measure }) => measure,
  label: ({ measure }) => measureLabel("fr", measure),
  label_en: ({ measure }) => measureLabel("en", measure),
  value: ({ value }) => value,
  unit: ({ unit }) => unit,
  about: ({ about }) => about,
  more_than: ({ moreThan }) => moreThan,
  since: ({ since }) => since,
  source: ({ source }) => source.slug,
  source_published_on: ({ source }) => source.publishedOn,
  table: ({ place }) => place,
  line: ({ line }) => line,
  limits_since: ({ limitsSince }) => limitsSince,
};

/** `GET /api/v1/figures` and `/api/v1/figures.csv`: every figure that a source publishes about a zone, with where it stands. */
export function figuresAnswer(request: Request, asFile: boolean): Promise<Response> {
  return answered(request, async (locale) => {
    const problems = nameProblems(parametersOf(new URL(request.url).searchParams), []);
    if (problems.length > 0) return refusal(locale, problems);
    const items = [...(await allStatistics())];
    if (!asFile) return jsonAnswer({ total: items.length, items } satisfies FiguresAnswer);
    const rows = items.map((figure) => Object.values(COLUMNS).map((cell) => cell(figure)));
    return fileAnswer(BYTE_ORDER_MARK + csvLines([Object.keys(COLUMNS), ...rows]), "text/csv; charset=utf-8", "figures.csv");
  });
}
