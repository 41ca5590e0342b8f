import type { ParameterProblem } from "@/domain/filters";
import { localPath, type Locale } from "@/i18n/locales";
import { describeProblem } from "@/i18n/parameter-problem";
import { translator } from "@/i18n/translator";

/** What is shown, with status 400, when a parameter of the address has a value that does not exist. */
export function RefusedParameters({ locale, problems }: { locale: Locale; problems: readonly ParameterProblem[] }) {
  const t = translator(locale, "directory");
  return (
    <div className="frame">
      <div className="page-head">
        <h1>{t("refused.title")}</h1>
        <p className="lead">{t("refused.lead")}</p>
      </div>
      <div className="prose">
        <ul>
          {problems.map((problem) => (
            <li key={`${problem.parameter}:${problem.value}:${problem.reason}`}>{describeProblem(locale, problem)}</li>
          ))}
        </ul>
        <p>
          <a className="btn" href={localPath(locale, "/organisations")}>
            {t("refused.again")}
          </a>
        </p>
      </div>
    </div>
  );
}
