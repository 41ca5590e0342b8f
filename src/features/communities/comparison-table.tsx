import { COMMUNITY_INDICATORS } from "@/domain/community";
import type { CommunitySummary } from "@/domain/published/community";
import type { BilingualText } from "@/domain/published/text";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { percent } from "./words";

type Compared = "survey" | "service_satisfaction";
type Props = {
  locale: Locale;
  communities: readonly CommunitySummary[];
  group: Compared;
  caption: string;
  /** The head of the column of questions. */
  head: string;
  cell: (locale: Locale, value: number) => string;
};

/**
 * Questions by communities, with the mean. On a phone each question becomes a card with one line
 * for each pair of communities; roles are written out because the cards' display drops them.
 */
export function ComparisonTable({ locale, communities, group, caption, head, cell }: Props) {
  const t = translator(locale, "communities");
  const notes: { community: string; text: BilingualText }[] = [];
  const labelOf = (code: (typeof COMMUNITY_INDICATORS)[Compared][number]) =>
    group === "survey"
      ? t(`surveyOf.${code as (typeof COMMUNITY_INDICATORS)["survey"][number]}`)
      : t(`serviceOf.${code as (typeof COMMUNITY_INDICATORS)["service_satisfaction"][number]}`);
  const figuresOf = (community: CommunitySummary) => (group === "survey" ? community.indicators.survey : community.indicators.service_satisfaction);
  const cellClass = "num max-sm:flex max-sm:justify-between max-sm:gap-2";

  return (
    <>
      {/* Nine columns do not fit between a phone and a wide screen: there the table scrolls in its box. */}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
        <table className="table text-[0.9375rem]" role="table">
          <caption>{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <th scope="col" role="columnheader">
                {head}
              </th>
              <th scope="col" role="columnheader" className="num">
                {t("mean")}
              </th>
              {communities.map(({ slug, name }) => (
                <th key={slug} scope="col" role="columnheader" className="num">
                  <a href={localPath(locale, `/communautes/${slug}`)}>{name}</a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {COMMUNITY_INDICATORS[group].map((code) => {
              const means = communities.map((community) => figuresOf(community).find((item) => item.code === code)?.mean ?? null);
              return (
                <tr key={code} role="row" className="max-sm:grid! max-sm:grid-cols-2 max-sm:gap-x-5">
                  <th scope="row" role="rowheader" className="font-normal max-sm:col-span-2 max-sm:font-semibold">
                    {labelOf(code)}
                  </th>
                  <td role="cell" className={`${cellClass} text-ink-soft`} data-label={t("mean")}>
                    {percent(locale, mostFrequent(means))}
                  </td>
                  {communities.map((community) => {
                    const figure = figuresOf(community).find((item) => item.code === code);
                    const number = figure?.note ? notes.push({ community: community.name, text: figure.note }) : null;
                    return (
                      <td key={community.slug} role="cell" className={cellClass} data-label={community.name}>
                        <span className="whitespace-nowrap">
                          {figure?.value == null ? "–" : cell(locale, figure.value)}
                          {number === null ? null : (
                            <sup>
                              <a href={`#${group}-${number}`} aria-label={t("noteMark", { number })}>
                                {number}
                              </a>
                            </sup>
                          )}
                        </span>
                      </td>
                    );
                  })}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {notes.length === 0 ? null : (
        <ol className="mt-3 list-decimal ps-6 text-[0.9375rem]" aria-label={t("notes")}>
          {notes.map(({ community, text }, index) => (
            <li key={community} id={`${group}-${index + 1}`}>
              {text[locale]}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

/** The mean that most profiles print; one that prints another has a note. */
function mostFrequent(means: readonly (number | null)[]): number {
  const printed = means.filter((mean) => mean !== null);
  const times = (mean: number) => printed.filter((other) => other === mean).length;
  return [...printed].sort((a, b) => times(b) - times(a))[0] ?? Number.NaN;
}
