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
  const list = problem.accepted.join(", ");
  switch (problem.reason) {
    case "unknown_value":
      return list === "" ? sentence : `${sentence} ${t("parameter.accepted", { accepted: list })}`;
    case "unknown_parameter":
      return `${sentence} ${list === "" ? t("parameter.noParameter") : t("parameter.accepted", { accepted: list })}`;
    case "repeated":
      return list === "" ? sentence : `${sentence} ${t("parameter.repeatable", { accepted: list })}`;
    default:
      return sentence;
  }
}
