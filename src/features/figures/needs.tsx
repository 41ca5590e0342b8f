import { Fragment } from "react";
import { List } from "@/components/list";
import { SourceLine } from "@/components/source-line";
import type { ExpressedNeed } from "@/domain/published/figure";
import { NEED_GROUP_CODES, needGroupOf, needSupportOf } from "@/domain/needs";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";

/** What the consulted organisations asked for, by need; said of all of them together. */
export function ExpressedNeeds({ locale, needs }: { locale: Locale; needs: readonly ExpressedNeed[] }) {
  const t = translator(locale, "figures");
  const labels = labelsOf(locale);
  const groups = NEED_GROUP_CODES.map((group) => ({ group, activities: needs.filter(({ need }) => needGroupOf(need) === group) }));
  const filled = groups.filter(({ activities }) => activities.length > 0);
  const lines = needs.flatMap(({ line }) => line ?? []);
  return (
    <>
      <p>{t("needs.count", { groups: filled.length, activities: needs.length })}</p>
      <ol className="figure-needs">
        {filled.map(({ group, activities }) => (
          <li key={group}>
            <h3>{labels.needGroup[group]}</h3>
            {[...new Set(activities.map(({ need }) => needSupportOf(need)))].map((support) => {
              const own = activities.filter(({ need }) => needSupportOf(need) === support);
              return (
                <Fragment key={support}>
                  {support === null ? null : <h4>{t("needs.support", { support: labels.needSupport[support], count: own.length })}</h4>}
                  <List items={own.map(({ need }) => labels.need[need])} />
                </Fragment>
              );
            })}
            <details>
              <summary>{t("needs.words")}</summary>
              <List lang="fr" items={activities.map(({ text }) => text)} />
            </details>
          </li>
        ))}
      </ol>
      {needs[0] ? <SourceLine locale={locale} source={needs[0].source} places={[{ place: needs[0].place, lines }]} /> : null}
    </>
  );
}
