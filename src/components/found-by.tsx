import { Fragment } from "react";
import type { SearchMatch } from "@/domain/published/search";
import { filterValueLabel } from "@/i18n/filter-value";
import type { Locale } from "@/i18n/locales";
import { labelsOf, translator } from "@/i18n/translator";
import { Marked } from "./marked";

/** More reasons than these tell a reader nothing. */
const SHOWN = 3;

type TextMatch = Extract<SearchMatch, { text: string }>;

/** The match in one of the texts of a heading: its name or its acronym. */
export function headingMatch(matches: readonly SearchMatch[], field: "name" | "acronym"): TextMatch | undefined {
  return matches.find((match): match is TextMatch => match.field === field);
}

/** Why an organisation was found, when its heading does not show it: another name, a place, a theme, its text. */
export function FoundBy({ locale, matches }: { locale: Locale; matches: readonly SearchMatch[] }) {
  const others = matches.filter(({ field }) => field !== "name" && field !== "acronym").slice(0, SHOWN);
  if (others.length === 0) return null;
  return (
    <p className="entry-found">
      {others.map((match, index) => (
        <Fragment key={"text" in match ? match.text : `${match.field}:${match.value}`}>
          {index > 0 ? " · " : null}
          <Reason locale={locale} match={match} />
        </Fragment>
      ))}
    </p>
  );
}

function Reason({ locale, match }: { locale: Locale; match: SearchMatch }) {
  const t = translator(locale, "directory");
  if ("text" in match) {
    return (
      <>
        {t(match.field === "description" ? "entry.foundBy.description" : "entry.foundBy.alias")}{" "}
        <span lang={locale === "fr" ? undefined : "fr"}>
          <Marked text={match.text} marks={match.marks} />
        </span>
      </>
    );
  }
  return (
    <>
      {t("entry.foundBy.filter", { group: labelsOf(locale).filter[match.field] })}{" "}
      <mark>{filterValueLabel(locale, match.field, match.value, match.label, match.code)}</mark>
    </>
  );
}
