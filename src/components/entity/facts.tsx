import { Pairs } from "../pairs";
import { SourceLine } from "../source-line";
import { NOUN_FIELDS, nounField } from "@/domain/nouns";
import type { PublicEntity } from "@/domain/published/entity";
import type { Locale } from "@/i18n/locales";
import { nounCodeLabels, nounFieldLabels } from "@/i18n/noun-codes";
import { translator } from "@/i18n/translator";
import { Values } from "./values";

type Props = { locale: Locale; entity: PublicEntity; /** Fields that are shown elsewhere. */ without: readonly string[] };

/** What is said of an entity, field by field in the order of the table of fields. */
export function Facts({ locale, entity: { noun, fields }, without }: Props) {
  const labels = nounFieldLabels(locale, noun);
  const codes = nounCodeLabels(locale);
  const shown = Object.keys(NOUN_FIELDS[noun]).filter((field) => field in fields && !without.includes(field));
  return (
    <Pairs
      rows={shown.map((field) => {
        const values = fields[field]!;
        const time = nounField(noun, field)!.shape === "time" ? true : undefined;
        const disagree = !nounField(noun, field)!.many && values.length > 1;
        return [
          labels(field),
          <>
            <Values locale={locale} values={values} codes={codes[field]} time={time} />
            {disagree ? <p className="aside">{translator(locale, "entities")("disagree")}</p> : null}
          </>,
        ];
      })}
    />
  );
}

/** The documents that speak of entities, their lines, and of what year they are. */
export function SourcesOf({ locale, entities }: { locale: Locale; entities: readonly PublicEntity[] }) {
  const t = translator(locale, "entities");
  const citations = entities.flatMap(({ fields }) => Object.values(fields).flatMap((values) => values.flatMap((said) => said.citations)));
  return [...new Map(citations.map((citation) => [citation.source, citation]))].map(([slug, { sourceTitle: title, sourcePublishedOn: published }]) => {
    const lines = citations
      .filter(({ source }) => source === slug)
      .flatMap(({ lineStart, lineEnd }) => (lineStart === null ? [] : linesFrom(lineStart, lineEnd)));
    return (
      <SourceLine key={slug} locale={locale} source={{ slug, title }} places={[{ place: null, lines }]}>
        {published ? t("information", { year: published.slice(0, 4) }) : t("undated")}.
      </SourceLine>
    );
  });
}

const linesFrom = (start: number, end: number | null): number[] => Array.from({ length: (end ?? start) - start + 1 }, (_, index) => start + index);
