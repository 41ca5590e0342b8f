import "server-only";
import { suggestSearch } from "@/data/search/suggest";
import { nameProblems, parametersOf, QUERY_MAX_LENGTH, type ParameterProblem } from "@/domain/filters";
import { jsonAnswer, SPOKEN } from "@/lib/http/answers";
import { answered } from "./answered";
import { lightSuggestions } from "./light-suggestions";
import { refusal } from "./list";

/** `GET /api/v1/suggestions?q=`: what a text that is still being typed may become; nothing before its second letter. */
export function suggestionsAnswer(request: Request): Promise<Response> {
  return answered(request, async (locale) => {
    const parameters = parametersOf(new URL(request.url).searchParams);
    const problems: ParameterProblem[] = nameProblems(parameters, ["q"]);
    const q = parameters.q?.join(" ").trim() ?? "";
    if (q.length > QUERY_MAX_LENGTH) {
      problems.push({ parameter: "q", value: `${q.slice(0, 40)}…`, reason: "too_long", accepted: [String(QUERY_MAX_LENGTH)] });
    }
    if (problems.length > 0) return refusal(locale, problems);
    return jsonAnswer(lightSuggestions(locale, await suggestSearch(q)), SPOKEN);
  });
}
