import { MarginSection } from "@/components/margin-section";
import { COMMUNITY_INDICATORS, gapToMean, SOCIO_ECONOMIC_QUESTIONS } from "@/domain/community";
import type { CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Bar } from "./bar";
import { Cited } from "./cited";
import { linesAround } from "./lines";
import { gapInWords, percent, score } from "./words";

type Props = { locale: Locale; community: CommunityProfile };

/** On a phone the name of the column and its value share a line. */
const PAIR = "max-sm:flex max-sm:justify-between max-sm:gap-3";

/** The reintegration score and its dimensions. */
export function Scores({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const scores = COMMUNITY_INDICATORS.reintegration_score.flatMap(
    (code) => community.indicators.reintegration_score.find((figure) => figure.code === code) ?? [],
  );
  return (
    <MarginSection id="score" title={t("scores")}>
      <table className="table" role="table">
        <caption>{t("scoresCaption")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("dimension")}
            </th>
            <th scope="col" role="columnheader">
              {t("score")}
            </th>
            <th scope="col" role="columnheader">
              {t("rank")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {scores.map(({ code, value, rank }) => (
            <tr key={code} role="row">
              <th scope="row" role="rowheader" className={code === "overall" ? "" : "font-normal"}>
                {t(`scoreOf.${code}`)}
              </th>
              <td role="cell" data-label={t("score")}>
                <span className="tabular-nums">{value === null ? "–" : score(locale, value)}</span>
                {value === null ? null : <Bar value={value} whole={1} />}
              </td>
              <td role="cell" data-label={t("rank")} className={PAIR}>
                {rank === null ? "–" : t("rankOf", { rank, count: community.rankedAmong })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Cited locale={locale} source={community.source} table={t("tableOne")} lines={linesAround(scores)} />
    </MarginSection>
  );
}

/** The questions of the survey, each with its gap to the mean. */
export function Survey({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const figures = community.indicators.survey;
  return (
    <MarginSection id="sondage" title={t("survey")}>
      <p className="max-w-[44rem]">{t("about")}</p>
      <p className="mt-2 max-w-[44rem]">{t("surveyLegend")}</p>
      <SurveyTable locale={locale} title={t("socioEconomic")} figures={figures.slice(0, SOCIO_ECONOMIC_QUESTIONS)} />
      <SurveyTable locale={locale} title={t("migration")} figures={figures.slice(SOCIO_ECONOMIC_QUESTIONS)} />
      <Cited locale={locale} source={community.source} lines={linesAround(figures)} />
    </MarginSection>
  );
}

function SurveyTable({ locale, title, figures }: { locale: Locale; title: string; figures: CommunityProfile["indicators"]["survey"] }) {
  const t = translator(locale, "communities");
  return (
    <table className="table mt-5" role="table">
      <caption className="font-semibold text-ink!">{title}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("question")}
          </th>
          <th scope="col" role="columnheader">
            {t("share")}
          </th>
          <th scope="col" role="columnheader" className="num">
            {t("mean")}
          </th>
          <th scope="col" role="columnheader">
            {t("gap")}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {figures.map((figure) => {
          const gap = gapToMean("survey", figure);
          return (
            <tr key={figure.code} role="row">
              <th scope="row" role="rowheader" className="font-normal max-sm:font-semibold">
                {t(`surveyOf.${figure.code}`)}
                {figure.note ? <span className="block text-sm font-normal text-ink-soft">{figure.note[locale]}</span> : null}
              </th>
              <td role="cell" data-label={t("share")} className="sm:min-w-36">
                <span className="tabular-nums">{figure.value === null ? "–" : percent(locale, figure.value)}</span>
                {figure.value === null ? null : <Bar value={figure.value} mean={figure.mean} whole={100} />}
              </td>
              <td role="cell" data-label={t("mean")} className={`num ${PAIR}`}>
                {figure.mean === null ? "–" : percent(locale, figure.mean)}
              </td>
              <td role="cell" data-label={t("gap")} className={`sm:whitespace-nowrap ${PAIR}`}>
                {gap === null ? "–" : gapInWords(locale, gap)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The gaps in satisfaction with six services. */
export function Satisfaction({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const figures = community.indicators.service_satisfaction;
  return (
    <MarginSection id="satisfaction" title={t("satisfaction")}>
      <p className="max-w-[44rem]">{t("satisfactionLead")}</p>
      <table className="table mt-4" role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("service")}
            </th>
            <th scope="col" role="columnheader">
              {t("gap")}
            </th>
            <th scope="col" role="columnheader" className="num">
              {t("satisfiedMean")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {figures.map((figure) => {
            const gap = gapToMean("service_satisfaction", figure);
            return (
              <tr key={figure.code} role="row">
                <th scope="row" role="rowheader" className="font-normal max-sm:font-semibold">
                  {t(`serviceOf.${figure.code}`)}
                </th>
                <td role="cell" data-label={t("gap")} className={PAIR}>
                  {gap === null ? "–" : gapInWords(locale, gap)}
                </td>
                <td role="cell" data-label={t("satisfiedMean")} className={`num ${PAIR}`}>
                  {figure.mean === null ? "–" : percent(locale, figure.mean)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Cited locale={locale} source={community.source} lines={linesAround(figures)} />
    </MarginSection>
  );
}
