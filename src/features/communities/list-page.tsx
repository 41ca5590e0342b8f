import "server-only";
import { PageHead } from "@/components/page-head";
import { listCommunities } from "@/data/community/communities";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { ComparisonTable } from "./comparison-table";
import { ScoreTable } from "./score-table";
import { gapCell, percent } from "./words";

/** The communities side by side: scores, then every question of the survey. */
export async function CommunitiesPage({ locale }: { locale: Locale }) {
  const communities = await listCommunities();
  const t = translator(locale, "communities");
  const source = communities[0]?.source;
  return (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      <section className="section py-6" aria-labelledby="score">
        <h2 id="score">{t("scores")}</h2>
        <ScoreTable locale={locale} communities={communities} />
        {source ? <Cited locale={locale} source={source} table={t("tableOne")} lines="439-475" /> : null}
      </section>
      <section className="section py-6" aria-labelledby="comparer">
        <h2 id="comparer">{t("compare")}</h2>
        <p className="measure mt-2">{t("about")}</p>
        <h3 className="mt-6 mb-2">{t("compareSurvey")}</h3>
        <ComparisonTable locale={locale} communities={communities} group="survey" caption={t("compareSurveyCaption")} head={t("question")} cell={percent} />
        <h3 className="mt-8 mb-2">{t("compareSatisfaction")}</h3>
        <ComparisonTable
          locale={locale}
          communities={communities}
          group="service_satisfaction"
          caption={t("compareSatisfactionCaption")}
          head={t("service")}
          cell={gapCell}
        />
        {source ? <Cited locale={locale} source={source} lines="1931-5108" /> : null}
        {source ? (
          <p className="mt-4">
            <a href={localPath(locale, `/sources/${source.slug}`)}>{t("aboutSource")}</a>
          </p>
        ) : null}
      </section>
    </div>
  );
}
