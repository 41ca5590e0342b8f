import type { ParameterProblem } from "@/domain/filters";
import type { Locale } from "./locales";
import { translator } from "./translator";

/** One sentence for one refused parameter: what, where, and what would be accepted. */
export function describeProblem(locale: Locale, problem: ParameterProblem): string {
  const t = translator(locale, "errors");
  const [first = "", last = ""] = problem.accepted;
  const sentence = t(`parameter.${problem.reason}`, {
    parameter: problem.parameter,
    value: problem.value,
    accepted: first,
    first,
    last,
  });
  const listed = problem.reason === "unknown_value" || problem.reason === "unknown_parameter";
  if (!listed || problem.accepted.length === 0) return sentence;
  return `${sentence} ${t("parameter.accepted", { accepted: problem.accepted.join(", ") })}`;
}
