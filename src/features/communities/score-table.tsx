import { Table } from "@/components/table";
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
    <Table
      className="mt-3"
      caption={t("scoresCaption")}
      rows={communities}
      keyOf={({ slug }) => slug}
      columns={[
        {
          head: t("community"),
          cell: (community) => (
            <>
              <a href={localPath(locale, `/communautes/${community.slug}`)}>{community.name}</a>
              <span className="aside block">
                {community.municipalityType ? `${t(`municipalityType.${community.municipalityType}`)}, ` : null}
                {inhabitants(locale, community)}
              </span>
            </>
          ),
        },
        ...COMMUNITY_INDICATORS.reintegration_score.map((code) => ({
          head: t(`scoreOf.${code}`),
          cell: ({ indicators }: CommunitySummary) => {
            const figure = indicators.reintegration_score.find((item) => item.code === code);
            if (figure?.value == null) return null;
            return (
              <>
                <span className="digits">{score(locale, figure.value)}</span>{" "}
                {figure.rank === null ? null : <span className="aside whitespace-nowrap">{t("rankOf", { rank: figure.rank, count: communities.length })}</span>}
                {code === "overall" ? <Bar value={figure.value} whole={1} /> : null}
              </>
            );
          },
        })),
      ]}
    />
  );
}
