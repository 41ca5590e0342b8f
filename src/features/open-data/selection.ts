import "server-only";
import { chosenOrganisations } from "@/data/organisation/chosen";
import { EXPORT_COLUMNS } from "@/domain/export-columns";
import { nameProblems, parametersOf } from "@/domain/filters";
import { CHOSEN, parseChoice } from "@/domain/selection";
import { BYTE_ORDER_MARK, csvLines } from "@/lib/csv";
import { fileAnswer } from "@/lib/http/answers";
import { publicOrigin } from "@/lib/http/origin";
import { answered } from "./answered";
import { refusal, withUrl } from "./list";

/** `GET /api/v1/selection.csv?organisations=a,b`: the organisations of these slugs, in the columns of the list. */
export function selectionCsvAnswer(request: Request): Promise<Response> {
  return answered(request, async (locale) => {
    const parameters = parametersOf(new URL(request.url).searchParams);
    const choice = parseChoice(CHOSEN, parameters[CHOSEN]);
    const problems = [...nameProblems(parameters, [CHOSEN]).filter(({ reason }) => reason === "unknown_parameter"), ...(choice.ok ? [] : choice.problems)];
    const { found, missing } = choice.ok ? await chosenOrganisations(choice.slugs) : { found: [], missing: [] };
    for (const value of missing) problems.push({ parameter: CHOSEN, value: value.slice(0, 60), reason: "unknown_value", accepted: [] });
    if (problems.length > 0) return refusal(locale, problems);
    const lines = found.map((summary) => Object.values(EXPORT_COLUMNS).map((cell) => cell(withUrl(summary, publicOrigin()))));
    return fileAnswer(BYTE_ORDER_MARK + csvLines([Object.keys(EXPORT_COLUMNS), ...lines]), "text/csv; charset=utf-8", "selection.csv");
  });
}
