import { MarginSection } from "@/components/margin-section";
import { Table, type Column } from "@/components/table";
import { COMMUNITY_INDICATORS, gapToMean, SOCIO_ECONOMIC_QUESTIONS } from "@/domain/community";
import type { CommunityProfile } from "@/domain/published/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Bar } from "./bar";
import { Cited } from "./cited";
import { gapInWords, percent, score } from "./words";

type Props = { locale: Locale; community: CommunityProfile };

/** The reintegration score and its dimensions. */
export function Scores({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const scores = COMMUNITY_INDICATORS.reintegration_score.flatMap(
    (code) => community.indicators.reintegration_score.find((figure) => figure.code === code) ?? [],
  );
  const columns: Column<(typeof scores)[number]>[] = [
    { head: t("dimension"), cell: ({ code }) => (code === "overall" ? t("scoreOf.overall") : <span className="plain">{t(`scoreOf.${code}`)}</span>) },
    { head: t("score"), cell: ({ value }) => <Measured value={value} words={value === null ? "–" : score(locale, value)} whole={1} /> },
    { head: t("rank"), className: "pair", cell: ({ rank }) => (rank === null ? "–" : t("rankOf", { rank, count: community.rankedAmong })) },
  ];
  return (
    <MarginSection id="score" title={t("scores")}>
      <Table caption={t("scoresCaption")} columns={columns} rows={scores} keyOf={({ code }) => code} />
      <Cited locale={locale} sources={community.sources} citations={scores.flatMap(({ citations }) => citations)} />
    </MarginSection>
  );
}

/** A number and, when there is one, its bar. */
function Measured({ value, words, mean, whole }: { value: number | null; words: string; mean?: number | null; whole: number }) {
  return (
    <>
      <span className="digits">{words}</span>
      {value === null ? null : <Bar value={value} mean={mean} whole={whole} />}
    </>
  );
}

/** The questions of the survey, each with its gap to the mean. */
export function Survey({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const figures = community.indicators.survey;
  return (
    <MarginSection id="sondage" title={t("survey")}>
      <p className="measure">{t("about")}</p>
      <p className="measure mt-2">{t("surveyLegend")}</p>
      <SurveyTable locale={locale} title={t("socioEconomic")} figures={figures.slice(0, SOCIO_ECONOMIC_QUESTIONS)} />
      <SurveyTable locale={locale} title={t("migration")} figures={figures.slice(SOCIO_ECONOMIC_QUESTIONS)} />
      <Cited locale={locale} sources={community.sources} citations={figures.flatMap(({ citations }) => citations)} />
    </MarginSection>
  );
}

function SurveyTable({ locale, title, figures }: { locale: Locale; title: string; figures: CommunityProfile["indicators"]["survey"] }) {
  const t = translator(locale, "communities");
  const percentOf = (value: number | null) => (value === null ? "–" : percent(locale, value));
  const columns: Column<(typeof figures)[number]>[] = [
    {
      head: t("question"),
      className: "question",
      cell: ({ code, note }) => (
        <>
          {t(`surveyOf.${code}`)}
          {note ? <span className="aside block">{note[locale]}</span> : null}
        </>
      ),
    },
    {
      head: t("share"),
      className: "share",
      cell: ({ value, mean }) => <Measured value={value} words={percentOf(value)} mean={mean} whole={100} />,
    },
    { head: t("mean"), num: true, className: "pair", cell: ({ mean }) => percentOf(mean) },
    { head: t("gap"), className: "pair sm:whitespace-nowrap", cell: (figure) => gapInWords(locale, gapToMean("survey", figure)) },
  ];
  return <Table className="mt-5" caption={<strong>{title}</strong>} columns={columns} rows={figures} keyOf={({ code }) => code} />;
}

/** The gaps in satisfaction with six services. */
export function Satisfaction({ locale, community }: Props) {
  const t = translator(locale, "communities");
  const figures = community.indicators.service_satisfaction;
  const columns: Column<(typeof figures)[number]>[] = [
    { head: t("service"), className: "question", cell: ({ code }) => t(`serviceOf.${code}`) },
    { head: t("gap"), className: "pair", cell: (figure) => gapInWords(locale, gapToMean("service_satisfaction", figure)) },
    { head: t("satisfiedMean"), num: true, className: "pair", cell: ({ mean }) => (mean === null ? "–" : percent(locale, mean)) },
  ];
  return (
    <MarginSection id="satisfaction" title={t("satisfaction")}>
      <p className="measure">{t("satisfactionLead")}</p>
      <Table className="mt-4" columns={columns} rows={figures} keyOf={({ code }) => code} />
      <Cited locale={locale} sources={community.sources} citations={figures.flatMap(({ citations }) => citations)} />
    </MarginSection>
  );
}
