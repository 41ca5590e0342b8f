import { MarginSection } from "@/components/margin-section";
import { ACTOR_DIMENSION_COUNT } from "@/domain/community";
import type { CommunityProfile } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Cited } from "./cited";
import { linesAround } from "./lines";

type Props = { locale: Locale; community: CommunityProfile };

/** Those whom the study names as able to help, with what is known of the dimensions it ticks. */
export function Actors({ locale, community }: Props) {
  const t = translator(locale, "communities");
  return (
    <MarginSection id="acteurs" title={t("actors")}>
      <p className="max-w-[44rem]">{t("actorsLead")}</p>
      <table className="table mt-4" role="table">
        <thead role="rowgroup">
          <tr role="row">
            {[t("actor"), t("activity"), t("forces"), t("weaknesses"), t("dimensions")].map((label) => (
              <th key={label} scope="col" role="columnheader">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {community.actors.map((actor) => (
            <tr key={actor.lines} role="row">
              <th scope="row" role="rowheader">
                {actor.organisation ? <a href={localPath(locale, `/organisations/${actor.organisation.slug}`)}>{actor.name}</a> : actor.name}
              </th>
              <td role="cell" data-label={t("activity")}>
                {actor.activity[locale]}
              </td>
              <td role="cell" data-label={t("forces")}>
                {actor.strengths?.[locale]}
              </td>
              <td role="cell" data-label={t("weaknesses")}>
                {actor.weaknesses?.[locale]}
              </td>
              <td role="cell" data-label={t("dimensions")}>
                {actor.marks === ACTOR_DIMENSION_COUNT ? t("dimensionsAll") : t("dimensionsCount", { count: actor.marks })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Cited locale={locale} source={community.source} lines={linesAround(community.actors)} />
    </MarginSection>
  );
}
