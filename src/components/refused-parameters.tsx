import { FILTER_GROUPS, type FilterGroup, type ParameterProblem } from "@/domain/filters";
import { filterValueLabel } from "@/i18n/filter-value";
import { localPath, type Locale } from "@/i18n/locales";
import { describeProblem } from "@/i18n/parameter-problem";
import { translator } from "@/i18n/translator";
import { PageHead } from "./page-head";

type Props = {
  locale: Locale;
  /** The page that was asked for, in its French form: "/organisations", "/carte", "/zones/kayes". */
  path: string;
  problems: readonly ParameterProblem[];
};

/** A refused page as a route answers it. */
export const refusedParameters = (locale: Locale, path: string, problems: Props["problems"]) => ({
  status: 400 as const,
  body: <RefusedParameters locale={locale} path={path} problems={problems} />,
});

/** What is shown when a parameter of the address has a value that does not exist. */
export function RefusedParameters({ locale, path, problems }: Props) {
  const t = translator(locale, "directory");
  return (
    <div className="frame">
      <PageHead title={t("refused.title")} lead={t("refused.lead")} />
      <div className="prose">
        {problems.map((problem) => (
          <Refused key={`${problem.parameter}:${problem.value}:${problem.reason}`} locale={locale} path={path} problem={problem} />
        ))}
        <p>
          <a className="btn" href={localPath(locale, path)}>
            {t("refused.again")}
          </a>
        </p>
      </div>
    </div>
  );
}

/** A filter's accepted values are offered as the views that they would have given. */
function Refused({ locale, path, problem }: Omit<Props, "problems"> & { problem: ParameterProblem }) {
  const group = FILTER_GROUPS.find((one): one is FilterGroup => one === problem.parameter);
  if (!group || problem.reason !== "unknown_value" || problem.accepted.length === 0) {
    return <p>{describeProblem(locale, problem)}</p>;
  }
  return (
    <div>
      <p>{describeProblem(locale, { ...problem, accepted: [] })}</p>
      <p className="mt-2">{translator(locale, "directory")("refused.accepted")}</p>
      <ul className="accepted">
        {problem.accepted.map((value) => {
          const label = filterValueLabel(locale, group, value);
          return (
            <li key={value}>
              <a href={localPath(locale, `${path}?${group}=${encodeURIComponent(value)}`)}>{label}</a>
              {label === value ? null : <code> {value}</code>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
