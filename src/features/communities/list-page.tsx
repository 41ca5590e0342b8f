import "server-only";
import { PageHead } from "@/components/page-head";
import { listCommunities } from "@/data/community/communities";
import type { CommunityIndicatorGroup } from "@/domain/community";
import type { Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { ComparisonTable } from "./comparison-table";
import { AboutSources } from "./reading";
import { ScoreTable } from "./score-table";
import { gapCell, percent } from "./words";

/** The communities side by side: scores, then every question of the survey. */
export async function CommunitiesPage({ locale }: { locale: Locale }) {
  const { communities, sources } = await listCommunities();
  const t = translator(locale, "communities");
  const cited = (groups: readonly CommunityIndicatorGroup[]) =>
    communities.flatMap(({ indicators }) => groups.flatMap((group) => indicators[group].flatMap(({ citations }) => citations)));
  return (
    <div className="frame">
      <PageHead title={t("title")} lead={t("lead")} />
      <section className="section py-6" aria-labelledby="score">
        <h2 id="score">{t("scores")}</h2>
        <ScoreTable locale={locale} communities={communities} />
        <Cited locale={locale} sources={sources} citations={cited(["reintegration_score"])} />
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
        <Cited locale={locale} sources={sources} citations={cited(["survey", "service_satisfaction"])} />
        <AboutSources locale={locale} citations={cited(["survey"])} />
      </section>
    </div>
  );
}
