import { Table, type Column } from "@/components/table";
import { COMMUNITY_INDICATORS } from "@/domain/community";
import type { CommunityIndicator, CommunitySummary } from "@/domain/published/community";
import { localPath, type Locale } from "@/i18n/locales";
import { translator } from "@/i18n/translator";
import { percent } from "./words";

type Compared = "survey" | "service_satisfaction";
type Code = (typeof COMMUNITY_INDICATORS)[Compared][number];
type Props = {
  locale: Locale;
  communities: readonly CommunitySummary[];
  group: Compared;
  caption: string;
  /** The head of the column of questions. */
  head: string;
  cell: (locale: Locale, value: number) => string;
};

/** Questions by communities, with the mean. On a phone each question becomes a card with one line for each pair of communities. */
export function ComparisonTable({ locale, communities, group, caption, head, cell }: Props) {
  const t = translator(locale, "communities");
  const labelOf = (code: Code) =>
    group === "survey"
      ? t(`surveyOf.${code as (typeof COMMUNITY_INDICATORS)["survey"][number]}`)
      : t(`serviceOf.${code as (typeof COMMUNITY_INDICATORS)["service_satisfaction"][number]}`);
  const figureOf = ({ indicators }: CommunitySummary, code: Code) => {
    const figures: readonly CommunityIndicator[] = indicators[group];
    return figures.find((figure) => figure.code === code);
  };
  const codes: readonly Code[] = COMMUNITY_INDICATORS[group];
  const notes = codes.flatMap((code) =>
    communities.flatMap((community) => {
      const text = figureOf(community, code)?.note;
      return text ? [{ community, code, text }] : [];
    }),
  );
  const columns: Column<Code>[] = [
    { head, className: "question", cell: labelOf },
    {
      head: t("mean"),
      num: true,
      className: "pair soft",
      cell: (code) => percent(locale, mostFrequent(communities.map((community) => figureOf(community, code)?.mean ?? null))),
    },
    ...communities.map((community) => ({
      head: <a href={localPath(locale, `/communautes/${community.slug}`)}>{community.name}</a>,
      label: community.name,
      num: true,
      className: "pair",
      cell: (code: Code) => {
        const value = figureOf(community, code)?.value;
        const number = 1 + notes.findIndex((note) => note.community === community && note.code === code);
        return (
          <span className="whitespace-nowrap">
            {value == null ? "–" : cell(locale, value)}
            {number === 0 ? null : (
              <sup>
                <a href={`#${group}-${number}`} aria-label={t("noteMark", { number })}>
                  {number}
                </a>
              </sup>
            )}
          </span>
        );
      },
    })),
  ];
  return (
    <>
      {/* Nine columns do not fit between a phone and a wide screen: there the table scrolls in its box. */}
      <div className="overflow-x-auto" tabIndex={0} role="region" aria-label={caption}>
        <Table className="comparison" caption={caption} columns={columns} rows={codes} keyOf={(code) => code} />
      </div>
      {notes.length === 0 ? null : (
        <ol className="comparison mt-3 list-decimal ps-6" aria-label={t("notes")}>
          {notes.map(({ community, text }, index) => (
            <li key={community.slug} id={`${group}-${index + 1}`}>
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
