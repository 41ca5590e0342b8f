import { COMMUNITY_INDICATORS } from "@/domain/community";
import type { CommunitySummary } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { Bar } from "./bar";
import { inhabitants, score } from "./words";

type Props = { locale: Locale; communities: readonly CommunitySummary[] };

/** The overall score and its three dimensions, one community a row, best first. */
export function ScoreTable({ locale, communities }: Props) {
  const t = translator(locale, "communities");
  return (
    <table className="table mt-3" role="table">
      <caption>{t("scoresCaption")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {t("community")}
          </th>
          {COMMUNITY_INDICATORS.reintegration_score.map((code) => (
            <th key={code} scope="col" role="columnheader">
              {t(`scoreOf.${code}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {communities.map((community) => (
          <tr key={community.slug} role="row">
            <th scope="row" role="rowheader">
              <a href={localPath(locale, `/communautes/${community.slug}`)}>{community.name}</a>
              <span className="block text-sm font-normal text-ink-soft">
                {t(`municipalityType.${community.municipalityType}`)}, {inhabitants(locale, community)}
              </span>
            </th>
            {COMMUNITY_INDICATORS.reintegration_score.map((code) => {
              const figure = community.indicators.reintegration_score.find((item) => item.code === code);
              return (
                <td key={code} role="cell" data-label={t(`scoreOf.${code}`)}>
                  {figure?.value == null ? null : (
                    <>
                      <span className="tabular-nums">{score(locale, figure.value)}</span>{" "}
                      {figure.rank === null ? null : (
                        <span className="whitespace-nowrap text-sm text-ink-soft">{t("rankOf", { rank: figure.rank, count: communities.length })}</span>
                      )}
                      {code === "overall" ? <Bar value={figure.value} whole={1} /> : null}
                    </>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
